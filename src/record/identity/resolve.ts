// Decides which identities are one entity of the record: surnames, abbreviations and names without owner, where unambiguous.
import type { EntityKind } from '../../model/items.ts';
import { addTo } from '../group-by.ts';
import { foldName, isAbbreviation } from './fold.ts';
import { isJoint, NAMED_PERSON } from './key.ts';

/** What all documents together say of one identity. */
export interface Identity {
  readonly key: number;
  readonly kind: EntityKind;
  readonly identity: string;
  /** Names the documents gave the entity, as written. */
  readonly titles: readonly string[];
  /** Names by which it is mentioned, as written. */
  readonly names: readonly string[];
  /** Identities of the states or organisations it belongs to. */
  readonly owners: ReadonlySet<string>;
  readonly offices: ReadonlySet<string>;
}

/** Kinds with long names and abbreviations of them. */
const ABBREVIATED: ReadonlySet<EntityKind> = new Set(['organization', 'body', 'agreement', 'activity', 'issue']);

/**
 * The identity that each identity is merged into, by key; itself where it stands alone. Merged are
 * - a person's surname, or the last names, with the one full name that ends so and belongs to the same state
 *   ("Lavrov" with "Sergei Lavrov"), the office deciding between two ("Defence Minister Ivanov");
 * - an abbreviation with the one longer name that a document uses it for ("CFE" with "CFE Treaty");
 * - what is named with a year or number with the one longer name that ends so ("work programme for 2013" with
 *   "NATO-Russia Council Work Programme for 2013");
 * - a body or group without owner with the one of that name that has one;
 * - a body that a document counts to one side with the one that has both sides in its name.
 * Where two fit, nothing is merged. The order of the identities makes no difference.
 */
export function resolve(identities: readonly Identity[]): ReadonlyMap<number, number> {
  const into = new Map<number, number>(identities.map(({ key }) => [key, key]));
  const merge = (identity: Identity, fits: readonly Identity[]) => {
    const open = fits.filter((fit) => rootOf(into, fit.key) !== identity.key && suits(identity, fit));
    const roots = new Set(open.map(({ key }) => rootOf(into, key)));
    if (roots.size === 1) into.set(identity.key, [...roots][0] as number);
    else if (roots.size > 1) {
      const same = open.filter(({ offices }) => [...identity.offices].some((office) => offices.has(office)));
      const named = new Set(same.map(({ key }) => rootOf(into, key)));
      if (named.size === 1) into.set(identity.key, [...named][0] as number);
    }
  };
  // Longer names first, so that what a short name joins has found its own place.
  const ordered = [...identities].sort((a, b) => lengthOf(b) - lengthOf(a) || (a.identity < b.identity ? -1 : 1));
  const fuller = fullerNames(ordered);
  for (const identity of ordered) {
    for (const find of [fuller.bySurname, fuller.byAbbreviation, fuller.byNumberedEnding, fuller.byBareName]) {
      if (into.get(identity.key) === identity.key) merge(identity, find(identity));
    }
  }
  return new Map(identities.map(({ key }) => [key, rootOf(into, key)]));
}

type Find = (identity: Identity) => readonly Identity[];

