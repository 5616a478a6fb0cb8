// The kinds of file that can be read, and what their names say of them.
import { extname } from 'node:path';

export type FileKind = 'text' | 'html' | 'pdf' | 'json' | 'jsonl' | 'csv' | 'feed' | 'warc' | 'zip' | 'gzip';

const EXTENSIONS: Readonly<Record<string, FileKind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'text',
  '.markdown': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'zip',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.rss': 'feed',
  '.atom': 'feed',
  '.warc': 'warc',
  '.wacz': 'zip',
  '.zip': 'zip',
  '.gz': 'gzip',
};

/**
 * The kind that a file's extension, in capitals or not, promises; null where it promises none. What the file holds
 * decides (`sniff`).
 */
export function kindOfName(path: string): FileKind | null {
  return EXTENSIONS[extname(path).toLowerCase()] ?? null;
}
