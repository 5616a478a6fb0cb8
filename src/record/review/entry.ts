// An entry of the review journal: all that is needed to apply a decision again, in this record or another one.
import { z } from 'zod';
import { ENTITY_KINDS, ITEM_KINDS } from '../../model/items.ts';

const span = z.tuple([z.int(), z.int()]).readonly();

/** A telling of an item by its words, so that it is found again after its document is read anew. */
export const anchorSchema = z
  .strictObject({
    /** `contentKeyOf` the item as the reader had it. */
    key: z.string(),
    kind: z.enum(ITEM_KINDS),
    type: z.string().nullable(),
    /** Hash of the document's text, and the document's id. */
    text: z.string(),
    document: z.string(),
    span,
    words: z.string(),
    trigger: span.nullable(),
    triggerWords: z.string().nullable(),
    /** Which of the items with this key in the document it is, and of how many. */
    twin: z.int().nonnegative(),
    twins: z.int().positive(),
    /** What made it, and the version of the reader, at the time of the decision. */
    rule: z.string().nullable(),
    version: z.string(),
  })
  .readonly();
export type Anchor = z.infer<typeof anchorSchema>;

/** An entity by what makes documents mean the same by it, with enough to make it anew where no document names it. */
export const namedEntitySchema = z
  .strictObject({
    identity: z.string(),
    kind: z.enum(ENTITY_KINDS),
    name: z.string(),
    code: z.string().nullable(),
  })
  .readonly();
export type NamedEntity = z.infer<typeof namedEntitySchema>;

/** A field's value before and after; entities in it are `NamedEntity`. */
const changeSchema = z.strictObject({ from: z.unknown(), to: z.unknown() }).readonly();
export type Change = z.infer<typeof changeSchema>;

export const WHATS = [
  'accepted',
  'corrected',
  'rejected',
  'added',
  'merged',
  'split',
  'taken-out',
  'noted',
  'undone',
] as const;

export const reviewEntrySchema = z
  .strictObject({
    id: z.string().min(1).max(64),
    who: z.string().min(1).max(200),
    /** ISO time in UTC, to the millisecond. */
    when: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    what: z.enum(WHATS),
    /** The tellings decided on: all of an item; of a merge, those of the leading item first; of a split, those set apart. */
    items: z.array(anchorSchema).readonly(),
    /** The entities decided on; of a merge, the leading one first; of a split, those set apart. */
    entities: z.array(namedEntitySchema).readonly(),
    /** The document that a note is on, whose title, date or the like is corrected, or that is taken out. */
    document: z.string().nullable(),
    /** Of a decision about a document: the hash of its text, which tells it from others of the same id. */
    text: z.string().exactOptional(),
    /** Of a document that is taken out: the hash of its file, of which a better version may read other words. */
    source: z.string().exactOptional(),
    /** Of a split: the tellings or the entity that stay. */
    from: z
      .strictObject({
        items: z.array(anchorSchema).readonly(),
        entities: z.array(namedEntitySchema).readonly(),
      })
      .readonly()
      .nullable(),
    /** What a correction changed, or an added item's fields. */
    fields: z.record(z.string(), changeSchema).readonly(),
    note: z.string().nullable(),
    /** Id of the entry that this one takes back. */
    undoes: z.string().nullable(),
  })
  .readonly();

/** One entry of the journal: who decided what, and when. */
export type ReviewEntry = z.infer<typeof reviewEntrySchema>;
