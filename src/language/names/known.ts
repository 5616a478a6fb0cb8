// What the language room is told of the world: lists of well-known names and of titles, handed in from outside.
import type { NameType } from '../../model/analysis.ts';
import type { PhraseIndex } from './phrases.ts';

/** What a list says of a name. */
export interface KnownName {
  readonly type: NameType;
  /** The name in full, by which aliases of one thing are recognised. */
  readonly name: string;
  /** Descriptions that mean it once a text has named it ("the alliance"), lower case. */
  readonly short: readonly string[];
}

/** What a list says of a title or office. */
export interface KnownTitle {
  readonly office: string;
  readonly gender: 'm' | 'f' | null;
  /** False for forms of address ("Mr"), which say nothing of what the person does. */
  readonly describes: boolean;
}

/** A noun inside names that shows their type. */
export interface KnownNameNoun {
  readonly type: 'ORG' | 'LOC';
  /** Whether it begins the name ("Lake Chad"); else it ends it ("Chad Basin") or goes on with "of" ("Bank of Chad"). */
  readonly leads: boolean;
}

/** Lists of names and titles. All are looked up by atoms (phrases.ts). */
export interface KnownNames {
  readonly names: PhraseIndex<KnownName>;
  readonly titles: PhraseIndex<KnownTitle>;
  /** Nouns for what every state has and acts through: "army", "foreign ministry". */
  readonly bodyNouns: PhraseIndex<true>;
  /** Adjectives and nouns of nationality ("Chilean", "Finns"), which are no names in Universal NER. */
  readonly nationalities: PhraseIndex<true>;
  /** Nouns that head the names of treaties and documents ("treaty", "action plan"). */
  readonly documentNouns: PhraseIndex<true>;
  /** Nouns that show what a capitalised name is: "Party", "River", "Mount". */
  readonly nameNouns: PhraseIndex<KnownNameNoun>;
  /** Given names, lower case, with the gender they show. */
  readonly givenNames: ReadonlyMap<string, 'm' | 'f'>;
  /** Well-known persons' gender by full name, lower case. */
  readonly genders: ReadonlyMap<string, 'm' | 'f'>;
}
