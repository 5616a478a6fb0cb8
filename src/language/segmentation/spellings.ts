// Spellings that settle decisions without the model: contractions and abbreviations, from `spellings.json`.
import type { Contractions } from './contractions.ts';

/** What `models/segmentation/spellings.json` holds. */
export interface SpellingLists {
  /** Lower-case spelling of several words in one, with the lengths of all parts but the last: `{ "cannot": [3] }`. */
  readonly contractions: Readonly<Record<string, readonly number[]>>;
  /** Abbreviations, without the full stop, that stand before a name and end no sentence: Gen., Mr. */
  readonly leading: readonly string[];
  /** Abbreviations, without the full stop, that are abbreviations only before a number: No. 5, Art. 51. */
  readonly numbered: readonly string[];
  /** Abbreviations, without the full stop, that may stand at the end of a sentence: Inc., Mass. */
  readonly other: readonly string[];
  /** Words that, with a capital after an abbreviation or a single letter, begin a sentence: The, He, But. */
  readonly openers: readonly string[];
}

/** Abbreviations without their last full stop, as they are written. */
export interface Abbreviations {
  readonly leading: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  /** Those that keep their stop wherever they stand, `leading` among them. */
  readonly always: ReadonlySet<string>;
}

export interface Spellings {
  readonly contractions: Contractions;
  readonly abbreviations: Abbreviations;
  readonly openers: ReadonlySet<string>;
}

export function readSpellings({ contractions, leading, numbered, other, openers }: SpellingLists): Spellings {
  const shouted = leading.map((form) => form.toUpperCase()).filter((form) => form.length > 1);
  return {
    contractions: new Map(Object.entries(contractions)),
    abbreviations: {
      leading: new Set([...leading, ...shouted]),
      numbered: new Set(numbered),
      always: new Set([...leading, ...shouted, ...other]),
    },
    openers: new Set(openers),
  };
}
