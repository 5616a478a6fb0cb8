// One event per thing done: what a document tells twice becomes one event with its other places.
import type { Event } from '../../model/items.ts';
import { hull, overlaps, type Span } from '../../model/span.ts';

/**
 * Merges events of one type whose parties agree and whose time, about and modality do not contradict each other.
 * The first in the text stays, except that a headline gives way to the body; the others' evidence becomes `also`.
 * @param isHeadline whether a place of the document belongs to its headline
 */
export function mergeEvents(events: readonly Event[], isHeadline: (at: Span) => boolean): readonly Event[] {
  const groups = new Map<string, Kept[]>();
  const ordered = [...events].sort(
    (a, b) => Number(isHeadline(a.trigger)) - Number(isHeadline(b.trigger)) || a.trigger[0] - b.trigger[0],
  );
  for (const event of ordered) {
    const key = keyOf(event);
    const same = groups.get(key) ?? [];
    groups.set(key, same);
    const headline = isHeadline(event.trigger);
    const kept = same.find((other) => compatible(other.event, event) || (headline && tellsLess(event, other.event)));
    if (kept) join(kept, event);
    else same.push({ event, also: [...(event.also ?? [])] });
  }
  return [...groups.values()]
    .flat()
    .map(({ event, also }) => (also.length ? { ...event, also } : event))
    .sort((a, b) => a.trigger[0] - b.trigger[0] || a.trigger[1] - b.trigger[1]);
}

/** An event with the other places that tell it, which grow in place: a text may say one thing thousands of times. */
interface Kept {
  event: Event;
  readonly also: Span[];
}

function keyOf(event: Event): string {
  return [event.type, event.modality, [...event.actor].sort().join(',')].join('|');
}

/** Deeds of which a sentence may tell several: "massed tanks and called up reservists". */
const DEEDS = /^(?:COOPERATE|AID|RETREAT|SANCTION|MOBILIZE|COERCE|ASSAULT)$/;
/** In characters, from one trigger to the next; more is seldom one sentence. */
const SAME_BREATH = 120;

/** Two deeds of one kind in one breath, by words of different senses: told side by side, not told twice. */
function areSideBySide(a: Event, b: Event): boolean {
  if (!DEEDS.test(a.type) || a.rule === b.rule || a.statement !== b.statement) return false;
  const [first, second] = a.trigger[0] <= b.trigger[0] ? [a, b] : [b, a];
  // The evidence of the second reaches back to the subject that both have.
  return second.trigger[0] - first.trigger[0] < SAME_BREATH && first.evidence[1] <= second.trigger[0];
}

/** Same doers and type: one event unless recipients, mode, time, place or subject tell them apart. */
function compatible(a: Event, b: Event): boolean {
  const agrees = (x: string | null, y: string | null) => x === null || y === null || x === y;
  if (areSideBySide(a, b)) return false;
  if (!agrees(a.mode, b.mode) || !agrees(a.place, b.place) || !sameTime(a, b)) return false;
  if (overlaps(a.evidence, b.evidence)) {
    // "warned the partners that it was unacceptable": two words for one reproach.
    return holds(a.recipient, b.recipient) && a.cameo?.slice(0, 2) === b.cameo?.slice(0, 2);
  }
  if (a.recipient.length !== b.recipient.length || !holds(a.recipient, b.recipient)) return false;
  // "Agreed to meet", "agreed to cut quotas": of two promises to nobody only the kind tells whether they are one.
  if (!a.recipient.length && !a.about.length && !b.about.length) {
    // "Agreed to resume talks", "will meet in April": a day of its own makes it another meeting.
    if (a.type === 'AGREE') return a.cameo === b.cameo && (a.cameo !== '036' || a.time.basis === b.time.basis);
    // Of two reproaches to nobody only the words tell whether they are one.
    if (a.type === 'ACCUSE' || a.type === 'SUPPORT') return a.rule === b.rule;
  }
  if (a.about.length && b.about.length) return a.about.some((id) => b.about.includes(id));
  return a.about.length === b.about.length || a.cameo === b.cameo;
}

/** "Chad halts talks" over "Chad suspended talks with Mali on Thursday": a headline leaves out parties. */
function tellsLess(headline: Event, told: Event): boolean {
  if (headline.recipient.length || headline.mode !== told.mode || headline.place !== null) return false;
  return headline.cameo === told.cameo && sameTime(headline, told);
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

function join(kept: Kept, other: Event): void {
  const { event, also } = kept;
  const better = {
    ...event,
    recipient: [...new Set([...event.recipient, ...other.recipient])],
    about: [...new Set([...event.about, ...other.about])],
    place: event.place ?? other.place,
    mode: event.mode ?? other.mode,
    time: event.time.basis !== 'expression' && other.time.basis === 'expression' ? other.time : event.time,
    background: event.background && other.background,
  };
  const overlapping = overlaps(event.evidence, other.evidence);
  kept.event = overlapping ? { ...better, evidence: hull(event.evidence, other.evidence) } : better;
  if (!overlapping) also.push(other.evidence);
  also.push(...(other.also ?? []));
}
