// Sources as schemas: publishers, copies, comparisons, what the last documents brought, what is found.
import { z } from 'zod';
import { ENTITY_KINDS } from '../../model/items.ts';
import type * as contract from '../contract.ts';
import { counts, documentListing, itemKind } from './documents.ts';
import {
  anyItem,
  count,
  day,
  documentLink,
  entities,
  entityLink,
  event,
  evidence,
  id,
  recordDate,
  span,
  spans,
  text,
} from './items.ts';

export const publisher = z.strictObject({
  publisher: text.nullable(),
  documents: count,
  independent: count,
  items: count,
  counts,
  from: day,
  to: day,
}) satisfies z.ZodType<contract.PublisherView>;

export const sources = z.strictObject({
  publishers: z.array(publisher),
  duplicates: z.array(
    z.strictObject({
      documents: z.array(documentLink),
      kind: z.enum(['same', 'near']),
      resemblance: z.number().min(0).max(1),
    }),
  ),
  method: text,
}) satisfies z.ZodType<contract.SourcesView>;

const FIELDS = ['date', 'place', 'actor', 'recipient', 'mode', 'modality', 'duration', 'saidBy', 'numbers'] as const;

export const comparison = z.strictObject({
  event,
  tellings: z.array(
    z.strictObject({
      document: documentLink,
      evidence,
      fields: z.strictObject({
        date: text.nullable(),
        place: text.nullable(),
        actor: z.array(text),
        recipient: z.array(text),
        mode: text.nullable(),
        modality: text,
        duration: z.array(text),
        saidBy: z.array(text),
        numbers: z.array(text),
      }),
      source: count,
    }),
  ),
  differences: z.array(
    z.strictObject({
      field: z.enum(FIELDS),
      values: z.array(z.strictObject({ value: text, tellings: z.array(count) })),
    }),
  ),
  reports: count,
  outlets: count,
  independent: count,
  method: text,
}) satisfies z.ZodType<contract.CompareView>;

export const latest = z.array(
  z.strictObject({ document: documentListing, news: z.array(anyItem) }),
) satisfies z.ZodType<readonly contract.LatestView[]>;

const snippet = z.strictObject({ text, matches: z.array(span).describe('Spans of `text`, not of the document.') });

export const findHit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), id, document: documentLink, snippet, sentences: count }),
  z.strictObject({
    kind: z.literal('statement'),
    id,
    speaker: entities,
    time: recordDate,
    document: documentLink,
    snippet,
  }),
  z.strictObject({
    kind: z.literal('entity'),
    id,
    entity: entityLink,
    entityKind: z.enum(ENTITY_KINDS),
    documents: count,
    snippet,
  }),
]) satisfies z.ZodType<contract.FindHit>;

export const searchHit = z.strictObject({
  document: documentLink,
  sentence: z.strictObject({ span, text }),
  matches: spans,
  items: z.array(z.strictObject({ kind: itemKind, id })),
}) satisfies z.ZodType<contract.SearchHit>;
