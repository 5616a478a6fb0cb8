// Adding documents over HTTP: what is sent is checked and queued; progress comes as server-sent events.
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { type Refused, refuse } from '../refusal.ts';
import { createReadings, type ReadUploads } from './readings.ts';
import { baseName, MOST_FILES, type Upload, uploadOf } from './uploads.ts';

/** Bytes in one go, unless the one who starts the service says otherwise. */
export const LARGEST_UPLOAD = 64 * 1024 * 1024;
/** Readings that may wait at once. */
const MOST_WAITING = 20;

const says = ({ status, body }: Refused) => Response.json(body, { status });

interface Options {
  /** Null where the record cannot be written. */
  readonly read: ReadUploads | null;
  readonly largest: number;
  /** Lets those through who may add documents. */
  readonly mayAdd: MiddlewareHandler;
}

export function readingRoutes(app: Hono, { read, largest, mayAdd }: Options): void {
  const readings = read ? createReadings(read) : null;
  const limit = bodyLimit({
    maxSize: largest,
    onError: () =>
      says(
        refuse(413, 'too-large', `at most ${Math.floor(largest / 1048576)} MB go in at once; use "rapporteur read"`),
      ),
  });
  app.post('/api/readings', mayAdd, limit, async (c) => {
    if (!readings) return says(refuse(503, 'read-only', 'this record is served read-only; use "rapporteur read"'));
    if (readings.waiting >= MOST_WAITING) {
      return says(refuse(429, 'busy', `${readings.waiting} readings wait already; try again when one is done`));
    }
    const uploads = await uploadsIn(c);
    return uploads instanceof Response ? uploads : c.json(readings.start(uploads), 202);
  });
  app.get('/api/readings/:id', mayAdd, (c) => {
    const progress = readings?.find(c.req.param('id'));
    return progress ? c.json(progress) : says(refuse(404, 'not-found', 'there is no reading with this id'));
  });
  app.get('/api/readings/:id/events', mayAdd, (c) => {
    const id = c.req.param('id');
    if (!readings?.find(id)) return says(refuse(404, 'not-found', 'there is no reading with this id'));
    return streamSSE(c, async (stream) => {
      let written = Promise.resolve();
      let stop = () => {};
      await new Promise<void>((over) => {
        stream.onAbort(over);
        stop = readings.watch(id, (progress) => {
          written = written.then(() => stream.writeSSE({ event: 'progress', data: JSON.stringify(progress) }));
          if (progress.state === 'done' || progress.state === 'failed') over();
        });
      });
      stop();
      await written;
    });
  });
}

async function uploadsIn(c: Context): Promise<readonly Upload[] | Response> {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('application/json')) {
    const upload = uploadOf(await c.req.json().catch(() => null));
    return 'wrong' in upload ? says(refuse(400, 'bad-body', upload.wrong)) : [upload];
  }
  if (!type.startsWith('multipart/form-data')) {
    return says(refuse(415, 'bad-type', 'send files as multipart/form-data, or a text or address as JSON'));
  }
  const form = await c.req.formData().catch(() => null);
  const files = form ? [...form.values()].filter((value): value is File => value instanceof File) : [];
  if (!files.length) return says(refuse(400, 'bad-body', 'no file was sent'));
  if (files.length > MOST_FILES) {
    return says(refuse(413, 'too-many', `${files.length} files were sent; at most ${MOST_FILES} go in at once`));
  }
  return Promise.all(
    files.map(async (file) => ({ name: baseName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}
