// What speaks against two items being one: asked of a person before they are merged, where a slip of the hand looks the same.
import type { AnyView, EntityLink } from '../views.ts';

export type Unlike = 'type' | 'day' | 'parties';

/** Reports of one thing may have its day wrong by so much. */
const WITHIN_DAYS = 7;

/**
 * In what items differ from the first of them, which leads: another type, days more than a week apart, no party of its own.
 * Dates and parties that are not told differ from none. Items of different kinds are never one: the record says so itself.
 */
export function unlikeness([first, ...others]: readonly AnyView[]): readonly Unlike[] {
  if (!first || others.some(({ kind }) => kind !== first.kind)) return [];
  const differ: readonly (readonly [Unlike, (other: AnyView) => boolean])[] = [
    ['type', (other) => typeOf(first) !== typeOf(other)],
    ['day', (other) => daysBetween(first, other) > WITHIN_DAYS],
    ['parties', (other) => haveNoneInCommon(partiesOf(first), partiesOf(other))],
  ];
  return differ.flatMap(([what, differs]) => (others.some(differs) ? [what] : []));
}

/** Said of them. Example: "differ in type and day", "have no party in common". */
export function unlikeWords(unlike: readonly Unlike[]): string {
  const fields = unlike.filter((what) => what !== 'parties');
  const differ = fields.length > 0 ? [`differ in ${fields.join(' and ')}`] : [];
  return [...differ, ...(unlike.includes('parties') ? ['have no party in common'] : [])].join(' and ');
}

function typeOf(item: AnyView): string | null {
  switch (item.kind) {
    case 'event':
      return item.type;
    case 'development':
      return item.what;
    case 'position':
      return item.stance;
    default:
      return null;
  }
}

function partiesOf(item: AnyView): readonly EntityLink[] {
  switch (item.kind) {
    case 'event':
      return [...item.actor, ...item.recipient];
    case 'statement':
      return item.speaker;
    case 'meeting':
      return [...item.parties, ...(item.body ? [item.body] : [])];
    case 'development':
    case 'obligation':
      return [item.agreement];
    case 'activity':
      return [item.activity];
    case 'position':
      return [item.actor, item.on];
  }
}

const haveNoneInCommon = (some: readonly EntityLink[], others: readonly EntityLink[]): boolean =>
  some.length > 0 && others.length > 0 && !some.some(({ id }) => others.some((other) => other.id === id));

const DAY = 86_400_000;

/** Days from the end of the earlier to the beginning of the later, as near as their dates can mean. */
function daysBetween({ time: one }: AnyView, { time: other }: AnyView): number {
  const gap = (end: string | null, start: string | null) =>
    end === null || start === null ? 0 : (Date.parse(start) - Date.parse(end)) / DAY;
  return Math.max(gap(one.end, other.start), gap(other.end, one.start));
}
