// Reads the tables of states and of places that are no states.
import { createRequire } from 'node:module';
import type { EntityEntry, EntityPhrase, PhraseUse } from './entity-entries.ts';
import { listOf, type Row, readTable, ruleOf } from './table.ts';

// The package's own entry reads eighty languages; its data files are enough.
const require = createRequire(import.meta.url);
const ISO_CODES = require('i18n-iso-countries/codes.json') as readonly (readonly [string, string, ...string[]])[];
const ISO_NAMES = (
  require('i18n-iso-countries/langs/en.json') as { readonly countries: Readonly<Record<string, string | string[]>> }
).countries;

const STATE_COLUMNS = ['code', 'name', 'variants', 'capitals', 'seats', 'adjectives', 'people', 'from', 'to'] as const;
const PLACE_COLUMNS = ['name', 'variants', 'of', 'adjectives'] as const;

/** A state, with the city that is its capital where one stands for it. */
export interface State {
  readonly entry: EntityEntry;
  readonly code: string;
  readonly adjectives: readonly string[];
}

/** States by code, and every phrase that stands for a state or place. */
export interface StateTables {
  readonly states: ReadonlyMap<string, State>;
  readonly phrases: readonly EntityPhrase[];
}

/** Reads `states.tsv` and `places.tsv`; territories that neither names come from ISO 3166 under their English names. */
export function loadStates(folders: readonly string[]): StateTables {
  const states = new Map<string, State>();
  const phrases: EntityPhrase[] = [];
  for (const row of readTable(folders, 'states.tsv', STATE_COLUMNS, ['code'])) {
    const entry = stateEntry(row);
    states.set(row.cells.code, { entry, code: row.cells.code, adjectives: listOf(row.cells.adjectives) });
    phrases.push(...statePhrases(row, entry));
  }
  for (const row of readTable(folders, 'places.tsv', PLACE_COLUMNS, ['name'])) phrases.push(...placePhrases(row));
  const taken = new Set(phrases.map(({ phrase }) => phrase));
  for (const entry of isoTerritories(states)) {
    if (!taken.has(entry.name)) phrases.push({ phrase: entry.name, value: { entry, use: 'name' } });
  }
  return { states, phrases };
}

function stateEntry(row: Row<(typeof STATE_COLUMNS)[number]>): EntityEntry {
  const { code, name } = row.cells;
  return { kind: 'state', name, code, of: '', short: [], sort: 'state', rule: ruleOf(row) };
}

function statePhrases(row: Row<(typeof STATE_COLUMNS)[number]>, entry: EntityEntry): readonly EntityPhrase[] {
  const { name, variants, capitals, seats, adjectives, people } = row.cells;
  const plurals = listOf(adjectives)
    .filter((word) => /(?:an|i|ian|er|ite)$/.test(word))
    .map((word) => `${word}s`);
  const uses: readonly (readonly [PhraseUse, readonly string[]])[] = [
    ['name', [name, ...listOf(variants).filter((variant) => !/^the /.test(variant))]],
    ['capital', listOf(capitals)],
    ['seat', listOf(seats)],
    ['adjective', listOf(adjectives)],
    ['people', [...new Set([...listOf(people), ...plurals])]],
  ];
  return uses.flatMap(([use, words]) => words.map((phrase) => ({ phrase, value: { entry, use } })));
}

function placePhrases(row: Row<(typeof PLACE_COLUMNS)[number]>): readonly EntityPhrase[] {
  const { name, variants, of, adjectives } = row.cells;
  const entry: EntityEntry = { kind: 'place', name, code: null, of, short: [], sort: 'place', rule: ruleOf(row) };
  const names = [name, ...listOf(variants)].map((phrase) => ({ phrase, value: { entry, use: 'name' as const } }));
  const adjectival = listOf(adjectives).flatMap((phrase) => [
    { phrase, value: { entry, use: 'adjective' as const } },
    { phrase: `${phrase}s`, value: { entry, use: 'people' as const } },
  ]);
  return [...names, ...adjectival];
}

/** ISO's territories without a row of their own, as places that carry their own code. */
function* isoTerritories(states: ReadonlyMap<string, State>): Generator<EntityEntry> {
  for (const [alpha2, code] of ISO_CODES) {
    const name = [ISO_NAMES[alpha2] ?? ''].flat()[0];
    if (!name || states.has(code) || /[,(]/.test(name)) continue;
    yield { kind: 'place', name, code: null, of: '', short: [], sort: 'place', rule: `iso-3166:${code}` };
  }
}

/** Whether a code is one of ISO 3166-1 alpha-3, or of a state that the tables add. */
export function isStateCode(code: string, states: ReadonlyMap<string, State>): boolean {
  return states.has(code) || ISO_CODES.some(([, alpha3]) => alpha3 === code);
}
