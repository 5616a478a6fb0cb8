// Reads the words beside a capital that show whether its city or its government is meant.

import { refuse } from './entity-entries.ts';
import { readTable } from './table.ts';

const CAPITAL_WORD_COLUMNS = ['word', 'role'] as const;
export const CAPITAL_ROLES = ['motion', 'city', 'act'] as const;

/** motion: "flew to Nairobi"; city: "the Nairobi summit"; act: "visited Nairobi". In all of them the place is meant. */
export type CapitalRole = (typeof CAPITAL_ROLES)[number];
export type CapitalWords = ReadonlyMap<string, ReadonlySet<CapitalRole>>;

/**
 * Reads `capital-words.tsv`.
 * @throws Fault `lexicon-row` for a role that does not exist
 */
export function loadCapitalWords(folders: readonly string[]): CapitalWords {
  const words = new Map<string, Set<CapitalRole>>();
  for (const row of readTable(folders, 'capital-words.tsv', CAPITAL_WORD_COLUMNS, ['word', 'role'])) {
    const role = CAPITAL_ROLES.find((known) => known === row.cells.role);
    if (!role) throw refuse(row, `"${row.cells.role}" is none of ${CAPITAL_ROLES.join(', ')}`);
    const roles = words.get(row.cells.word) ?? new Set<CapitalRole>();
    words.set(row.cells.word, roles.add(role));
  }
  return words;
}
