// The record's schema, version by version. A record is brought up to date when it is opened for writing.
import { FIRST } from './001-first.ts';
import { SIDES_AND_COPIES } from './002-sides-and-copies.ts';
import { COUNTS } from './003-counts.ts';
import { REVIEWS } from './004-reviews.ts';
import { TEXTS } from './005-texts.ts';
import { ORDER } from './006-order.ts';
import { DOCUMENT_CORRECTIONS } from './007-document-corrections.ts';
import { LISTS } from './008-lists.ts';
import { RETOLD } from './009-retold.ts';
import { TIES } from './010-ties.ts';
import { REGISTERS } from './011-registers.ts';
import { DOUBTS } from './013-doubts.ts';
import { KNOWN } from './014-known.ts';
import { AHEAD } from './015-ahead.ts';
import { SPANNING } from './016-spanning.ts';
import { SIDE_LISTS } from './017-side-lists.ts';
import { TAKEN_OUT } from './018-taken-out.ts';
import { SHAKEN } from './019-shaken.ts';
import type { EngineWords } from './words.ts';

/** One step: the statements that lead from the version before to this one, in the words of an engine. */
export interface Migration {
  readonly version: number;
  readonly sql: (words: EngineWords) => string;
}

/** In order; a released step never changes. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: FIRST },
  { version: 2, sql: SIDES_AND_COPIES },
  { version: 3, sql: COUNTS },
  { version: 4, sql: REVIEWS },
  { version: 5, sql: TEXTS },
  { version: 6, sql: ORDER },
  { version: 7, sql: DOCUMENT_CORRECTIONS },
  { version: 8, sql: LISTS },
  { version: 9, sql: RETOLD },
  { version: 10, sql: TIES },
  { version: 11, sql: REGISTERS },
  { version: 13, sql: DOUBTS },
  { version: 14, sql: KNOWN },
  { version: 15, sql: AHEAD },
  { version: 16, sql: SPANNING },
  { version: 17, sql: SIDE_LISTS },
  { version: 18, sql: TAKEN_OUT },
  { version: 19, sql: SHAKEN },
];

/** The newest schema this program knows. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version));
