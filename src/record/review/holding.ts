// Which entries of the journal hold: those that no entry that holds takes back.
import { addTo } from '../group-by.ts';
import type { ReviewEntry } from './entry.ts';

/** In the order in which they apply: by time, then as given. */
export function inOrder(entries: readonly ReviewEntry[]): readonly ReviewEntry[] {
  return [...entries].sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
}

/** The entry that takes each one back, by the id of what is taken back; what is not taken back is not in it. */
export function takenBack(entries: readonly ReviewEntry[]): ReadonlyMap<string, ReviewEntry> {
  const undoing = new Map<string, ReviewEntry[]>();
  for (const entry of entries) {
    if (entry.undoes !== null) addTo(undoing, entry.undoes, entry);
  }
  const back = new Map<string, ReviewEntry>();
  // An entry takes back only what was there before it, so what is decided about later ones stands when it is looked at.
  for (const entry of [...inOrder(entries)].reverse()) {
    const by = undoing.get(entry.id)?.find((undo) => undo.when >= entry.when && undo !== entry && !back.has(undo.id));
    if (by) back.set(entry.id, by);
  }
  return back;
}

/** The entries that hold, in the order in which they apply; entries that take back are not among them. */
export function holding(entries: readonly ReviewEntry[]): readonly ReviewEntry[] {
  const back = takenBack(entries);
  return inOrder(entries).filter(({ id, what }) => what !== 'undone' && !back.has(id));
}
