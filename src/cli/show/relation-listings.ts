// Listings of relations: the temperature, people, sources.
import type { DuplicateGroup, Period, PersonView, PublisherView, TemperatureRow } from '../../record/views.ts';
import { column, type Listing, namedIn, once } from './listing.ts';

export const temperature = (by: Period): Listing<TemperatureRow> => ({
  ask: async (record, { limit, ...filter }) => {
    const { rows, leftOut, undated } = await record.temperature({ ...filter, by });
    if (undated) process.stderr.write(`${undated} events have no date as exact as a ${by} and stand in none.\n`);
    return { total: rows.length, items: rows.slice(0, limit), leftOut };
  },
  columns: [
    once('between', 2),
    once('and', 2),
    column('period'),
    column('score'),
    column('events'),
    column('verbal coop.'),
    column('material coop.'),
    column('verbal confl.'),
    column('material confl.'),
  ],
  rows: ({ pair: [one, other], period, score, events, quads }) => [
    [
      one.name,
      other.name,
      period,
      score.toFixed(2),
      String(events),
      ...[1, 2, 3, 4].map((quad) => String(quads[quad as 1])),
    ],
  ],
});

export const people: Listing<PersonView> = {
  ask: (record, filter) => record.people(namedIn(filter)),
  columns: [
    column('name', 2),
    column('of', 2),
    column('offices', 4),
    column('statements'),
    column('events'),
    column('dealt with', 4),
  ],
  rows: ({ person, offices, statements, events, dealtWith }) => [
    [
      person.name,
      person.partOf?.name ?? '',
      offices.map(({ office, from, to }) => (from ? `${office} (${spanOf(from, to)})` : office)).join('; '),
      String(statements),
      String(events),
      dealtWith.map(({ entity, items }) => `${entity.name} ${items}`).join('; '),
    ],
  ],
  ids: ({ person }) => [person.id],
};

const spanOf = (from: string, to: string | null): string =>
  to === null || to.slice(0, 4) === from.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(0, 4)}`;

/** A publisher, or copies of one text. */
type Source = PublisherView | DuplicateGroup;

export const sources: Listing<Source> = {
  ask: async (record, { asOf }) => {
    const { publishers, duplicates, method } = await record.sources(asOf);
    if (duplicates.length > 0) process.stderr.write(`${method}\n`);
    return { total: publishers.length + duplicates.length, items: [...publishers, ...duplicates] };
  },
  columns: [
    column('publisher or copies', 5),
    column('documents'),
    column('independent'),
    column('items'),
    column('from'),
    column('to'),
  ],
  rows: (source) => {
    if ('documents' in source && typeof source.documents === 'number') {
      const { publisher, documents, independent, items, from, to } = source as PublisherView;
      return [
        [publisher ?? '(none named)', String(documents), String(independent), String(items), from ?? '–', to ?? '–'],
      ];
    }
    const { documents, kind, resemblance } = source as DuplicateGroup;
    const days = documents.flatMap(({ published }) => published.start ?? []);
    const title = documents.map(({ publisher, id }) => (publisher ? `${id} (${publisher})` : id)).join(' = ');
    const share = kind === 'same' ? 'same words' : `${Math.round(resemblance * 100)} % in common`;
    return [[`${share}: ${title}`, String(documents.length), '1', '', days[0] ?? '–', days.at(-1) ?? '–']];
  },
};
