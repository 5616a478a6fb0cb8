// The query parameters of every endpoint: what they may be, and the same as a description for openapi.json.
import { z } from 'zod';
import { ENTITY_KINDS, ITEM_KINDS, MODALITIES } from '../model/items.ts';
import { EVENT_TYPES } from '../model/plover.ts';
import { daysOf } from '../record/dates.ts';
import type { FindHit, ReviewState, ThreadList } from '../record/views.ts';

const REVIEW_STATES = [
  'machine',
  'accepted',
  'corrected',
  'rejected',
  'added',
] as const satisfies readonly ReviewState[];

const THREAD_LISTS = [
  'actors',
  'shifts',
  'meetings',
  'course',
  'documents',
  'publishers',
] as const satisfies readonly ThreadList[];

const FOUND = ['document', 'statement', 'entity'] as const satisfies readonly FindHit['kind'][];

/** Longest text, in characters, that a parameter takes. */
const LONGEST = 500;

const words = z.string().min(1).max(LONGEST);
const id = z.string().min(1).max(LONGEST);
const ids = z.array(id).min(1).max(100);
const pair = z.tuple([id, id], 'must be two ids, as in pair=A,B');
const date = z
  .string()
  .refine((value) => daysOf(value) !== null, 'must be an ISO date that exists, such as 2013-10-23, 2013-10 or 2013');
const period = z.enum(['day', 'month', 'year']);

const page = {
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('How many at most.'),
  offset: z.coerce.number().int().min(0).max(1e9).default(0).describe('How many to leave out first.'),
};

const asOf = {
  world: date.optional().describe('Only what can have happened or been said by the end of this date.'),
  known: date.optional().describe('Only what documents published by the end of this date tell.'),
};

const window = {
  from: date.optional().describe('What can lie on or after the first day of this date.'),
  to: date.optional().describe('What can lie on or before the last day of this date.'),
};

const filter = {
  ...window,
  ...asOf,
  item: ids.optional().describe('Ids of items.'),
  retold: z.stringbool().optional().describe('Only what several documents tell.'),
  actor: ids.optional().describe('Ids of entities of which one, or who acts for it, acts or speaks.'),
  recipient: ids.optional().describe('Ids of entities of which one, or who acts for it, is acted on or spoken to.'),
  entity: ids
    .optional()
    .describe('Ids of entities of which one takes any part, or who acts for it does, receives or is spoken of.'),
  about: ids.optional().describe('Ids of issues, agreements or activities of which one is dealt with.'),
  pair: pair.optional().describe('Ids of two states or organisations that deal with one another.'),
  document: ids.optional().describe('Ids of documents; repeat the parameter for several.'),
  publisher: ids.optional().describe('Publishers; repeat the parameter for several.'),
  review: z.array(z.enum(REVIEW_STATES)).optional().describe('What people decided.'),
  rule: ids.optional().describe('Rules that made it; repeat the parameter for several.'),
  text: words.optional().describe('Words in the sentence of the evidence; "…" is a phrase, * any ending.'),
};

const { review: _review, ...reviewable } = filter;

const item = { ...page, ...filter };

const event = {
  ...item,
  type: z.array(z.enum(EVENT_TYPES)).optional().describe("PLOVER's event types."),
  modality: z.array(z.enum(MODALITIES)).optional().describe('Whether it happened, is planned, possible or denied.'),
};

const kinds = { kind: z.array(z.enum(ITEM_KINDS)).default(['event']).describe('Kinds of item.') };

const entity = {
  ...page,
  ...asOf,
  kind: z.array(z.enum(ENTITY_KINDS)).optional().describe('Kinds of entity.'),
  name: words.optional().describe('Part of a name.'),
};

const register = { ...item, name: words.optional().describe('Part of a name of its subject.') };

const shown = z.coerce
  .number()
  .int()
  .min(0)
  .max(500)
  .default(20)
  .describe('How many developments, tellings or positions of each at most, the first by date.');

