// What is known about a document as a whole that people can correct, and the columns that hold it.
import { z } from 'zod';
import { daysOf } from '../dates.ts';
import type { DocumentRow } from '../schema/tables.ts';

const text = (longest: number) => z.string().trim().min(1).max(longest).nullable().optional();

/** Null takes a value away; a document always has the date it was read by, so that one can only be replaced. */
export const documentFieldsSchema = z.strictObject({
  title: text(1000),
  publisher: text(300),
  author: text(300),
  /** ISO 8601, possibly partial. */
  published: z
    .string()
    .trim()
    .refine(
      (value) => /^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(value) && daysOf(value) !== null,
      'give a date as 2013-10-23, 2013-10 or 2013',
    )
    .optional(),
  language: z
    .string()
    .trim()
    .regex(/^[a-z]{2,3}$/u, 'give a code of two or three letters, such as en or ru')
    .nullable()
    .optional(),
  url: z
    .url({ protocol: /^https?$/u, error: 'give an address that begins with http:// or https://' })
    .nullable()
    .optional(),
});

export const DOCUMENT_FIELDS = ['title', 'publisher', 'author', 'published', 'language', 'url'] as const;

export type DocumentField = (typeof DOCUMENT_FIELDS)[number];

export const documentFieldsOf = (row: Pick<DocumentRow, DocumentField>): Record<DocumentField, string | null> => ({
  title: row.title,
  publisher: row.publisher,
  author: row.author,
  published: row.published,
  language: row.language,
  url: row.url,
});
