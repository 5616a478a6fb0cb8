// Reads the tables of organisations, of bodies with a name of their own, and of the kinds of bodies that every state has.
import type { EntityEntry, EntityPhrase } from './entity-entries.ts';
import { listOf, readTable, ruleOf } from './table.ts';

const ORGANIZATION_COLUMNS = ['name', 'kind', 'aliases', 'short', 'of'] as const;
const BODY_COLUMNS = ['name', 'aliases', 'short', 'of'] as const;
const BODY_KIND_COLUMNS = ['kind', 'phrases', 'alone'] as const;
export const ORGANIZATION_KINDS = [
  'igo',
  'alliance',
  'agency',
  'outlet',
  'movement',
  'party',
  'company',
  'institute',
  'ngo',
  'body',
] as const;

/** A kind of body: "foreign ministry", whoever's it is. */
export interface BodyKind {
  /** As an entity's name shows it: "Foreign Ministry". */
  readonly kind: string;
  /** Whether it is worth an entity where no owner is known. */
  readonly alone: boolean;
  readonly rule: string;
}

export interface OrganizationTables {
  readonly entries: readonly EntityEntry[];
  readonly phrases: readonly EntityPhrase[];
  readonly bodyKinds: readonly { readonly phrase: string; readonly value: BodyKind }[];
}

/** Reads `organizations.tsv`, `bodies.tsv` and `body-kinds.tsv`. */
export function loadOrganizations(folders: readonly string[]): OrganizationTables {
  const phrases: EntityPhrase[] = [];
  const entries: EntityEntry[] = [];
  const put = (entry: EntityEntry, names: readonly string[]) => {
    entries.push(entry);
    for (const phrase of new Set(names)) phrases.push({ phrase, value: { entry, use: 'name' } });
  };
  for (const row of readTable(folders, 'organizations.tsv', ORGANIZATION_COLUMNS, ['name'])) {
    const { name, kind, aliases, short, of } = row.cells;
    const entity = kind === 'body' ? 'body' : 'organization';
    put({ kind: entity, name, code: null, of, short: lower(short), sort: kind, rule: ruleOf(row) }, [
      name,
      ...listOf(aliases),
    ]);
  }
  for (const row of readTable(folders, 'bodies.tsv', BODY_COLUMNS, ['name', 'of'])) {
    const { name, aliases, short, of } = row.cells;
    put({ kind: 'body', name, code: null, of, short: lower(short), sort: 'body', rule: ruleOf(row) }, [
      name,
      ...listOf(aliases),
    ]);
  }
  const bodyKinds = readTable(folders, 'body-kinds.tsv', BODY_KIND_COLUMNS, ['kind']).flatMap((row) => {
    const value = { kind: row.cells.kind, alone: row.cells.alone === 'yes', rule: ruleOf(row) };
    return listOf(row.cells.phrases).map((phrase) => ({ phrase, value }));
  });
  return { entries, phrases, bodyKinds };
}

const lower = (cell: string) => listOf(cell).map((phrase) => phrase.toLowerCase());
