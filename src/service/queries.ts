// The query parameters of every endpoint: what they may be, and the same as a description for openapi.json.
import { z } from 'zod';
import { ENTITY_KINDS, MODALITIES } from '../model/items.ts';
import { EVENT_TYPES } from '../model/plover.ts';
import { daysOf } from '../record/dates.ts';
import type { ItemKind } from '../record/views.ts';

const ITEM_KINDS = [
  'event',
  'statement',
  'meeting',
  'development',
  'obligation',
  'activity',
  'position',
] as const satisfies readonly ItemKind[];

/** Longest text, in characters, that a parameter takes. */
const LONGEST = 500;

const words = z.string().min(1).max(LONGEST);
const ids = z.array(words).min(1).max(100);
const date = z
  .string()
  .refine((value) => daysOf(value) !== null, 'must be an ISO date that exists, such as 2013-10-23, 2013-10 or 2013');

const page = {
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('How many at most.'),
  offset: z.coerce.number().int().min(0).max(1e9).default(0).describe('How many to leave out first.'),
};

const item = {
  ...page,
  from: date.optional().describe('What can lie on or after the first day of this date.'),
  to: date.optional().describe('What can lie on or before the last day of this date.'),
  actor: ids.optional().describe('Ids of entities of which one acts or speaks.'),
  entity: ids.optional().describe('Ids of entities of which one takes any part.'),
  document: ids.optional().describe('Ids of documents; repeat the parameter for several.'),
  text: words.optional().describe('Words in the sentence of the evidence; "…" is a phrase, * any ending.'),
};

const event = {
  ...item,
  type: z.array(z.enum(EVENT_TYPES)).optional().describe("PLOVER's event types."),
  modality: z.array(z.enum(MODALITIES)).optional().describe('Whether it happened, is planned, possible or denied.'),
};

export const QUERIES = {
  none: z.strictObject({}),
  page: z.strictObject(page),
  events: z.strictObject(event),
  statements: z.strictObject(item),
  timeline: z.strictObject({
    ...event,
    kind: z.array(z.enum(ITEM_KINDS)).default(['event']).describe('Kinds of item.'),
  }),
  entities: z.strictObject({
    ...page,
    kind: z.array(z.enum(ENTITY_KINDS)).optional().describe('Kinds of entity.'),
    name: words.optional().describe('Part of a name.'),
  }),
  search: z.strictObject({ ...page, q: words.describe('Words; "…" is a phrase, * any ending.') }),
} as const;

export type QuerySchema = (typeof QUERIES)[keyof typeof QUERIES];

/** Document ids come from file names, which may hold commas; other lists are written with commas. */
const REPEATED: ReadonlySet<string> = new Set(['document']);

export const isRepeated = (parameter: string): boolean => REPEATED.has(parameter);

/** Whether a parameter takes a list. */
export function isList(schema: QuerySchema, parameter: string): boolean {
  let field: unknown = (schema.shape as Record<string, unknown>)[parameter];
  while (field instanceof z.ZodOptional || field instanceof z.ZodDefault) field = field.unwrap();
  return field instanceof z.ZodArray;
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
