// The review as schemas.
import { z } from 'zod';
import { anchorSchema, namedEntitySchema, reviewEntrySchema } from '../../record/review/entry.ts';
import type * as contract from '../contract.ts';
import { itemKind } from './documents.ts';
import { anyItem, count, documentLink, entities, entityLink, text } from './items.ts';

const share = z.number().min(0).max(1);

export const queueEntry = z.strictObject({
  item: anyItem,
  uncertainty: share,
  reasons: z.array(text),
}) satisfies z.ZodType<contract.QueueEntry>;

const fields = z.record(text, z.unknown());

export const history = z.strictObject({
  item: anyItem.nullable(),
  entity: entityLink.nullable(),
  document: text.nullable(),
  merged: entities,
  machine: fields,
  fields,
  outdated: z.strictObject({ countedFrom: text.nullable(), file: text.nullable() }).exactOptional(),
  grounds: z.array(z.strictObject({ item: anyItem, entry: reviewEntrySchema.nullable() })),
  taken: z.array(z.strictObject({ item: anyItem, shaken: z.boolean() })),
  shaken: z.boolean(),
  entries: z.array(
    z.strictObject({
      ...reviewEntrySchema.unwrap().shape,
      undone: z.strictObject({ id: text, who: text, when: text }).nullable(),
    }),
  ),
}) satisfies z.ZodType<contract.ReviewHistory>;

export const orphans = z.array(
  z.strictObject({
    entry: reviewEntrySchema,
    target: z.union([anchorSchema, namedEntitySchema, z.strictObject({ document: text })]),
    reason: z.enum(['document-missing', 'words-missing', 'reads-otherwise', 'ambiguous', 'entity-missing']),
  }),
) satisfies z.ZodType<readonly contract.Orphan[]>;

export const journal = z.array(reviewEntrySchema) satisfies z.ZodType<readonly contract.ReviewEntry[]>;

export const takenOut = z.array(
  z.strictObject({
    document: documentLink,
    items: count.nullable().describe('Null for one that was never in this record.'),
    entry: reviewEntrySchema.unwrap().pick({ id: true, who: true, when: true, note: true }).readonly(),
  }),
) satisfies z.ZodType<readonly contract.TakenOut[]>;

const verdict = z.enum(['accepted', 'corrected', 'rejected']);

export const reviewers = z.strictObject({
  reviewers: z.array(
    z.strictObject({
      who: text,
      entries: count,
      accepted: count,
      corrected: count,
      rejected: count,
      added: count,
      from: text,
      to: text,
    }),
  ),
  pairs: z.array(
    z.strictObject({
      one: text,
      other: text,
      items: count,
      agreement: share,
      kappa: z.number().nullable(),
      disagreements: z.array(z.strictObject({ target: anchorSchema, one: verdict, other: verdict })),
    }),
  ),
  rules: z.array(
    z.strictObject({
      rule: text,
      kind: itemKind,
      accepted: count,
      corrected: count,
      rejected: count,
      precision: share,
      low: share,
      high: share,
    }),
  ),
}) satisfies z.ZodType<contract.ReviewersView>;
