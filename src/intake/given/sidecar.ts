// The file beside a document that says what the document does not: `talks.pdf.meta.json` or `talks.meta.json`.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Fault, reasonOf } from '../../model/fault.ts';
import { GIVEN, type Given } from './given.ts';

/**
 * What the sidecar of a file gives: an object such as `{"published": "2013-10-23", "publisher": "The Courier"}`. Of two
 * the one with the whole name counts; an empty object where there is none.
 * @throws Fault `sidecar-broken` where it is no such object
 */
export async function readSidecar(path: string): Promise<Given> {
  const extension = extname(path);
  const names = [`${path}.meta.json`];
  if (extension) names.push(`${path.slice(0, -extension.length)}.meta.json`);
  for (const name of names) {
    const content = await readFile(name, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
      throw new Fault('file-unreadable', { path: name, reason: reasonOf(error) }, error);
    });
    if (content !== null) return parse(content, name);
  }
  return {};
}

function parse(content: string, path: string): Given {
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Fault('sidecar-broken', { path, reason: reasonOf(error) }, error);
  }
  const parsed = GIVEN.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.');
  throw new Fault('sidecar-broken', { path, reason: `${field ? `"${field}": ` : ''}${issue?.message ?? 'no object'}` });
}
