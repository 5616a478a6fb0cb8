// Reads a gzip file as the file that is packed in it.
import type { Document } from '../../model/document.ts';
import { gunzipped } from '../archives/gunzip.ts';
import type { Content } from '../content.ts';
import type { Opening } from '../reading.ts';

/** @throws Fault `file-broken` or `archive-limit`, also after the first documents */
export async function* readGzip(content: Content, { path, id, openPart }: Opening): AsyncGenerator<Document> {
  const inner = path.replace(/\.gz$/i, '');
  yield* openPart(gunzipped(content, path), { path: inner, id: id.replace(/\.[a-z0-9]{1,8}$/i, '') });
}
