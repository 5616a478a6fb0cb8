// Reads the tables about persons: offices and titles, who held which office when, given names, and nouns for groups.
import { listOf, readTable, ruleOf } from './table.ts';

const OFFICE_COLUMNS = ['phrases', 'office', 'rank', 'of', 'gender'] as const;
const HOLDER_COLUMNS = ['person', 'aliases', 'office', 'of', 'from', 'to', 'gender'] as const;
const GIVEN_NAME_COLUMNS = ['gender', 'names'] as const;
const GROUP_COLUMNS = ['noun', 'kind', 'alone'] as const;

/** An office or title, by the words that mention it. */
export interface Office {
  readonly office: string;
  readonly rank: string;
  /** What the holder belongs to: state, organization, body, any, none. */
  readonly of: string;
  readonly gender: 'm' | 'f' | null;
  readonly rule: string;
}

/** Who held an office, from and to when (ISO dates, possibly partial; empty for open ends). */
export interface Holder {
  readonly person: string;
  readonly aliases: readonly string[];
  readonly office: string;
  /** Code of a state or name of an organisation. */
  readonly of: string;
  readonly from: string;
  readonly to: string;
  readonly gender: 'm' | 'f' | null;
  readonly rule: string;
}

/** A noun that heads descriptions of groups ("officials", "gunmen"). */
export interface GroupNoun {
  readonly noun: string;
  readonly kind: string;
  /** Whether the bare plural is worth an entity. */
  readonly alone: boolean;
  readonly rule: string;
}

export interface PeopleTables {
  readonly offices: readonly { readonly phrase: string; readonly value: Office }[];
  /** By full name and aliases, lower case. */
  readonly holders: ReadonlyMap<string, readonly Holder[]>;
  /** By the first and the last word of the name, lower case: "obama", "xi". */
  readonly holdersByFamily: ReadonlyMap<string, readonly Holder[]>;
  readonly givenNames: ReadonlyMap<string, 'm' | 'f'>;
  /** By lemma. */
  readonly groupNouns: ReadonlyMap<string, GroupNoun>;
}

/** Reads `offices.tsv`, `office-holders.tsv`, `given-names.tsv` and `groups.tsv`. */
export function loadPeople(folders: readonly string[]): PeopleTables {
  const offices = readTable(folders, 'offices.tsv', OFFICE_COLUMNS, ['phrases']).flatMap((row) => {
    const { office, rank, of, gender } = row.cells;
    const value = { office, rank, of, gender: genderOf(gender), rule: ruleOf(row) };
    return listOf(row.cells.phrases).map((phrase) => ({ phrase, value }));
  });
  const holders = new Map<string, Holder[]>();
  const holdersByFamily = new Map<string, Holder[]>();
  for (const row of readTable(folders, 'office-holders.tsv', HOLDER_COLUMNS, ['person', 'office', 'of', 'from'])) {
    const { person, aliases, office, of, from, to, gender } = row.cells;
    const holder = {
      person,
      aliases: listOf(aliases),
      office,
      of,
      from,
      to,
      gender: genderOf(gender),
      rule: ruleOf(row),
    };
    for (const name of [person, ...holder.aliases]) put(holders, name, holder);
    const words = person.split(' ');
    for (const word of new Set([words[0] ?? '', words.at(-1) ?? ''])) put(holdersByFamily, word, holder);
  }
  const givenNames = new Map<string, 'm' | 'f'>();
  for (const row of readTable(folders, 'given-names.tsv', GIVEN_NAME_COLUMNS, ['gender', 'names'])) {
    const gender = genderOf(row.cells.gender);
    if (gender) for (const name of listOf(row.cells.names)) givenNames.set(name.toLowerCase(), gender);
  }
  const groupNouns = new Map(
    readTable(folders, 'groups.tsv', GROUP_COLUMNS, ['noun']).map((row) => {
      const { noun, kind, alone } = row.cells;
      return [noun.toLowerCase(), { noun, kind, alone: alone === 'yes', rule: ruleOf(row) }] as const;
    }),
  );
  return { offices, holders, holdersByFamily, givenNames, groupNouns };
}

function put(index: Map<string, Holder[]>, name: string, holder: Holder): void {
  const key = name.toLowerCase();
  const known = index.get(key);
  if (known) known.push(holder);
  else index.set(key, [holder]);
}

function genderOf(cell: string): 'm' | 'f' | null {
  return cell === 'm' || cell === 'f' ? cell : null;
}
