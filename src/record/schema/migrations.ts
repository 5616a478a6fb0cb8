// The record's schema, version by version. A record is brought up to date when it is opened for writing.
import { FIRST } from './001-first.ts';
import { SIDES_AND_COPIES } from './002-sides-and-copies.ts';

/** One step: the statements that lead from the version before to this one. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}

/** In order; a released step never changes. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: FIRST },
  { version: 2, sql: SIDES_AND_COPIES },
];

/** The newest schema this program knows; stands in the file as `user_version`. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Marks a SQLite file as a record (`application_id`): "RAPP" in ASCII. */
export const APPLICATION_ID = 0x52415050;
