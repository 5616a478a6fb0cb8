// The entity tables of the lexicon as one frozen object: what phrases stand for, offices and their holders, nouns for groups and matters.
import type { KnownName, KnownNames, KnownTitle } from '../../language/names/known.ts';
import { type Phrase, PhraseIndex } from '../../language/names/phrases.ts';
import type { NameType } from '../../model/analysis.ts';
import type { EntityKind } from '../../model/items.ts';
import { type CapitalWords, loadCapitalWords } from './capital-words.ts';
import type { EntityEntry, EntityPhrase } from './entity-entries.ts';
import { type AgreementVersion, loadMatters, type MatterNoun } from './matters.ts';
import { loadNameNouns } from './name-nouns.ts';
import { type BodyKind, loadOrganizations } from './organizations.ts';
import { type GroupNoun, type Holder, loadPeople, type Office, type PeopleTables } from './people.ts';
import { loadStates, type State } from './states.ts';

/** All that the entity rules look up. */
export interface EntityLexicon {
  readonly phrases: PhraseIndex<EntityPhrase['value']>;
  readonly issues: PhraseIndex<EntityEntry>;
  readonly states: ReadonlyMap<string, State>;
  /** What others may belong to: states by code, organisations, bodies and places by name. */
  readonly owners: ReadonlyMap<string, EntityEntry>;
  readonly bodyKinds: PhraseIndex<BodyKind>;
  readonly offices: PhraseIndex<Office>;
  readonly holders: PeopleTables['holders'];
  readonly holdersByFamily: PeopleTables['holdersByFamily'];
  readonly groupNouns: ReadonlyMap<string, GroupNoun>;
  readonly capitalWords: CapitalWords;
  readonly agreementVersions: PhraseIndex<AgreementVersion>;
  readonly agreementNouns: PhraseIndex<MatterNoun>;
  readonly activityNouns: PhraseIndex<MatterNoun>;
  /** When listed agreements were signed or adopted (ISO 8601, maybe a year alone), by name. */
  readonly concluded: ReadonlyMap<string, string>;
  /** Parties of listed agreements and doers of listed activities, by name: codes of states, names of organisations. */
  readonly parties: ReadonlyMap<string, readonly string[]>;
  /** The same lists as the language room takes them. */
  readonly known: KnownNames;
}

const NAME_TYPE: Readonly<Record<EntityKind, NameType | null>> = {
  state: 'LOC',
  place: 'LOC',
  organization: 'ORG',
  body: 'ORG',
  agreement: 'AGREEMENT',
  activity: 'OPERATION',
  person: 'PER',
  group: null,
  issue: null,
};

/**
 * Reads the entity tables from the lexicon folders, later ones over earlier ones.
 * @throws Fault `lexicon-row` with file and line for a row that does not fit
 */
export function loadEntityLexicon(folders: readonly string[]): EntityLexicon {
  const { states, phrases: statePhrases } = loadStates(folders);
  const organizations = loadOrganizations(folders);
  const people = loadPeople(folders);
  const matters = loadMatters(folders);
  const phrases = [...statePhrases, ...organizations.phrases, ...matters.phrases];
  return Object.freeze({
    phrases: new PhraseIndex(phrases),
    issues: new PhraseIndex(matters.issues),
    states,
    owners: ownersOf(phrases),
    bodyKinds: new PhraseIndex(organizations.bodyKinds),
    offices: new PhraseIndex(people.offices),
    holders: people.holders,
    holdersByFamily: people.holdersByFamily,
    groupNouns: people.groupNouns,
    capitalWords: loadCapitalWords(folders),
    agreementVersions: new PhraseIndex(matters.agreementVersions),
    agreementNouns: new PhraseIndex(matters.agreementNouns),
    activityNouns: new PhraseIndex(matters.activityNouns),
    concluded: matters.concluded,
    parties: matters.parties,
    known: {
      names: new PhraseIndex([...phrases.flatMap(knownName), ...[...people.holders.values()].flatMap(knownPerson)]),
      titles: new PhraseIndex(people.offices.map(({ phrase, value }) => ({ phrase, value: knownTitle(value) }))),
      bodyNouns: new PhraseIndex(organizations.bodyKinds.map(({ phrase }) => ({ phrase, value: true as const }))),
      nationalities: new PhraseIndex(nationalitiesOf(phrases)),
      documentNouns: new PhraseIndex(
        matters.agreementNouns
          .filter(({ value }) => value.strength !== 'weak')
          .map(({ phrase }) => ({ phrase, value: true as const })),
      ),
      nameNouns: new PhraseIndex(loadNameNouns(folders)),
      givenNames: people.givenNames,
      genders: gendersOf(people.holders),
    },
  });
}

/** Adjectives and nouns of nationality that are no names as well ("U.S.", "Hong Kong"). */
function nationalitiesOf(phrases: readonly EntityPhrase[]): readonly Phrase<true>[] {
  const isNationality = ({ value }: EntityPhrase) => value.use === 'adjective' || value.use === 'people';
  const names = new Set(phrases.flatMap((own) => (isNationality(own) ? [] : [own.phrase])));
  return phrases.flatMap((own) =>
    isNationality(own) && !names.has(own.phrase) ? [{ phrase: own.phrase, value: true as const }] : [],
  );
}

/** Names proper of a phrase list; adjectives and nouns for nationals are none. */
function knownName({ phrase, value }: EntityPhrase): readonly { phrase: string; value: KnownName }[] {
  const type = NAME_TYPE[value.entry.kind];
  if (!type || value.use === 'adjective' || value.use === 'people') return [];
  if (!/\p{Lu}/u.test(phrase.charAt(0)) && !/-\p{Lu}/u.test(phrase)) return [];
  return [{ phrase, value: { type, name: value.entry.name, short: value.entry.short } }];
}

/** Persons of the table of office holders, by their names of several words. */
function knownPerson(holders: readonly Holder[]): readonly { phrase: string; value: KnownName }[] {
  const [holder] = holders;
  if (!holder) return [];
  const value: KnownName = { type: 'PER', name: holder.person, short: [] };
  return [holder.person, ...holder.aliases].filter((name) => name.includes(' ')).map((phrase) => ({ phrase, value }));
}

function gendersOf(holders: PeopleTables['holders']): ReadonlyMap<string, 'm' | 'f'> {
  return new Map([...holders].flatMap(([name, [holder]]) => (holder?.gender ? [[name, holder.gender] as const] : [])));
}

function ownersOf(phrases: readonly EntityPhrase[]): ReadonlyMap<string, EntityEntry> {
  const owners = new Map<string, EntityEntry>();
  for (const { value } of phrases) {
    const key = value.entry.code ?? value.entry.name;
    if (!owners.has(key)) owners.set(key, value.entry);
  }
  return owners;
}

function knownTitle({ office, gender, rank }: Office): KnownTitle {
  return { office, gender, describes: rank !== 'address' };
}
