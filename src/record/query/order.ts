// The order of items that are already looked up: by date, undated ones last, then by the first document that tells them.
import type { AnyView, RecordDate } from '../views.ts';

/** Sorts before every undated place. */
const place = ({ start, end }: RecordDate): string => `${start ?? '~'}|${end ?? '~'}`;

export function byDate(a: AnyView, b: AnyView): number {
  return compare(place(a.time), place(b.time)) || compare(toldFirst(a), toldFirst(b)) || compare(a.id, b.id);
}

function toldFirst({ evidence: [first] }: AnyView): string {
  if (!first) return '~';
  const { published, id } = first.document;
  return `${place(published)}|${id}|${String(first.span[0]).padStart(9, '0')}`;
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The last item that has a date of its own; the last told where none has. */
export function latest<V extends AnyView>(items: readonly V[]): V | null {
  const ordered = items.toSorted(byDate);
  return ordered.findLast(({ time }) => time.end !== null) ?? ordered.at(-1) ?? null;
}
