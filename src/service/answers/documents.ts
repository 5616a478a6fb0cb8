// Documents and entities as schemas, with lists in pieces.
import { z } from 'zod';
import { MENTION_FORMS, TIMEX_TYPES } from '../../model/analysis.ts';
import { PASSAGE_KINDS } from '../../model/document.ts';
import type * as contract from '../contract.ts';
import {
  activity,
  count,
  day,
  development,
  documentLink,
  entities,
  entityLink,
  event,
  meeting,
  obligation,
  position,
  span,
  statement,
  text,
} from './items.ts';

export const counts = z.strictObject({
  event: count,
  statement: count,
  meeting: count,
  development: count,
  obligation: count,
  activity: count,
  position: count,
});

export const documentListing = z.strictObject({
  ...documentLink.shape,
  author: text.nullable(),
  language: text.nullable(),
  url: text.nullable(),
  length: count,
  counts,
}) satisfies z.ZodType<contract.DocumentListing>;

export const documentView = z.strictObject({
  ...documentListing.shape,
  text,
  passages: z.array(z.strictObject({ span, kind: z.enum(PASSAGE_KINDS) })),
  sentences: z.array(z.strictObject({ span, passage: count })),
  entities: z.array(
    z.strictObject({
      ...entityLink.shape,
      mentions: z.array(z.strictObject({ span, form: z.enum(MENTION_FORMS) })),
    }),
  ),
  times: z.array(z.strictObject({ span, type: z.enum(TIMEX_TYPES), value: text })),
  diagnostics: z.array(z.strictObject({ code: text, span: span.nullable(), message: text })),
  statements: z.array(statement),
  events: z.array(event),
  meetings: z.array(meeting),
  developments: z.array(development),
  obligations: z.array(obligation),
  activities: z.array(activity),
  positions: z.array(position),
}) satisfies z.ZodType<contract.DocumentView>;

export const entityView = z.strictObject({
  ...entityLink.shape,
  partOf: entityLink.nullable(),
  offices: z.array(text),
  names: z.array(text),
  documents: count,
  mentions: count,
}) satisfies z.ZodType<contract.EntityView>;

export const entityDetail = z.strictObject({
  ...entityView.shape,
  mentionedIn: z.array(z.strictObject({ document: documentLink, mentions: count })),
  parts: entities,
  counts,
}) satisfies z.ZodType<contract.EntityDetail>;

export const itemKind = z.enum(Object.keys(counts.shape) as contract.ItemKind[]);

export const leftOut = count.describe('Undated documents that an as-of by knowledge leaves out.');

export const pageOf = <T extends z.ZodType>(one: T) =>
  z.strictObject({ total: count, offset: count, limit: count, items: z.array(one), leftOut: leftOut.exactOptional() });

export const summary = z.strictObject({
  format: z.literal(1),
  version: text,
  documents: count,
  entities: count,
  counts,
  from: day,
  to: day,
  undated: count,
}) satisfies z.ZodType<contract.RecordSummary>;
