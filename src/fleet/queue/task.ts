// A task of the queue: a document with where it came from, as bytes of JSON, and the key by which it is one and the same.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseDocument } from '../../intake/json-lines.ts';
import type { Document } from '../../model/document.ts';

/** A document to be read, and its source as the record keeps it. */
export interface Task {
  readonly document: Document;
  /** The file or address as it was named when it was submitted. */
  readonly path: string;
  /** Hash of the file's bytes. */
  readonly hash: string;
}

export type ParsedTask = { readonly ok: true; readonly task: Task } | { readonly ok: false; readonly reason: string };

const ENVELOPE = z.object({ path: z.string(), hash: z.string(), document: z.unknown() });

export const encodeTask = (task: Task): Uint8Array => new TextEncoder().encode(JSON.stringify(task));

/** Reads a task; what another program put into the queue may be anything. */
export function parseTask(bytes: Uint8Array): ParsedTask {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
  const envelope = ENVELOPE.safeParse(value);
  if (!envelope.success) return { ok: false, reason: 'it has no "path", "hash" and "document"' };
  const { path, hash, document } = envelope.data;
  const parsed = parseDocument(document);
  return parsed.ok
    ? { ok: true, task: { document: parsed.document, path, hash } }
    : { ok: false, reason: parsed.unreadable.reason };
}

/** Equal for the same document of the same source, whoever submits it and when. */
export function keyOf({ document, path }: Task): string {
  const hash = createHash('sha256');
  for (const part of [path, JSON.stringify(document)]) hash.update(`${part.length}:${part}`);
  return hash.digest('hex').slice(0, 32);
}
