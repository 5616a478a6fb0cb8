// The kinds of file that can be read, by their extensions.
import { extname } from 'node:path';

export type FileKind = 'text' | 'html' | 'pdf' | 'docx' | 'json' | 'jsonl';

const EXTENSIONS: Readonly<Record<string, FileKind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'text',
  '.markdown': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/** The kind of a file by its extension, in capitals or not; null where it is not one that can be read. */
export function kindOf(path: string): FileKind | null {
  return EXTENSIONS[extname(path).toLowerCase()] ?? null;
}
