// Reads the nouns that show what a capitalised name is.
import type { KnownNameNoun } from '../../language/names/known.ts';
import type { Phrase } from '../../language/names/phrases.ts';
import { refuse } from './entity-entries.ts';
import { readTable } from './table.ts';

const NAME_NOUN_COLUMNS = ['noun', 'type', 'place'] as const;

/**
 * Reads `name-nouns.tsv`.
 * @throws Fault `lexicon-row` for a type other than ORG and LOC
 */
export function loadNameNouns(folders: readonly string[]): readonly Phrase<KnownNameNoun>[] {
  return readTable(folders, 'name-nouns.tsv', NAME_NOUN_COLUMNS, ['noun']).map((row) => {
    const { noun, type, place } = row.cells;
    if (type !== 'ORG' && type !== 'LOC') throw refuse(row, `"${type}" is neither ORG nor LOC`);
    return { phrase: noun, value: { type, leads: place === 'first' } };
  });
}
