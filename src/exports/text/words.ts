// Words for what the record holds, as exports for people print them.
import { pointWords } from '../../record/date-words.ts';
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

/** "23 October 2013", "October 2013", "2013", "3 May 2012 to June 2012"; "about" where the date is the publication's. */
export function dateWords({ value, basis }: RecordDate): string {
  if (value === null) return 'undated';
  const words = value.split('/').map(pointWords).join(' to ');
  return basis === 'published' || basis === 'inferred' ? `about ${words}` : words;
}
