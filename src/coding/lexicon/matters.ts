// Reads the tables of what states deal about: agreements, activities, issues, and the nouns that describe them.
import { type EntityEntry, type EntityPhrase, refuse } from './entity-entries.ts';
import { listOf, readTable, ruleOf } from './table.ts';

const AGREEMENT_COLUMNS = ['name', 'aliases', 'short', 'parties', 'date'] as const;
const AGREEMENT_KIND_COLUMNS = ['noun', 'strength'] as const;
const VERSION_COLUMNS = ['name', 'changes', 'phrases'] as const;
const ACTIVITY_COLUMNS = ['name', 'kind', 'aliases', 'short', 'by'] as const;
const ACTIVITY_KIND_COLUMNS = ['phrase', 'kind', 'strength'] as const;
const ISSUE_COLUMNS = ['name', 'patterns', 'topic'] as const;
export const STRENGTHS = ['name', 'description', 'weak'] as const;

/** How much a noun says alone: a description is worth an entity, a weak one only with words that say of what. */
export type Strength = (typeof STRENGTHS)[number];

/** A noun that heads names or descriptions of agreements or activities. */
export interface MatterNoun {
  readonly noun: string;
  /** `agreement`, or the activity's kind. */
  readonly sort: string;
  readonly strength: Strength;
  readonly rule: string;
}

/** An agreement that changes another one, as texts describe it once they have named that one: "its adapted version". */
export interface AgreementVersion {
  readonly entry: EntityEntry;
  readonly changes: EntityEntry;
}

export interface MatterTables {
  readonly phrases: readonly EntityPhrase[];
  /** Issues by the words that mention them. */
  readonly issues: readonly { readonly phrase: string; readonly value: EntityEntry }[];
  /** Days or years in which agreements were signed or adopted, by entity name. */
  readonly concluded: ReadonlyMap<string, string>;
  /** Parties of agreements, doers of activities, by entity name. */
  readonly parties: ReadonlyMap<string, readonly string[]>;
  readonly agreementVersions: readonly { readonly phrase: string; readonly value: AgreementVersion }[];
  readonly agreementNouns: readonly { readonly phrase: string; readonly value: MatterNoun }[];
  readonly activityNouns: readonly { readonly phrase: string; readonly value: MatterNoun }[];
}

/**
 * Reads `agreements.tsv`, `agreement-versions.tsv`, `activities.tsv`, `issues.tsv` and the tables of their nouns.
 * @throws Fault `lexicon-row` for a version of an agreement that is not listed
 */
export function loadMatters(folders: readonly string[]): MatterTables {
  const phrases: EntityPhrase[] = [];
  const issues: { readonly phrase: string; readonly value: EntityEntry }[] = [];
  const parties = new Map<string, readonly string[]>();
  const concluded = new Map<string, string>();
  const agreements = new Map<string, EntityEntry>();
  for (const row of readTable(folders, 'agreements.tsv', AGREEMENT_COLUMNS, ['name'])) {
    const { name, aliases, short } = row.cells;
    const entry: EntityEntry = {
      kind: 'agreement',
      name,
      code: null,
      of: '',
      short: lower(short),
      sort: 'agreement',
      rule: ruleOf(row),
    };
    agreements.set(name, entry);
    parties.set(name, listOf(row.cells.parties));
    if (row.cells.date !== '') concluded.set(name, row.cells.date);
    for (const phrase of new Set([name, ...listOf(aliases)])) phrases.push({ phrase, value: { entry, use: 'name' } });
  }
  for (const row of readTable(folders, 'activities.tsv', ACTIVITY_COLUMNS, ['name'])) {
    const { name, kind, aliases, short, by } = row.cells;
    const of = listOf(by).length === 1 ? by : '';
    const entry: EntityEntry = {
      kind: 'activity',
      name,
      code: null,
      of,
      short: lower(short),
      sort: kind,
      rule: ruleOf(row),
    };
    parties.set(name, listOf(by));
    for (const phrase of new Set([name, ...listOf(aliases)])) phrases.push({ phrase, value: { entry, use: 'name' } });
  }
  for (const row of readTable(folders, 'issues.tsv', ISSUE_COLUMNS, ['name'])) {
    const entry: EntityEntry = {
      kind: 'issue',
      name: row.cells.name,
      code: null,
      of: '',
      short: [],
      sort: row.cells.topic,
      rule: ruleOf(row),
    };
    for (const phrase of listOf(row.cells.patterns).flatMap(spellings)) issues.push({ phrase, value: entry });
  }
  return {
    phrases,
    issues,
    concluded,
    parties,
    agreementVersions: versionsOf(folders, agreements),
    agreementNouns: nouns(
      readTable(folders, 'agreement-kinds.tsv', AGREEMENT_KIND_COLUMNS, ['noun']).map((row) => ({
        noun: row.cells.noun,
        sort: 'agreement',
        strength: strengthOf(row.cells.strength),
        rule: ruleOf(row),
      })),
    ),
    activityNouns: nouns(
      readTable(folders, 'activity-kinds.tsv', ACTIVITY_KIND_COLUMNS, ['phrase']).map((row) => ({
        noun: row.cells.phrase,
        sort: row.cells.kind,
        strength: strengthOf(row.cells.strength),
        rule: ruleOf(row),
      })),
    ),
  };
}

function versionsOf(
  folders: readonly string[],
  agreements: ReadonlyMap<string, EntityEntry>,
): readonly { readonly phrase: string; readonly value: AgreementVersion }[] {
  return readTable(folders, 'agreement-versions.tsv', VERSION_COLUMNS, ['name', 'changes']).flatMap((row) => {
    const listed = (name: string) => {
      const entry = agreements.get(name);
      if (!entry) throw refuse(row, `"${name}" is not in agreements.tsv`);
      return entry;
    };
    const value = { entry: listed(row.cells.name), changes: listed(row.cells.changes) };
    return lower(row.cells.phrases).map((phrase) => ({ phrase, value }));
  });
}

/** All spellings of an issue's pattern: "arms sale/sales" gives "arms sale" and "arms sales". */
export function spellings(pattern: string): readonly string[] {
  let found: readonly string[] = [''];
  for (const word of pattern.split(/\s+/)) {
    const choices = word.split('/').filter(Boolean);
    found = found.flatMap((start) => choices.map((choice) => `${start} ${choice}`.trim()));
  }
  return found;
}

/** A noun in singular and plural. */
function nouns(list: readonly MatterNoun[]): readonly { readonly phrase: string; readonly value: MatterNoun }[] {
  return list.flatMap((value) => [value.noun, plural(value.noun)].map((phrase) => ({ phrase, value })));
}

const plural = (noun: string) =>
  / of$|s$/.test(noun) ? noun.replace(/(\w) of\b/, '$1s of') : noun.replace(/y$/, 'ie').concat('s');
const strengthOf = (cell: string): Strength => STRENGTHS.find((strength) => strength === cell) ?? 'weak';
const lower = (cell: string) => listOf(cell).map((phrase) => phrase.toLowerCase());
