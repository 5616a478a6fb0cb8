// Reads PDF and Word files in a thread with limits of time and memory, so that one of them holds up no run for ever.
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Document } from '../../model/document.ts';
import type { DocumentTask } from './document-worker.ts';
import { type ApartKind, readHere } from './read-here.ts';
import { openThread, type Thread } from './thread.ts';

/** What one file may take: ten times what a thousand pages do. */
const LIMITS = { milliseconds: 120_000, megabytes: 2048 };

/** A thread cannot be made of modules that are not built, as those are that the tests of this folder load. */
const IS_BUILT = extname(import.meta.url) === '.js';

let thread: Thread<DocumentTask, Document> | null = null;

/** @throws Fault `file-broken`, `archive-limit` */
export async function readApart(kind: ApartKind, bytes: Uint8Array, path: string, id: string): Promise<Document> {
  if (!IS_BUILT) return readHere(kind, bytes, path, id);
  thread ??= openThread(fileURLToPath(new URL('./document-worker.js', import.meta.url)), LIMITS);
  return thread.run({ kind, bytes, path, id }, { path, kind });
}
