// The answers of the service as schemas: what openapi.json says of them, held to the contract by the compiler and to
// what the service really answers by tests.
import { z } from 'zod';
import { MENTION_FORMS, TIMEX_TYPES } from '../model/analysis.ts';
import { PASSAGE_KINDS } from '../model/document.ts';
import {
  ACTIVITY_STATES,
  DEVELOPMENTS,
  ENTITY_KINDS,
  MEETING_LEVELS,
  MEETING_STATES,
  MODALITIES,
  STANCES,
  STATEMENT_FORMS,
} from '../model/items.ts';
import { CONTEXTS, EVENT_TYPES } from '../model/plover.ts';
import type * as contract from './contract.ts';

const text = z.string();
const id = z.string().min(1);
const count = z.int().min(0);
const span = z.tuple([count, count]).describe("Start and end (exclusive) in UTF-16 code units of the document's text.");
const spans = z.array(span);
const day = z.iso.date().nullable();

const recordDate = z.strictObject({
  value: text.nullable().describe('ISO date, partial date or interval, as far as the text says.'),
  start: day.describe('First day it can mean.'),
  end: day.describe('Last day it can mean.'),
  basis: z.enum(['given', 'stated', 'inferred', 'unknown', 'expression', 'published']),
}) satisfies z.ZodType<contract.RecordDate>;

const entityLink = z.strictObject({
  id,
  name: text,
  kind: z.enum(ENTITY_KINDS),
  code: text.nullable().describe('ISO 3166-1 alpha-3, for states.'),
}) satisfies z.ZodType<contract.EntityLink>;

const documentLink = z.strictObject({
  id,
  title: text.nullable(),
  publisher: text.nullable(),
  published: recordDate,
}) satisfies z.ZodType<contract.DocumentLink>;

const evidence = z.strictObject({
  document: documentLink,
  span,
  quote: text,
  trigger: span.nullable(),
  also: spans,
  sentence: z.strictObject({ span, text }),
  rule: text.nullable(),
  why: text.nullable(),
}) satisfies z.ZodType<contract.Evidence>;

const entities = z.array(entityLink);
const quoted = z.array(z.strictObject({ document: id, span, quote: text }));
const item = {
  id,
  time: recordDate,
  evidence: z.array(evidence).min(1),
  review: z.enum(['machine', 'accepted', 'corrected', 'rejected', 'added']),
};

const event = z.strictObject({
  kind: z.literal('event'),
  ...item,
  type: z.enum(EVENT_TYPES),
  mode: text.nullable(),
  quad: z.literal([1, 2, 3, 4]),
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

const statement = z.strictObject({
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

const meeting = z.strictObject({
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

const development = z.strictObject({
  kind: z.literal('development'),
  ...item,
  agreement: entityLink,
  what: z.enum(DEVELOPMENTS),
  by: entities,
}) satisfies z.ZodType<contract.DevelopmentView>;

const obligation = z.strictObject({
  kind: z.literal('obligation'),
  ...item,
  agreement: entityLink,
}) satisfies z.ZodType<contract.ObligationView>;

const activity = z.strictObject({
  kind: z.literal('activity'),
  ...item,
  activity: entityLink,
  parties: entities,
  state: z.enum(ACTIVITY_STATES),
  figures: z.array(z.strictObject({ span, value: z.number(), of: text })),
}) satisfies z.ZodType<contract.ActivityView>;

const position = z.strictObject({
  kind: z.literal('position'),
  ...item,
  actor: entityLink,
  on: entityLink,
  stance: z.enum(STANCES),
  statement: id.nullable(),
}) satisfies z.ZodType<contract.PositionView>;

const anyItem = z.discriminatedUnion('kind', [
  event,
  statement,
  meeting,
  development,
  obligation,
  activity,
  position,
]) satisfies z.ZodType<contract.AnyView>;

const counts = z.strictObject({
  event: count,
  statement: count,
  meeting: count,
  development: count,
  obligation: count,
  activity: count,
  position: count,
});

const listing = {
  ...documentLink.shape,
  author: text.nullable(),
  language: text.nullable(),
  url: text.nullable(),
  length: count,
  counts,
};

const documentView = z.strictObject({
  ...listing,
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

const entityView = {
  ...entityLink.shape,
  partOf: entityLink.nullable(),
  offices: z.array(text),
  names: z.array(text),
  documents: count,
  mentions: count,
};

const pageOf = <T extends z.ZodType>(one: T) =>
  z.strictObject({ total: count, offset: count, limit: count, items: z.array(one) });

export const ANSWERS = {
  '/api/record': z.strictObject({
    format: z.literal(1),
    version: text,
    documents: count,
    entities: count,
    counts,
    from: day,
    to: day,
    undated: count,
  }),
  '/api/timeline': pageOf(anyItem),
  '/api/documents': pageOf(z.strictObject(listing)),
  '/api/documents/:id': documentView,
  '/api/statements': pageOf(statement),
  '/api/events': pageOf(event),
  '/api/events/:id': event,
  '/api/entities': pageOf(z.strictObject(entityView)),
  '/api/entities/:id': z.strictObject({
    ...entityView,
    mentionedIn: z.array(z.strictObject({ document: documentLink, mentions: count })),
    parts: entities,
    counts,
  }),
  '/api/items/:id': anyItem,
  '/api/search': pageOf(
    z.strictObject({
      document: documentLink,
      sentence: z.strictObject({ span, text }),
      matches: spans,
      items: z.array(z.strictObject({ kind: z.enum(Object.keys(counts.shape) as contract.ItemKind[]), id })),
    }),
  ),
} satisfies { [P in keyof contract.Endpoints]: z.ZodType<contract.Endpoints[P]> };

export const REFUSAL = z.strictObject({
  error: z.strictObject({ code: text, message: text, parameter: text.optional() }),
});

/** What openapi.json says once, by name. */
export const PARTS = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries({
  RecordDate: recordDate,
  EntityLink: entityLink,
  DocumentLink: documentLink,
  Evidence: evidence,
  Event: event,
  Statement: statement,
  Meeting: meeting,
  Development: development,
  Obligation: obligation,
  Activity: activity,
  Position: position,
  Item: anyItem,
  Document: documentView,
  Entity: ANSWERS['/api/entities/:id'],
  Record: ANSWERS['/api/record'],
  Timeline: ANSWERS['/api/timeline'],
  Documents: ANSWERS['/api/documents'],
  Statements: ANSWERS['/api/statements'],
  Events: ANSWERS['/api/events'],
  Entities: ANSWERS['/api/entities'],
  SearchResult: ANSWERS['/api/search'],
  Refusal: REFUSAL,
})) {
  PARTS.add(schema, { id: name });
}
