// The order of tellings by the documents that tell them: the same whatever order these came in.
import { compare } from '../query/order.ts';

/** A telling with what orders documents: the first day they can have come out, id, words. */
export interface Ordered {
  readonly published: string | null;
  readonly id: string;
  readonly hash: string;
  /** Place in the document's reading. */
  readonly n: number;
  readonly key: number;
}

/** Documents without a day come last. */
export function byDocument(a: Ordered, b: Ordered): number {
  return (
    Number(a.published === null) - Number(b.published === null) ||
    compare(a.published ?? '', b.published ?? '') ||
    compare(a.id, b.id) ||
    compare(a.hash, b.hash) ||
    a.n - b.n ||
    a.key - b.key
  );
}
