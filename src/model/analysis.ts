// What the language room says of a text: sentences, words, trees, names, times, coreference. Nothing political.
import type { Span } from './span.ts';

export interface Sentence {
  readonly span: Span;
  /** Index of the passage it stands in. */
  readonly passage: number;
}

/** One syntactic word in Universal Dependencies. */
export interface Token {
  readonly span: Span;
  readonly lemma: string;
  /** Universal part of speech. */
  readonly upos: string;
  /** Penn Treebank tag. */
  readonly xpos: string;
  /** UD features (`Number=Sing|Person=3`), `_` for none. */
  readonly feats: string;
  /** Place of the head in the sentence, counted from 1; 0 is the root. */
  readonly head: number;
  /** Universal relation to the head, with its subtype (`nsubj:pass`). */
  readonly deprel: string;
}

export const NAME_TYPES = ['PER', 'ORG', 'LOC', 'AGREEMENT', 'OPERATION'] as const;

/** PER, ORG and LOC as in Universal NER; AGREEMENT for treaties and documents; OPERATION for named operations, missions and exercises. */
export type NameType = (typeof NAME_TYPES)[number];

/** A proper name in the text, without article and, for persons, without title. */
export interface Name {
  readonly span: Span;
  readonly type: NameType;
  /** Index of its sentence. */
  readonly sentence: number;
  /** Title or office that stands with a person ("Deputy Foreign Minister"), where there is one. */
  readonly title?: Span;
  readonly rule?: string;
}

export const TIMEX_TYPES = ['DATE', 'TIME', 'DURATION', 'SET'] as const;
export type TimexType = (typeof TIMEX_TYPES)[number];

/** A time expression with its TIMEX3 type and value (ISO-TimeML; Pustejovsky et al. 2003). */
export interface Timex {
  readonly span: Span;
  readonly type: TimexType;
  /** TIMEX3 value, partial where the text is: `2013-10-23`, `2007-12`, `2009-SP`, `P3D`, `PRESENT_REF`, `XXXX-WXX-3`. */
  readonly value: string;
  readonly rule?: string;
}

export const MENTION_FORMS = ['name', 'nominal', 'pronoun'] as const;
export type MentionForm = (typeof MENTION_FORMS)[number];

/** Words that stand for somebody or something. */
export interface Mention {
  readonly span: Span;
  readonly form: MentionForm;
}

/** The mentions of one person or thing in a document, as coreference found them; `type` is null for what bears no name. */
export interface Chain {
  /** The fullest name, or the first description, as it stands in the text. */
  readonly name: string;
  readonly type: NameType | null;
  readonly mentions: readonly Mention[];
  /** Titles and offices the text gives a person, as they stand there. */
  readonly titles: readonly string[];
}
