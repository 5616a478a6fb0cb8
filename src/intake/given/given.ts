// What a person says of documents beside what they say of themselves: by options, or in a file beside the document.
import { z } from 'zod';
import type { Document } from '../../model/document.ts';
import { isoDate } from '../head/printed-dates.ts';

/** The fields that can be given; they go before what a document says. */
export type Given = Partial<Omit<Document, 'id' | 'text'>>;

const text = z.string().trim().min(1).optional();

/** The fields of a sidecar, and of the options of the same names. */
export const GIVEN = z.strictObject({
  title: text,
  published: text.refine((value) => value === undefined || isoDate(value) !== null, {
    message: 'give a date as 2013-10-23, 2013-10 or 2013',
  }),
  publisher: text,
  author: text,
  url: text,
  language: z
    .string()
    .regex(/^[a-z]{2}$/, { message: 'give two letters, as en or ru' })
    .optional(),
});

/** A document with what is given in the places of what it says; fields that are not given stay. */
export function withGiven(document: Document, given: Given): Document {
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return known.length ? { ...document, ...Object.fromEntries(known) } : document;
}
