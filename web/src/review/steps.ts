// What an entry of the journal did in words, and what can be done about it: a decision is undone, an undoing is redone.
import { takenBack } from '../../../src/record/review/holding.ts';
import { whatWords } from '../../../src/record/review/what-words.ts';
import type { ReviewEntry } from '../../../src/service/contract.ts';

export interface Step<E extends ReviewEntry = ReviewEntry> {
  readonly entry: E;
  readonly words: string;
  /** Whether nothing took it back. */
  readonly holds: boolean;
  /** What a button says that takes the entry back; null where none is offered. */
  readonly offer: string | null;
}

/** @param entries all that there are about the same things, in any order, which is kept */
export function stepsOf<E extends ReviewEntry>(entries: readonly E[]): readonly Step<E>[] {
  const back = takenBack(entries);
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  return entries.map((entry) => {
    const holds = !back.has(entry.id);
    const [decision, depth] = origin(entry, known);
    const did = whatWords(decision.what);
    if (entry.undoes === null) return { entry, words: whatWords(entry.what), holds, offer: holds ? 'undo' : null };
    if (depth % 2 === 0) {
      // What was redone stands in the list as its decision, and is undone there.
      return { entry, words: depth === 0 ? whatWords(entry.what) : `redone: ${did}`, holds, offer: null };
    }
    return { entry, words: `undone: ${did}`, holds, offer: holds ? `redo: ${did} again` : null };
  });
}

/** The decision at the bottom of a chain of undoings, and how many stand on it. */
function origin(entry: ReviewEntry, known: ReadonlyMap<string, ReviewEntry>): readonly [ReviewEntry, number] {
  let decision = entry;
  let depth = 0;
  for (let under = known.get(entry.undoes ?? ''); under && depth < known.size; under = known.get(under.undoes ?? '')) {
    decision = under;
    depth += 1;
  }
  return [decision, depth];
}
