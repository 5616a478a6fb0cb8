// What lies between actors, and along time, as schemas.
import { z } from 'zod';
import { MODALITIES } from '../../model/items.ts';
import type * as contract from '../contract.ts';
import { entityView, itemKind, leftOut } from './documents.ts';
import { count, day, documentLink, entityLink, id, quad, text } from './items.ts';

const quads = z.strictObject({ 1: count, 2: count, 3: count, 4: count });
const score = z.number().min(-10).max(10).describe("Mean of PLOVER's conflict-cooperation scores.");
const period = z.enum(['day', 'month', 'year']);

const point = { period: text.describe('ISO day, month or year.'), score, sum: z.number(), quads, events: count };

export const overallTemperature = z.strictObject({
  points: z.array(z.strictObject(point)),
  undated: count,
  leftOut,
}) satisfies z.ZodType<contract.OverallTemperature>;

export const temperature = z.strictObject({
  rows: z.array(z.strictObject({ pair: z.tuple([entityLink, entityLink]), ...point })),
  undated: count,
  leftOut,
}) satisfies z.ZodType<contract.TemperatureView>;

export const network = z.strictObject({
  nodes: z.array(z.strictObject({ entity: entityLink, events: count })),
  edges: z.array(z.strictObject({ from: id, to: id, events: count, score, quads })),
}) satisfies z.ZodType<contract.NetworkView>;

export const person = z.strictObject({
  person: entityView,
  offices: z.array(
    z.strictObject({ office: text, from: day, to: day, documents: z.array(documentLink), number: count }),
  ),
  statements: count,
  events: count,
  dealtWith: z.array(z.strictObject({ entity: entityLink, items: count })),
}) satisfies z.ZodType<contract.PersonView>;

export const marks = z.strictObject({
  total: count,
  undated: count,
  kinds: z.array(z.strictObject({ kind: itemKind, number: count, dated: count })),
  from: day,
  to: day,
  marks: z.array(
    z.strictObject({
      id,
      kind: itemKind,
      quad: quad.nullable(),
      standing: z.enum(MODALITIES),
      start: text,
      end: text,
    }),
  ),
  counts: z.array(z.strictObject({ period: text, kind: itemKind, quad: quad.nullable(), number: count })),
  by: period,
}) satisfies z.ZodType<contract.MarksView>;
