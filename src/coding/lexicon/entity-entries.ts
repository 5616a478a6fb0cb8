// What the entity tables of the lexicon hold, once read.

import { Fault } from '../../model/fault.ts';
import type { EntityKind } from '../../model/items.ts';
import type { Row } from './table.ts';

/**
 * How a phrase stands for its entity: by name; as a capital that acts for its state ("Paris refused"); as a seat of government
 * ("the Kremlin"); as a nationality adjective ("Chilean"); as a noun for nationals ("the Finns").
 */
export type PhraseUse = 'name' | 'capital' | 'seat' | 'adjective' | 'people';

/** One thing in the world that a phrase of the lexicon may stand for. */
export interface EntityEntry {
  readonly kind: EntityKind;
  /** As the record calls it. */
  readonly name: string;
  /** ISO 3166-1 alpha-3, for states. */
  readonly code: string | null;
  /** The state (by code) or organisation (by name) that it belongs to; empty for none. */
  readonly of: string;
  /** Descriptions that mean it once a text has named it ("the alliance"), lower case. */
  readonly short: readonly string[];
  /** Kind of its own table: `outlet`, `movement`, `exercise`. */
  readonly sort: string;
  /** The row that it comes from. */
  readonly rule: string;
}

/** A phrase with what it stands for and how. */
export interface EntityPhrase {
  readonly phrase: string;
  readonly value: { readonly entry: EntityEntry; readonly use: PhraseUse };
}

/** The fault for a cell that does not fit. */
export function refuse(row: Row<string>, reason: string): Fault {
  return new Fault('lexicon-row', { path: row.file, line: row.line, reason: `${reason}.` });
}
