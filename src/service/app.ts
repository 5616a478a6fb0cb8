// The service's routes: the API from the table of endpoints, its description, and the web application for the rest.
import { Hono } from 'hono';
import type { OpenRecord } from '../record/record.ts';
import { ENDPOINTS } from './endpoints.ts';
import { describeService } from './openapi.ts';
import { rawQuery } from './queries.ts';
import { type Refused, refuse, refuseQuery } from './refusal.ts';
import { onlyLoopback, secureHeaders } from './security.ts';
import { staticFiles } from './static-files.ts';

export interface AppOptions {
  readonly record: OpenRecord;
  /** Version of the program, shown in the description and the summary. */
  readonly version: string;
  /** Folder of the built web application. */
  readonly webRoot: string;
  /** Whether only requests to localhost are answered. */
  readonly loopbackOnly: boolean;
}

export function createApp({ record, version, webRoot, loopbackOnly }: AppOptions): Hono {
  const app = new Hono();
  const says = ({ status, body }: Refused) => Response.json(body, { status });

  app.use(secureHeaders);
  if (loopbackOnly) app.use(onlyLoopback);
  app.use(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    return says(refuse(405, 'bad-method', `${c.req.method} is not answered here, only GET`));
  });
  app.use('/api/*', async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });
  app.get('/api/openapi.json', (c) => c.json(describeService(version)));
  for (const { path, query: schema, run } of ENDPOINTS) {
    app.get(path, async (c) => {
      const query = schema.safeParse(rawQuery(schema, new URL(c.req.url).searchParams));
      if (!query.success) return says(refuseQuery(query.error));
      const id = c.req.param('id') ?? '';
      const answer = await run({ record, version, id, query: query.data });
      return answer === null ? says(refuse(404, 'not-found', `there is nothing with the id "${id}"`)) : c.json(answer);
    });
  }
  app.all('/api/*', (c) => says(refuse(404, 'not-found', `there is no address ${c.req.path}`)));
  app.get('/*', staticFiles(webRoot));
  app.onError((error) => says(refuse(500, 'failed', error.message)));
  return app;
}
