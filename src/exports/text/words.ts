// Words for what the record holds, as exports for people print them.
import { daysOf } from '../../record/dates.ts';
import type { EntityLink, EventView, RecordDate } from '../../record/views.ts';

export const namesOf = (entities: readonly EntityLink[]): string => entities.map(({ name }) => name).join(', ');

/** "NATO, Russia", "Russia to NATO"; empty where no party is known. */
export function partiesOf({ actor, recipient }: Pick<EventView, 'actor' | 'recipient'>): string {
  return [namesOf(actor), namesOf(recipient)].filter(Boolean).join(' to ');
}

/** What keeps an event from having happened; empty for one that has. */
export const MODALITY_WORDS: Readonly<Record<EventView['modality'], string>> = {
  actual: '',
  planned: 'planned',
  hypothetical: 'possible',
  negated: 'denied',
};

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

/** "23 October 2013", "October 2013", "2013", "3 May 2012 to June 2012"; "about" where the date is the publication's. */
export function dateWords({ value, basis }: RecordDate): string {
  if (value === null) return 'undated';
  const words = value.split('/').map(pointWords).join(' to ');
  return basis === 'published' || basis === 'inferred' ? `about ${words}` : words;
}

/** TIMEX3's seasons, quarters and halves. */
const PARTS: Readonly<Record<string, string>> = {
  SP: 'spring',
  SU: 'summer',
  FA: 'autumn',
  AU: 'autumn',
  WI: 'winter',
  Q1: 'first quarter of',
  Q2: 'second quarter of',
  Q3: 'third quarter of',
  Q4: 'fourth quarter of',
  H1: 'first half of',
  H2: 'second half of',
};

function pointWords(value: string): string {
  const [, inYear, part] = /^(\d{4})-([A-Z][A-Z\d])$/.exec(value) ?? [];
  if (inYear && part && PARTS[part]) return `${PARTS[part]} ${inYear}`;
  if (/^\d{4}-W\d{2}/.test(value)) {
    const monday = daysOf(value)?.start;
    return monday ? `the week of ${pointWords(monday)}` : value;
  }
  if (/^\d{3}$/.test(value)) return `${value}0s`;
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(value) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (!year || !name) return value;
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}
