// What people can decide about the record, as a program or page hands it in.

import { z } from 'zod';
import { ITEM_KINDS } from '../../model/items.ts';
import { documentFieldsSchema } from './document-fields.ts';
import { entityRefSchema, spanSchema } from './values.ts';

const note = z.string().trim().min(1).max(10_000).optional();
/** Key of the last entry of the item's history that the person has seen: the decision is refused where others came since. */
const seen = z.string().nullable().optional();
const id = z.string().min(1).max(200);

/** Values by field name; `FIELDS` says what each kind of item has. */
const fields = z.record(z.string(), z.unknown());

export const decisionSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('accept'), item: id, note, seen }),
  z.strictObject({ what: z.literal('reject'), item: id, note, seen }),
  z.strictObject({ what: z.literal('correct'), item: id, fields, note, seen }),
  z.strictObject({
    what: z.literal('add'),
    kind: z.enum(ITEM_KINDS),
    document: id,
    /** The words that tell it. */
    evidence: spanSchema,
    fields,
    note,
  }),
  /** Several items that are one, or several entities; the first one's fields lead. */
  z.strictObject({ what: z.literal('merge'), items: z.array(id).min(2).max(100), note }),
  z.strictObject({ what: z.literal('merge-entities'), entities: z.array(id).min(2).max(100), note }),
  /** Takes tellings, named by document, out of an item; together they are another item. */
  z.strictObject({ what: z.literal('split'), item: id, documents: z.array(id).min(1).max(100), note }),
  /** Takes names out of an entity; `parts` are ids of the entities that were merged into it. */
  z.strictObject({ what: z.literal('split-entity'), entity: id, parts: z.array(id).min(1).max(100), note }),
  /** Puts another name, code or owner on an entity. */
  z.strictObject({
    what: z.literal('correct-entity'),
    entity: id,
    fields: z.strictObject({
      name: z.string().trim().min(1).max(300).optional(),
      code: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .nullable()
        .optional(),
      partOf: entityRefSchema.nullable().optional(),
    }),
    note,
  }),
  /** Puts right what is known about a document: its title, publisher, author, date, language or address. */
  z.strictObject({ what: z.literal('correct-document'), document: id, fields: documentFieldsSchema, note, seen }),
  /** Takes a document out of the record with all that it tells; taking the entry back puts it back. */
  z.strictObject({ what: z.literal('take-out'), document: id, note }),
  z.strictObject({
    what: z.literal('note'),
    /** Id of an item, entity or document. */
    on: id,
    note: z.string().trim().min(1).max(10_000),
  }),
]);

/** A decision about the record: accept, correct, reject, add, merge, split, take out or note. */
export type Decision = z.infer<typeof decisionSchema>;
