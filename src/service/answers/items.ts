// The items of the record as schemas, held to the contract by the compiler.
import { z } from 'zod';
import {
  ACTIVITY_STATES,
  DEVELOPMENTS,
  ENTITY_KINDS,
  MEETING_LEVELS,
  MEETING_STATES,
  MODALITIES,
  STANCES,
  STATEMENT_FORMS,
} from '../../model/items.ts';
import { CONTEXTS, EVENT_TYPES } from '../../model/plover.ts';
import type * as contract from '../contract.ts';

export const text = z.string();
export const id = z.string().min(1);
export const count = z.int().min(0);
export const span = z
  .tuple([count, count])
  .describe("Start and end (exclusive) in UTF-16 code units of the document's text.");
export const spans = z.array(span);
export const quad = z.literal([1, 2, 3, 4]);
export const day = z.iso.date().nullable();

export const recordDate = z.strictObject({
  value: text.nullable().describe('ISO date, partial date or interval, as far as the text says.'),
  start: day.describe('First day it can mean.'),
  end: day.describe('Last day it can mean.'),
  basis: z.enum(['given', 'stated', 'inferred', 'unknown', 'expression', 'published']),
}) satisfies z.ZodType<contract.RecordDate>;

export const entityLink = z.strictObject({
  id,
  name: text,
  kind: z.enum(ENTITY_KINDS),
  code: text.nullable().describe('ISO 3166-1 alpha-3, for states.'),
}) satisfies z.ZodType<contract.EntityLink>;

export const documentLink = z.strictObject({
  id,
  title: text.nullable(),
  publisher: text.nullable(),
  published: recordDate,
}) satisfies z.ZodType<contract.DocumentLink>;

export const evidence = z.strictObject({
  document: documentLink,
  span,
  quote: text,
  trigger: span.nullable(),
  also: spans,
  sentence: z.strictObject({ span, text }),
  rule: text.nullable(),
  why: text.nullable(),
}) satisfies z.ZodType<contract.Evidence>;

export const entities = z.array(entityLink);
export const quoted = z.array(z.strictObject({ document: id, span, quote: text }));
export const item = {
  id,
  time: recordDate,
  evidence: z.array(evidence).min(1),
  review: z.enum(['machine', 'accepted', 'corrected', 'rejected', 'added']),
};

export const event = z.strictObject({
  kind: z.literal('event'),
  ...item,
  type: z.enum(EVENT_TYPES),
  mode: text.nullable(),
  quad: quad,
  contexts: z.array(z.enum(CONTEXTS)),
  actor: entities,
  recipient: entities,
  about: entities,
  place: entityLink.nullable(),
  modality: z.enum(MODALITIES),
  background: z.boolean(),
  statement: id.nullable(),
  score: z.number().min(-10).max(10),
  cameo: text.nullable(),
}) satisfies z.ZodType<contract.EventView>;

export const statement = z.strictObject({
  kind: z.literal('statement'),
  ...item,
  speaker: entities,
  addressee: entities,
  about: entities,
  via: entities,
  form: z.enum(STATEMENT_FORMS),
  source: spans,
  cue: spans,
  content: spans,
  cueText: text,
  contentText: text,
}) satisfies z.ZodType<contract.StatementView>;

export const meeting = z.strictObject({
  kind: z.literal('meeting'),
  ...item,
  event: text,
  parties: entities,
  body: entityLink.nullable(),
  level: z.enum(MEETING_LEVELS).nullable(),
  place: entityLink.nullable(),
  state: z.enum(MEETING_STATES),
  agenda: quoted,
  outcome: quoted,
}) satisfies z.ZodType<contract.MeetingView>;

export const development = z.strictObject({
  kind: z.literal('development'),
  ...item,
  agreement: entityLink,
  what: z.enum(DEVELOPMENTS),
  by: entities,
}) satisfies z.ZodType<contract.DevelopmentView>;

export const obligation = z.strictObject({
  kind: z.literal('obligation'),
  ...item,
  agreement: entityLink,
}) satisfies z.ZodType<contract.ObligationView>;

export const activity = z.strictObject({
  kind: z.literal('activity'),
  ...item,
  activity: entityLink,
  parties: entities,
  state: z.enum(ACTIVITY_STATES),
  figures: z.array(z.strictObject({ span, value: z.number(), of: text })),
}) satisfies z.ZodType<contract.ActivityView>;

export const position = z.strictObject({
  kind: z.literal('position'),
  ...item,
  actor: entityLink,
  on: entityLink,
  stance: z.enum(STANCES),
  statement: id.nullable(),
}) satisfies z.ZodType<contract.PositionView>;

export const anyItem = z.discriminatedUnion('kind', [
  event,
  statement,
  meeting,
  development,
  obligation,
  activity,
  position,
]) satisfies z.ZodType<contract.AnyView>;
