// A worker thread that opens PDF and Word files.
import type { Document } from '../../model/document.ts';
import { type Answer, answer } from './answer.ts';
import { type ApartKind, readHere } from './read-here.ts';

export interface DocumentTask {
  readonly kind: ApartKind;
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly id: string;
}

export default function read({ kind, bytes, path, id }: DocumentTask): Promise<Answer<Document>> {
  return answer(() => readHere(kind, bytes, path, id));
}
