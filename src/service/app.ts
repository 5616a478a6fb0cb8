// The service's routes: the API from the table of endpoints, its description, and the web application for the rest.
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Fault } from '../model/fault.ts';
import type { OpenRecord } from '../record/record.ts';
import { type Access, createGuard } from './access/guard.ts';
import type { Answerer } from './answering/answerer.ts';
import { answerHere } from './answering/here.ts';
import { ENDPOINTS } from './endpoints.ts';
import { exportRoutes } from './exporting.ts';
import { describeService } from './openapi.ts';
import { healthRoute } from './operation/health.ts';
import { createLog, type Logger, logRequests } from './operation/log.ts';
import { createMetrics } from './operation/metrics.ts';
import { rawQuery } from './queries.ts';
import type { ReadUploads } from './readings/readings.ts';
import { LARGEST_UPLOAD, readingRoutes } from './readings/routes.ts';
import { type Refused, refuse, refuseQuery } from './refusal.ts';
import { reviewRoutes } from './review/routes.ts';
import { onlyLoopback, onlyOwnSite, secureHeaders } from './security.ts';
import { staticFiles } from './static-files.ts';

export interface AppOptions {
  readonly record: OpenRecord;
  /** Version of the program, shown in the description and the summary. */
  readonly version: string;
  /** Folder of the built web application. */
  readonly webRoot: string;
  /** Whether only requests to localhost are answered. */
  readonly loopbackOnly: boolean;
  /** Who may come in; whoever reaches the service without it. */
  readonly access?: Access;
  /** Reads what is uploaded; nothing can be added without it. */
  readonly read?: ReadUploads;
  /** Opens the record for writing what people decide; nothing can be decided without it. */
  readonly writable?: () => Promise<OpenRecord>;
  /** Bytes that may be uploaded at once. */
  readonly largestUpload?: number;
  /** What answers the questions about the record; the thread of the service without it. */
  readonly answerer?: Answerer;
  /** Takes a line for each request; only failures are told, on stderr, without it. */
  readonly log?: Logger;
}

/** As servers have it that tell in their log of who closed the connection before the answer. */
const GONE = 499 as ContentfulStatusCode;

const JSON_TYPE = { 'Content-Type': 'application/json' };

const EVERYBODY: Access = { users: null, local: { name: 'local', role: 'administer' } };

export function createApp(options: AppOptions): Hono {
  const { record, version, webRoot, loopbackOnly, access = EVERYBODY } = options;
  const { read, writable, largestUpload = LARGEST_UPLOAD, log = createLog('error') } = options;
  const { answerer = answerHere(record, version) } = options;
  const app = new Hono();
  const metrics = createMetrics(record, version);
  const guard = createGuard(access);
  const says = ({ status, body }: Refused) => Response.json(body, { status });

  app.use(logRequests(log), metrics.measure, secureHeaders);
  if (loopbackOnly) app.use(onlyLoopback);
  app.use('/api/*', onlyOwnSite);
  app.use(async (c, next) => {
    const { method, path } = c.req;
    if (method === 'GET' || method === 'HEAD' || (method === 'POST' && path.startsWith('/api/'))) return next();
    return says(refuse(405, 'bad-method', `${method} is not answered here, only GET`));
  });
  app.use('/api/*', async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });
  healthRoute(app, record, version);
  metrics.routes(app, guard.needs('read'));
  guard.routes(app);
  app.use('/api/*', guard.needs('read'));
  app.get('/api/openapi.json', (c) => c.json(describeService(version)));
  for (const { path, query: schema, role = 'read' } of ENDPOINTS) {
    app.get(path, guard.needs(role), async (c) => {
      const query = schema.safeParse(rawQuery(schema, new URL(c.req.url).searchParams));
      if (!query.success) return says(refuseQuery(query.error));
      const id = c.req.param('id') ?? '';
      const answer = await answerer.answer({ path, id, query: query.data }, c.req.raw.signal);
      if (answer === null) return says(refuse(404, 'not-found', `there is nothing with the id "${id}"`));
      return c.body(answer, 200, JSON_TYPE);
    });
  }
  exportRoutes(app, record);
  readingRoutes(app, { read: read ?? null, largest: largestUpload, mayAdd: guard.needs('administer') });
  reviewRoutes(app, { writable: writable ?? null, mayReview: guard.needs('review'), userOf: guard.userOf });
  app.post('/api/*', (c) => says(refuse(405, 'bad-method', `POST is not answered at ${c.req.path}`)));
  app.all('/api/*', (c) => says(refuse(404, 'not-found', `there is no address ${c.req.path}`)));
  app.get('/*', staticFiles(webRoot));
  app.onError((error, c) => {
    // Nobody is there to be told.
    if (c.req.raw.signal.aborted) return c.body(null, GONE);
    log.error({ method: c.req.method, path: c.req.path, error: error.stack }, 'failed');
    const isPassing = error instanceof Fault && error.code === 'thread-lost';
    return says(isPassing ? refuse(503, error.code, error.message) : refuse(500, 'failed', error.message));
  });
  return app;
}
