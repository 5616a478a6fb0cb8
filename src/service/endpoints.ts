// The table of endpoints: address, parameters, what it answers. The router and openapi.json are both made from it.
import type { z } from 'zod';
import type { ItemFilter, OpenRecord } from '../record/record.ts';
import type { Endpoints } from './contract.ts';
import { QUERIES, type QuerySchema } from './queries.ts';

export interface Endpoint {
  readonly path: keyof Endpoints;
  readonly summary: string;
  readonly query: QuerySchema;
  /** Answers null where there is nothing with the id. */
  readonly run: (asked: Asked) => Promise<unknown>;
}

export interface Asked {
  readonly record: OpenRecord;
  /** Version of the program. */
  readonly version: string;
  /** The `:id` of the address, empty where it has none. */
  readonly id: string;
  /** Parameters as the endpoint's schema gives them. */
  readonly query: unknown;
}

/** Holds an endpoint's function to its address in the contract and to its schema. */
function endpoint<P extends keyof Endpoints, Q extends QuerySchema>(declared: {
  readonly path: P;
  readonly summary: string;
  readonly query: Q;
  readonly run: (asked: Omit<Asked, 'query'> & { readonly query: z.infer<Q> }) => Promise<Endpoints[P] | null>;
}): Endpoint {
  return declared as unknown as Endpoint;
}

export const ENDPOINTS: readonly Endpoint[] = [
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
    run: ({ record, query }) => record.timeline({ ...filterOf(query), kinds: query.kind }),
  }),
  endpoint({
    path: '/api/documents',
    summary: 'Documents by date.',
    query: QUERIES.page,
    run: ({ record, query }) => record.documents(query),
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
    run: ({ record, query: { kind, name, limit, offset } }) =>
      record.entities({ limit, offset, ...(kind && { kinds: kind }), ...(name !== undefined && { name }) }),
  }),
  endpoint({
    path: '/api/entities/:id',
    summary: 'An entity: its names, where it is mentioned, how much it took part in.',
    query: QUERIES.none,
    run: ({ record, id }) => record.entity(id),
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

type EventQuery = z.infer<typeof QUERIES.events>;

/** The filter of the record that a query stands for. */
function filterOf(
  query: z.infer<typeof QUERIES.statements> & Partial<Pick<EventQuery, 'type' | 'modality'>>,
): ItemFilter {
  const { limit, offset, from, to, type, modality, actor, entity, document, text } = query;
  return {
    limit,
    offset,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(type && { types: type }),
    ...(modality && { modalities: modality }),
    ...(actor && { actors: actor }),
    ...(entity && { entities: entity }),
    ...(document && { documents: document }),
    ...(text !== undefined && { text }),
  };
}
