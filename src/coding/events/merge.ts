// One event per thing done: what a document tells twice becomes one event with its other places.
import type { Event } from '../../model/items.ts';
import { hull, overlaps, type Span } from '../../model/span.ts';

/**
 * Merges events of one type whose parties agree and whose time, about and modality do not contradict each other.
 * The first in the text stays, except that a headline gives way to the body; the others' evidence becomes `also`.
 * @param isHeadline whether a place of the document belongs to its headline
 */
export function mergeEvents(events: readonly Event[], isHeadline: (at: Span) => boolean): readonly Event[] {
  const groups = new Map<string, Event[]>();
  const merged: Event[] = [];
  const ordered = [...events].sort(
    (a, b) => Number(isHeadline(a.trigger)) - Number(isHeadline(b.trigger)) || a.trigger[0] - b.trigger[0],
  );
  for (const event of ordered) {
    const key = keyOf(event);
    const same = groups.get(key) ?? [];
    const at = same.findIndex((other) => compatible(other, event));
    if (at < 0) {
      same.push(event);
      groups.set(key, same);
      merged.push(event);
      continue;
    }
    const kept = same[at];
    if (!kept) continue;
    const joined = join(kept, event);
    same[at] = joined;
    merged[merged.indexOf(kept)] = joined;
  }
  return merged.sort((a, b) => a.trigger[0] - b.trigger[0] || a.trigger[1] - b.trigger[1]);
}

function keyOf(event: Event): string {
  return [event.type, event.modality, [...event.actor].sort().join(',')].join('|');
}

/** Same doers and type: one event unless recipients, mode, time, place or subject tell them apart. */
function compatible(a: Event, b: Event): boolean {
  const agrees = (x: string | null, y: string | null) => x === null || y === null || x === y;
  if (!agrees(a.mode, b.mode) || !agrees(a.place, b.place) || !sameTime(a, b)) return false;
  if (overlaps(a.evidence, b.evidence)) {
    // "warned the partners that it was unacceptable": two words for one reproach.
    return holds(a.recipient, b.recipient) && a.cameo?.slice(0, 2) === b.cameo?.slice(0, 2);
  }
  if (a.recipient.length !== b.recipient.length || !holds(a.recipient, b.recipient)) return false;
  if (a.about.length && b.about.length) return a.about.some((id) => b.about.includes(id));
  return a.about.length === b.about.length || a.cameo === b.cameo;
}

/** Whether one of two lists has all that the other has. */
function holds(a: readonly string[], b: readonly string[]): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a];
  return small.every((id) => large.includes(id));
}

function sameTime(a: Event, b: Event): boolean {
  if (a.time.basis !== 'expression' || b.time.basis !== 'expression') return true;
  const [x, y] = [a.time.value ?? '', b.time.value ?? ''];
  return x.startsWith(y) || y.startsWith(x);
}

function join(kept: Event, other: Event): Event {
  const first = {
    ...kept,
    recipient: [...new Set([...kept.recipient, ...other.recipient])],
    about: [...new Set([...kept.about, ...other.about])],
  };
  const better = {
    ...first,
    place: first.place ?? other.place,
    mode: first.mode ?? other.mode,
    time: first.time.basis === 'expression' ? first.time : other.time.basis === 'expression' ? other.time : first.time,
    background: first.background && other.background,
  };
  if (overlaps(kept.evidence, other.evidence)) return { ...better, evidence: hull(kept.evidence, other.evidence) };
  return { ...better, also: [...(kept.also ?? []), other.evidence, ...(other.also ?? [])] };
}
