// Items, documents and entities: in lists, along time, and one by one.
import { QUERIES } from '../queries.ts';
import { endpoint } from './endpoint.ts';
import { asOfOf, filterOf, given } from './filter-of.ts';

export const ITEMS = [
  endpoint({
    path: '/api/record',
    summary: 'How much the record holds, from when to when.',
    query: QUERIES.none,
    run: async ({ record, version }) => ({ ...(await record.summary()), version }),
  }),
  endpoint({
    path: '/api/timeline',
    summary: 'Items of any kind by date.',
    query: QUERIES.timeline,
    run: ({ record, query }) => record.timeline(filterOf(query)),
  }),
  endpoint({
    path: '/api/marks',
    summary: 'Items as dates alone, for drawing; counted by period where they are too many.',
    query: QUERIES.marks,
    run: ({ record, query }) => record.marks({ ...filterOf(query), ...given('by', query.by), most: query.most }),
  }),
  endpoint({
    path: '/api/documents',
    summary: 'Documents by date.',
    query: QUERIES.documents,
    run: ({ record, query: { limit, offset, title, document, ...dates } }) =>
      record.documents({ limit, offset, ...given('title', title), ...given('ids', document), ...asOfOf(dates) }),
  }),
  endpoint({
    path: '/api/documents/:id',
    summary: 'A document with its text and all that was read in it.',
    query: QUERIES.none,
    run: ({ record, id }) => record.document(id),
  }),
  endpoint({
    path: '/api/statements',
    summary: 'Who said what, by date.',
    query: QUERIES.statements,
    run: ({ record, query }) => record.statements(filterOf(query)),
  }),
  endpoint({
    path: '/api/events',
    summary: 'Who did what with, to or for whom, by date; what several documents tell is one event.',
    query: QUERIES.events,
    run: ({ record, query }) => record.events(filterOf(query)),
  }),
  endpoint({
    path: '/api/events/:id',
    summary: 'An event with all its evidence.',
    query: QUERIES.none,
    run: async ({ record, id }) => {
      const found = await record.item(id);
      return found?.kind === 'event' ? found : null;
    },
  }),
  endpoint({
    path: '/api/entities',
    summary: 'Entities, those in most documents first.',
    query: QUERIES.entities,
    run: ({ record, query: { kind, name, limit, offset, ...dates } }) =>
      record.entities({ limit, offset, ...given('kinds', kind), ...given('name', name), ...asOfOf(dates) }),
  }),
  endpoint({
    path: '/api/entities/:id',
    summary: 'An entity: its names, where it is mentioned, how much it took part in.',
    query: QUERIES.entity,
    run: ({ record, id, query }) => record.entity(id, asOfOf(query).asOf, query.shown),
  }),
  endpoint({
    path: '/api/items/:id',
    summary: 'Any item by its id.',
    query: QUERIES.none,
    run: ({ record, id }) => record.item(id),
  }),
  endpoint({
    path: '/api/search',
    summary: 'Sentences that hold all the words.',
    query: QUERIES.search,
    run: ({ record, query: { q, limit, offset } }) => record.search(q, { limit, offset }),
  }),
];
