// The rows of one document and its reading, for the tables they go into.
import type { TableName } from '../engines/engine.ts';
import type { Tables } from '../schema/tables.ts';

/** Tables in the order in which rows go in: what is referred to comes first. */
export const FILLED = [
  'documents',
  'entities',
  'passages',
  'sentences',
  'document_entities',
  'named_parties',
  'mentions',
  'entity_names',
  'times',
  'items',
  'roles',
  'diagnostics',
] as const satisfies readonly TableName[];

export type Filled = (typeof FILLED)[number];

/** Columns that a table fills itself or that are worked out when the record is settled. */
type Later = 'offices' | 'names' | 'documents' | 'mentions' | 'part_of' | 'folded';

export type NewRow<T extends Filled> = T extends 'entities' ? Omit<Tables['entities'], Later> : Tables[T];

/** Rows as a reading fills them in, by table. */
export type FilledRows = { readonly [T in Filled]: NewRow<T>[] };

export type Rows = FilledRows & {
  /** For full text. */
  readonly texts: Tables['sentence_text'][];
  /** Entities to be settled. */
  readonly staleEntities: Set<number>;
};

export function noRows(): Rows {
  return {
    documents: [],
    entities: [],
    passages: [],
    sentences: [],
    document_entities: [],
    named_parties: [],
    mentions: [],
    entity_names: [],
    times: [],
    items: [],
    roles: [],
    diagnostics: [],
    texts: [],
    staleEntities: new Set(),
  };
}
