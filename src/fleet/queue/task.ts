// A task of the queue: a document with where it came from, as bytes of JSON, and the key by which it is one and the same.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { parseDocument } from '../../intake/json-lines.ts';
import type { Document } from '../../model/document.ts';
import { reasonOf } from '../../model/fault.ts';

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

/** What a task may unfold to, in bytes: no document of the intake is as large. */
const LARGEST = 128 * 2 ** 20;

/**
 * A task as the queue holds it: packed where it would be too long as it is.
 * @param most bytes that the server takes; what comes back may still have more
 */
export function encodeTask(task: Task, most: number): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(task));
  return bytes.length > most ? gzipSync(bytes) : bytes;
}

/** Reads a task; what another program put into the queue may be anything. */
export function parseTask(bytes: Uint8Array): ParsedTask {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(isPacked(bytes) ? unpacked(bytes) : bytes));
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
  const envelope = ENVELOPE.safeParse(value);
  if (!envelope.success) return { ok: false, reason: 'it has no "path", "hash" and "document"' };
  const { path, hash, document } = envelope.data;
  const parsed = parseDocument(document);
  return parsed.ok
    ? { ok: true, task: { document: parsed.document, path, hash } }
    : { ok: false, reason: parsed.unreadable.reason };
}

/** Whether it begins as gzip does and JSON never can. */
const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const unpacked = (bytes: Uint8Array): Uint8Array => gunzipSync(bytes, { maxOutputLength: LARGEST });

/** Equal for the same document of the same source with the same content, whoever submits it and when. */
export function keyOf({ document, path, hash: content }: Task): string {
  const hash = createHash('sha256');
  for (const part of [path, content, JSON.stringify(document)]) hash.update(`${part.length}:${part}`);
  return hash.digest('hex').slice(0, 32);
}
