// Tells of each document of a run whether one before it says the same: an equal text, or a copy with small changes.
import type { Document } from '../model/document.ts';
import { hashText, resemblance, sketch } from './fingerprint.ts';

/** A document that says what another has said. */
export interface Duplicate {
  /** Id of the first document with the text. */
  readonly of: string;
  /** `same`: equal but for case, spacing and punctuation. `near`: a copy with paragraphs cut, added or changed. */
  readonly kind: 'same' | 'near';
  /** Estimated share of the word sequences in common, 1 for the same. */
  readonly resemblance: number;
}

/** Copies of one wire report in several papers share at least so much; two reports of one event much less. */
const NEAR = 0.5;

/** Documents that share one of so many smallest hashes are compared. With half in common, nearly all copies are found. */
const KEYS = 12;

/** Of documents with a common hash only the first so many are compared: boilerplate shared by thousands is no sign. */
const COMPARED = 20;

/** Shorter texts are compared for equality only. */
const SHORTEST = 200;

/** An index for one run: asks of each document in turn, and keeps it for those that follow. Linear in the text's length. */
export function duplicateIndex(): (document: Pick<Document, 'id' | 'text'>) => Duplicate | null {
  const byText = new Map<string, string>();
  const byKey = new Map<number, { readonly id: string; readonly hashes: readonly number[] }[]>();
  return ({ id, text }) => {
    const hash = hashText(text);
    const first = byText.get(hash);
    if (first !== undefined) return { of: first, kind: 'same', resemblance: 1 };
    byText.set(hash, id);
    if (text.length < SHORTEST) return null;
    const hashes = sketch(text);
    const one = { id, hashes };
    const compared = new Set<string>();
    let nearest: Duplicate | null = null;
    for (const key of hashes.slice(0, KEYS)) {
      const others = byKey.get(key) ?? [];
      for (const other of others) {
        if (compared.has(other.id)) continue;
        compared.add(other.id);
        const alike = resemblance(hashes, other.hashes);
        if (alike >= NEAR && alike > (nearest?.resemblance ?? 0))
          nearest = { of: other.id, kind: 'near', resemblance: alike };
      }
      if (others.length < COMPARED) others.push(one);
      byKey.set(key, others);
    }
    return nearest;
  };
}
