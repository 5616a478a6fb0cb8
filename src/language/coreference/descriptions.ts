// Definite descriptions: "the minister", "the alliance", "the treaty" and what was named before that they mean.
import type { Token } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';
import type { KnownNames } from '../names/known.ts';
import type { SentenceView } from '../names/sentence.ts';
import type { ChainStore, OpenChain } from './chain-store.ts';

const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these']);

/** Adjectives that leave a thing what it is: "the [original] treaty" is the treaty. */
const SAME = /^(?:original|existing|current|same) (?=\S+$)/;

/** A description found to mean a chain. The span is without its article. */
export interface Description {
  readonly chain: OpenChain;
  readonly span: Span;
  /** Place of its head among the sentence's tokens. */
  readonly head: number;
}

/**
 * What the definite noun phrase that begins at an atom means, null where nothing named before fits.
 * "the [foreign] minister" is the last person with that office; "the council" the last body so called; "the bloc" what the lists call so.
 * A phrase that goes on to say whose it is ("the minister of Peru") is left alone.
 */
export function describedBy(
  view: SentenceView,
  atom: number,
  store: ChainStore,
  known: KnownNames,
): Description | null {
  if (!DEFINITE.has(view.atoms[atom]?.key ?? '')) return null;
  const title = known.titles.at(view.atoms, atom + 1);
  const last = title ? title.last : lastOfPhrase(view, atom);
  if (last <= atom || saysWhose(view, last)) return null;
  const words = view.text
    .slice(view.atoms[atom + 1]?.start, view.atoms[last]?.end)
    .toLowerCase()
    .replace(/\s+/g, ' ');
  const chain = store.described(words) ?? store.described(words.replace(SAME, ''));
  if (!chain || (title && chain.type !== 'PER')) return null;
  const head = view.tokenOf[last] ?? -1;
  if (head < 0 || isModifier(view.tokens[head])) return null;
  return { chain, span: [view.atoms[atom + 1]?.start ?? 0, view.atoms[last]?.end ?? 0], head };
}

/** One word, or an adjective and a noun: "the treaty", "the military alliance", "the world body". */
function lastOfPhrase(view: SentenceView, article: number): number {
  const first = view.tokens[view.tokenOf[article + 1] ?? -1];
  const second = view.tokens[view.tokenOf[article + 2] ?? -1];
  if (!first) return -1;
  if (first.upos === 'NOUN' || first.upos === 'PROPN') {
    return second?.upos === 'NOUN' && second !== first ? article + 2 : article + 1;
  }
  return first.upos === 'ADJ' && second?.upos === 'NOUN' ? article + 2 : -1;
}

/** Verbs whose object goes on with "of": "the minister of Peru" says whose, "accused the alliance of aggression" does not. */
const TAKE_OF: ReadonlySet<string> = new Set([
  'accuse',
  'suspect',
  'convict',
  'warn',
  'inform',
  'notify',
  'remind',
  'assure',
]);

function verbOf(view: SentenceView, last: number): string {
  const noun = view.tokens[view.tokenOf[last] ?? -1];
  return view.tokens[(noun?.head ?? 0) - 1]?.lemma ?? '';
}

function saysWhose(view: SentenceView, last: number): boolean {
  const next = view.atoms[last + 1];
  if (!next) return false;
  const token = view.tokens[view.tokenOf[last + 1] ?? -1];
  if (next.key === 'of') return !TAKE_OF.has(verbOf(view, last));
  return next.key === '-' || token?.upos === 'PROPN';
}

const isModifier = (token: Token | undefined) => token?.deprel === 'compound' || token?.deprel === 'flat';
