// Between actors and between sources: temperature, network, people, comparisons; and full-text search over everything.
import { QUERIES } from '../queries.ts';
import { endpoint } from './endpoint.ts';
import { asOfOf, filterOf, given } from './filter-of.ts';

export const RELATIONS = [
  endpoint({
    path: '/api/temperature',
    summary: 'How warm or cold things were between two sides, by period.',
    query: QUERIES.temperature,
    run: ({ record, query }) => record.temperature({ ...filterOf(query), by: query.by }),
  }),
  endpoint({
    path: '/api/temperature/overall',
    summary: 'How warm or cold things were between all sides together, or one and all others, by period.',
    query: QUERIES.overall,
    run: ({ record, query: { entity, by, ...dates } }) =>
      record.overallTemperature({ ...filterOf(dates), ...given('entity', entity), by }),
  }),
  endpoint({
    path: '/api/network',
    summary: 'Who deals with whom, how often and how.',
    query: QUERIES.network,
    run: ({ record, query }) => record.network(filterOf(query)),
  }),
  endpoint({
    path: '/api/people',
    summary: 'People with dated offices, what they said, whom they dealt with.',
    query: QUERIES.people,
    run: ({ record, query }) => {
      const { limit, offset, name } = query;
      return record.people({ limit, offset, ...given('name', name), ...asOfOf(query) });
    },
  }),
  endpoint({
    path: '/api/sources',
    summary: 'Publishers, and which documents are copies of one text.',
    query: QUERIES.asOf,
    run: ({ record, query }) => record.sources(asOfOf(query).asOf),
  }),
  endpoint({
    path: '/api/compare/:id',
    summary: 'One event as its several sources tell it.',
    query: QUERIES.asOf,
    run: ({ record, id, query }) => record.compare(id, asOfOf(query).asOf),
  }),
  endpoint({
    path: '/api/latest',
    summary: 'The last documents, with what each was the first to tell.',
    query: QUERIES.latest,
    run: ({ record, query }) => record.latest({ limit: query.limit, ...asOfOf(query) }),
  }),
  endpoint({
    path: '/api/find',
    summary: 'Documents, statements and entities that hold all the words.',
    query: QUERIES.find,
    run: ({ record, query }) => {
      const { kind, ...filter } = query;
      return record.find(query.q, { ...filterOf(filter), ...given('kinds', kind) });
    },
  }),
];
