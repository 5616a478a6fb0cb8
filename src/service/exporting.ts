// Exports over HTTP: the formats there are, and the record, or the part that a view shows, in one of them.
import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { EXPORTS } from '../exports/exports.ts';
import type { ExportFormat, Pieces } from '../exports/format.ts';
import type { ExportOptions } from '../exports/options.ts';
import { zipped } from '../exports/zip.ts';
import type { OpenRecord } from '../record/record.ts';
import { filterOf } from './endpoints/filter-of.ts';
import { QUERIES, rawQuery } from './queries.ts';
import { refuse, refuseQuery } from './refusal.ts';

export function exportRoutes(app: Hono, record: OpenRecord): void {
  app.get('/api/exports', (c) =>
    c.json(
      [...EXPORTS.values()].map(({ name, summary, loses, ending, tables = [] }) => ({
        name,
        summary,
        loses,
        ending,
        tables,
      })),
    ),
  );
  app.get('/api/exports/:format', (c) => {
    const asked = QUERIES.export.safeParse(rawQuery(QUERIES.export, new URL(c.req.url).searchParams));
    const format = EXPORTS.get(c.req.param('format'));
    if (!format) {
      const message = `there is no format "${c.req.param('format')}"; known are ${[...EXPORTS.keys()].join(', ')}`;
      const { status, body } = refuse(404, 'not-found', message);
      return c.json(body, status);
    }
    if (!asked.success) {
      const { status, body } = refuseQuery(asked.error);
      return c.json(body, status);
    }
    const { table, all, ...query } = asked.data;
    const options: ExportOptions = { filter: filterOf(query), all, ...(table === undefined ? {} : { table }) };
    const { pieces, ending, mediaType } = fileOf(record, format, options);
    return new Response(Readable.toWeb(Readable.from(bytesOf(pieces))) as ReadableStream, {
      headers: {
        'Content-Type': mediaType,
        'Content-Disposition': `attachment; filename="record-${format.name}.${ending}"`,
        // An export may hold marked-up words of documents: should a browser show it, it shows it without rights.
        'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      },
    });
  });
}

/** One file as it is; of several, the one table asked for or an archive of all. */
function fileOf(record: OpenRecord, format: ExportFormat, options: ExportOptions) {
  const several = (format.tables?.length ?? 0) > 1 && options.table === undefined;
  if (!several) return { ...format, pieces: format.pieces(record, options) };
  return { pieces: zipped(format.files(record, options)), ending: 'zip', mediaType: 'application/zip' };
}

async function* bytesOf(pieces: Pieces): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}