/** Indexes that find the fuller names an identity may be short for. */
function fullerNames(
  identities: readonly Identity[],
): Record<'bySurname' | 'byAbbreviation' | 'byNumberedEnding' | 'byBareName', Find> {
  const endings = new Map<string, Identity[]>();
  const numbered = new Map<string, Identity[]>();
  const aliases = new Map<string, Identity[]>();
  const owned = new Map<string, Identity[]>();
  const joint = new Map<string, Identity[]>();
  for (const identity of identities) {
    const { kind, owners } = identity;
    if (isNamed(identity)) for (const ending of endingsOf(nameIn(identity))) addTo(endings, ending, identity);
    if (isNumbered(identity)) {
      for (const ending of endingsOf(nameIn(identity)).slice(1)) addTo(numbered, `${kind}|${ending}`, identity);
    }
    if (ABBREVIATED.has(kind)) for (const alias of aliasesOf(identity)) addTo(aliases, alias, identity);
    if (isJoint(identity.identity)) addTo(joint, `${kind}|${nameIn(identity)}`, identity);
    else if (hasOwnerInKey(identity) && owners.size > 0) {
      for (const name of bareNamesOf(identity)) addTo(owned, `${kind}|${name}`, identity);
    }
  }
  const longer = (identity: Identity, found: readonly Identity[] | undefined) =>
    (found ?? []).filter((fit) => fit.key !== identity.key && lengthOf(fit) > lengthOf(identity));
  return {
    bySurname: (identity) =>
      isNamed(identity) ? [...longer(identity, endings.get(nameIn(identity))), ...sameSurname(identity, endings)] : [],
    byAbbreviation: (identity) =>
      ABBREVIATED.has(identity.kind) ? longer(identity, aliases.get(`${identity.kind}|${nameIn(identity)}`)) : [],
    byNumberedEnding: (identity) =>
      isNumbered(identity) ? longer(identity, numbered.get(`${identity.kind}|${nameIn(identity)}`)) : [],
    byBareName: (identity) => {
      if (!hasOwnerInKey(identity) || isJoint(identity.identity)) return [];
      const name = `${identity.kind}|${nameIn(identity)}`;
      return joint.get(name) ?? (identity.owners.size === 0 ? (owned.get(name) ?? []) : []);
    },
  };
}

/** A bare surname without a state, beside the same surname with one. */
function sameSurname(identity: Identity, endings: ReadonlyMap<string, readonly Identity[]>): readonly Identity[] {
  const name = nameIn(identity);
  if (name.includes(' ') || identity.owners.size > 0) return [];
  return (endings.get(name) ?? []).filter((fit) => nameIn(fit) === name && fit.owners.size > 0);
}

/** Whether both can belong to one state: they share one, or one of them belongs nowhere, or to both sides. */
function suits(a: Identity, b: Identity): boolean {
  if (isJoint(b.identity)) return true;
  if (a.owners.size === 0 || b.owners.size === 0) return true;
  return [...a.owners].some((owner) => b.owners.has(owner));
}

/** The name that stands in an identity: `body|foreign ministry|state|RUS` -> `foreign ministry`. */
const nameIn = ({ identity }: Identity): string => identity.split('|')[1] ?? '';

const isNamed = ({ identity }: Identity): boolean => identity.startsWith(NAMED_PERSON);

/** Whether it is an agreement or activity of which the name holds a number after other words; "2013" alone names nothing. */
const isNumbered = (identity: Identity): boolean =>
  (identity.kind === 'agreement' || identity.kind === 'activity') && /\p{L}.*\s.*\d/u.test(nameIn(identity));

const lengthOf = (identity: Identity): number => nameIn(identity).length;

const hasOwnerInKey = ({ kind }: Identity): boolean => kind === 'body' || kind === 'group';

/** "anders fogh rasmussen" -> "fogh rasmussen", "rasmussen", and itself. */
function endingsOf(name: string): readonly string[] {
  const words = name.split(' ');
  return words.map((_, at) => words.slice(at).join(' '));
}

/** Other names of at least two words, or abbreviations, by which documents mention it. A bare "Council" names too many. */
function aliasesOf(identity: Identity): readonly string[] {
  const own = nameIn(identity);
  const names = identity.names.filter((name) => isAbbreviation(name) || /\S\s+\S/u.test(name)).map(foldName);
  return [...new Set(names)].filter((name) => name !== own).map((name) => `${identity.kind}|${name}`);
}

/** The name with and without its owner's: "Russian Foreign Ministry" of one document may be nobody's in another. */
function bareNamesOf(identity: Identity): readonly string[] {
  return [...new Set([nameIn(identity), ...identity.titles.map(foldName)])];
}

function rootOf(into: ReadonlyMap<number, number>, key: number): number {
  let at = key;
  for (let up = into.get(at) ?? at; up !== at; up = into.get(at) ?? at) at = up;
  return at;
}
