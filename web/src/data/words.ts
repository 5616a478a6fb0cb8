// The words the page uses for what the record holds.
import type { AnyView, EntityLink, EventView, RecordDate } from '../../../src/service/contract.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const BASIS: Readonly<Record<string, string>> = {
  published: 'day of publication',
  inferred: 'inferred from the text',
};

/** A date as far as it is known: `23 October 2013`, `October 2013`, `2013`, `October – November 2013`. */
export function dateWords({ value }: Pick<RecordDate, 'value'>): string {
  if (value === null) return 'undated';
  return value.split('/').map(partWords).join(' – ');
}

/** What an uncertain date rests on; empty where the text gives the date. */
export function basisWords({ value, basis }: RecordDate): string {
  return value === null ? '' : (BASIS[basis] ?? '');
}

/** Parts of a year that TIMEX3 writes in the month's place. */
const PARTS_OF_A_YEAR: Readonly<Record<string, string>> = {
  SP: 'spring',
  SU: 'summer',
  FA: 'autumn',
  WI: 'winter',
  Q1: 'first quarter of',
  Q2: 'second quarter of',
  Q3: 'third quarter of',
  Q4: 'fourth quarter of',
  H1: 'first half of',
  H2: 'second half of',
};

function partWords(part: string): string {
  const [year = '', month, day] = part.split('T')[0]?.split('-') ?? [];
  const season = PARTS_OF_A_YEAR[month ?? ''];
  if (season) return `${season} ${year}`;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return part;
  return [day === undefined ? '' : String(Number(day)), name, year].filter(Boolean).join(' ');
}

export function yearOf(date: RecordDate): string {
  return date.start?.slice(0, 4) ?? '';
}

/** `NATO and Russia`, `the United States, France and Germany`, or `—` for nobody. */
export function listWords(entities: readonly EntityLink[], most = 4): string {
  const names = entities.slice(0, most).map((entity) => entity.name);
  if (entities.length > most) names.push(`${entities.length - most} more`);
  return names.length < 2 ? (names[0] ?? '—') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Who did it, and to whom where that is known. */
export function partiesOf(event: EventView): string {
  const actors = listWords(event.actor);
  return event.recipient.length ? `${actors} → ${listWords(event.recipient)}` : actors;
}

/** The line that names an item. */
export function titleOf(item: AnyView): string {
  switch (item.kind) {
    case 'event':
      return partiesOf(item);
    case 'statement':
      return listWords(item.speaker);
    case 'meeting':
      return listWords(item.parties);
    case 'development':
    case 'obligation':
      return item.agreement.name;
    case 'activity':
      return item.activity.name;
    case 'position':
      return `${item.actor.name} on ${item.on.name}`;
  }
}

/** The line that says what kind of thing an item is. */
export function labelOf(item: AnyView): string {
  switch (item.kind) {
    case 'event':
      return [item.type.toLowerCase(), item.mode].filter(Boolean).join(' · ');
    case 'statement':
      return [item.cueText || 'says', item.form].join(' · ');
    case 'meeting':
      return ['meeting', item.level?.replace('-', ' '), item.state].filter(Boolean).join(' · ');
    case 'development':
      return ['agreement', item.what.replaceAll('-', ' ')].join(' · ');
    case 'obligation':
      return 'agreement · obligation';
    case 'activity':
      return ['activity', item.state.replace('-', ' ')].join(' · ');
    case 'position':
      return ['position', item.stance].join(' · ');
  }
}
