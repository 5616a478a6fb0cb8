// Values that decisions are made of: spans and entities.
import { z } from 'zod';
import { ENTITY_KINDS } from '../../model/items.ts';

/** A span of the document's text: half open, in UTF-16 code units. */
export const spanSchema = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([start, end]) => start < end, 'a span ends after its start')
  .readonly();

/** An entity of the record by its id, or a new one by kind and name. */
export const entityRefSchema = z.union([
  z.string().min(1),
  z.strictObject({
    kind: z.enum(ENTITY_KINDS),
    name: z.string().trim().min(1).max(300),
    /** ISO 3166-1 alpha-3, for states. */
    code: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullish(),
  }),
]);
export type EntityRef = z.infer<typeof entityRefSchema>;