export const QUERIES = {
  none: z.strictObject({}),
  documents: z.strictObject({
    ...page,
    ...asOf,
    title: words.optional().describe('Words or parts of words of the title, or of the id of one without a title.'),
    document: filter.document,
  }),
  asOf: z.strictObject(asOf),
  events: z.strictObject(event),
  statements: z.strictObject(item),
  timeline: z.strictObject({ ...event, ...kinds }),
  marks: z.strictObject({
    ...filter,
    type: event.type,
    modality: event.modality,
    ...kinds,
    by: period
      .optional()
      .describe('The period by which items are counted where they are too many; without it one that suits their time.'),
    most: z.coerce.number().int().min(1).max(5000).default(1500).describe('More items than these are counted.'),
  }),
  export: z.strictObject({
    ...filter,
    type: event.type,
    modality: event.modality,
    table: words.optional().describe('One table of a format that has several.'),
    all: z.stringbool().default(false).describe('Also what did not happen or has no exact day.'),
  }),
  entities: z.strictObject(entity),
  entity: z.strictObject({
    ...asOf,
    shown: z.coerce
      .number()
      .int()
      .min(0)
      .max(500)
      .optional()
      .describe('How many of the documents that mention it at most; all without it.'),
  }),
  search: z.strictObject({ ...page, q: words.describe('Words; "…" is a phrase, * any ending.') }),
  find: z.strictObject({
    ...page,
    ...window,
    ...asOf,
    document: filter.document,
    publisher: filter.publisher,
    kind: z.array(z.enum(FOUND)).optional().describe('Kinds of thing to find.'),
    q: words.describe('Words; "…" is a phrase, * any ending.'),
  }),
  register: z.strictObject(register),
  latestMeetings: z.strictObject({
    ...register,
    coming: z.coerce
      .number()
      .int()
      .min(0)
      .max(60)
      .optional()
      .describe('How many meetings to come at most, beside `limit` of the others, all of them among the last 60.'),
  }),
  shownRegister: z.strictObject({ ...register, shown }),
  agreement: z.strictObject({ ...page, ...asOf }),
  promises: z.strictObject({
    ...register,
    promise: z.array(z.enum(['promise', 'offer', 'request'])).optional(),
    outcome: z.array(z.enum(['fulfilled', 'refused', 'open'])).optional(),
  }),
  queue: z.strictObject({
    ...page,
    ...reviewable,
    type: event.type,
    modality: event.modality,
    kind: z.array(z.enum(ITEM_KINDS)).optional().describe('Kinds of item; all without it.'),
    reviewer: words.optional().describe('Leaves out what this person decided about, not what anybody did.'),
    order: z.enum(['uncertain', 'date']).default('uncertain').describe('What needs a look most first, or by date.'),
  }),
  thread: z.strictObject({
    ...page,
    limit: z.coerce.number().int().min(0).max(500).default(100).describe('How many items at most.'),
    ...asOf,
    shown: z.coerce
      .number()
      .int()
      .min(1)
      .max(500)
      .optional()
      .describe('How many actors, shifts, meetings, developments, tellings and documents at most; all without it.'),
    lists: z
      .array(z.enum(THREAD_LISTS))
      .optional()
      .describe('Which of its lists are wanted; the others are empty, and counted alone. All without it.'),
    whole: z
      .array(z.enum(THREAD_LISTS))
      .optional()
      .describe('Lists that are given as long as they are, whatever is shown of the others.'),
  }),
  temperature: z.strictObject({
    ...window,
    ...asOf,
    pair: pair.optional().describe('Ids of two states or organisations; every pair without it.'),
    by: period.default('month'),
  }),
  overall: z.strictObject({
    ...window,
    ...asOf,
    entity: id.optional().describe('Id of a state or organisation: only its dealings.'),
    by: period.default('month'),
  }),
  network: z.strictObject({
    ...window,
    ...asOf,
    entity: filter.entity,
    about: filter.about,
    type: event.type,
    limit: z.coerce.number().int().min(1).max(1000).default(200).describe('How many edges at most.'),
  }),
  people: z.strictObject({ ...page, ...asOf, name: entity.name }),
  latest: z.strictObject({ ...asOf, limit: z.coerce.number().int().min(1).max(50).default(5) }),
} as const;

export type QuerySchema = (typeof QUERIES)[keyof typeof QUERIES];

/** Names of documents, publishers and rules may hold commas; other lists are written with commas. */
const REPEATED: ReadonlySet<string> = new Set(['document', 'publisher', 'rule']);

export const isRepeated = (parameter: string): boolean => REPEATED.has(parameter);

/** Whether a parameter takes a list. */
export function isList(schema: QuerySchema, parameter: string): boolean {
  let field: unknown = (schema.shape as Record<string, unknown>)[parameter];
  while (field instanceof z.ZodOptional || field instanceof z.ZodDefault) field = field.unwrap();
  return field instanceof z.ZodArray || field instanceof z.ZodTuple;
}

/** The parameters of an address as a schema takes them: lists apart, the last of a single one that is repeated. */
export function rawQuery(schema: QuerySchema, parameters: URLSearchParams): Record<string, string | string[]> {
  const raw = [...new Set(parameters.keys())].map((name) => {
    const values = parameters.getAll(name);
    if (!isList(schema, name)) return [name, values.at(-1) ?? ''] as const;
    return [name, isRepeated(name) ? values : values.flatMap((value) => value.split(','))] as const;
  });
  return Object.fromEntries(raw);
}
