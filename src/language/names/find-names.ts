// Proper names: what the model found, corrected by lists of well-known names, by patterns, and by what the document says elsewhere.
import type { Name, Sentence, Token } from '../../model/analysis.ts';
import { bySpan, contains, overlaps, sameSpan } from '../../model/span.ts';
import { consistentNames } from './consistency.ts';
import type { KnownName, KnownNames } from './known.ts';
import { patternNames } from './patterns.ts';
import type { PhraseMatch } from './phrases.ts';
import { type SentenceView, sentenceViews, tokenAt, tokensIn } from './sentence.ts';
import { tidyName } from './tidy.ts';

/** What the search for names reads. `spans` are the analyser's, in any order. */
export interface NameInput {
  readonly document: { readonly text: string };
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly (readonly Token[])[];
  readonly spans: readonly Name[];
}

/**
 * The proper names of a document in text order, none overlapping another: persons, organisations and places as Universal NER has them
 * (no articles, no titles, no nationality adjectives), agreements and operations.
 * Linear in the text's length; no text makes it throw.
 */
export function findNames({ document, sentences, tokens, spans }: NameInput, known: KnownNames): readonly Name[] {
  const { text } = document;
  const bySentence = new Map<number, Name[]>();
  for (const span of spans) {
    const tidy = tidyName(text, span, known);
    if (!tidy) continue;
    const own = bySentence.get(span.sentence);
    if (own) own.push(tidy);
    else bySentence.set(span.sentence, [tidy]);
  }
  const views = sentenceViews(text, sentences, tokens);
  const plain = spellingsOf(text, views, bySentence);
  const found = views.flatMap((view) => {
    const own = bySentence.get(view.index) ?? [];
    const sure = view.titled && views.length > 3 ? own.filter((name) => isSupported(view, name, plain)) : own;
    return sentenceNames(view, sure, known);
  });
  return consistentNames(views, found, known);
}

/** How the model's names are spelt outside headlines. */
function spellingsOf(
  text: string,
  views: readonly SentenceView[],
  names: ReadonlyMap<number, readonly Name[]>,
): ReadonlySet<string> {
  const spellings = new Set<string>();
  for (const view of views) {
    if (view.titled) continue;
    for (const { span } of names.get(view.index) ?? [])
      for (const word of text.slice(...span).split(/\s+/)) spellings.add(word);
  }
  return spellings;
}

/** In "Minister Rejects Offer" every word looks like a name: those of one word count where the text has them elsewhere too. */
function isSupported(view: SentenceView, { span }: Name, plain: ReadonlySet<string>): boolean {
  const spelling = view.text.slice(...span);
  return /\s/.test(spelling) || /^[\p{Lu}.]{2,}$/u.test(spelling) || plain.has(spelling);
}

function sentenceNames(view: SentenceView, model: readonly Name[], known: KnownNames): readonly Name[] {
  const built = patternNames(view, known);
  const listed = known.names.all(view.atoms).flatMap((match) => listedName(view, match, model));
  const kept = [...built.filter((name) => !listed.some((other) => contains(other.span, name.span)))];
  const free = (name: Name) => !kept.some((other) => overlaps(other.span, name.span));
  const models = model.filter((name) => isNominal(view, name)).map((name) => retyped(name, listed));
  const holds = (outer: Name, inner: Name) => contains(outer.span, inner.span) && !contains(inner.span, outer.span);
  for (const name of listed.filter((own) => !models.some((other) => holds(other, own))))
    if (free(name)) kept.push(name);
  for (const name of models) if (free(name)) kept.push(name);
  return kept.sort((a, b) => bySpan(a.span, b.span));
}

/** Whether a name of one word is a noun there: the model now and then takes articles, prepositions and verbs for names. */
function isNominal(view: SentenceView, { span }: Name): boolean {
  const [first, last] = tokensIn(view, span);
  if (first !== last) return true;
  return !['DET', 'ADP', 'PRON', 'AUX', 'CCONJ', 'SCONJ', 'PUNCT', 'PART'].includes(view.tokens[first]?.upos ?? '');
}

/** A name of the list where it stands in the text, unless capitals or the model speak against it. */
function listedName(view: SentenceView, match: PhraseMatch<KnownName>, model: readonly Name[]): readonly Name[] {
  const [value] = match.values;
  if (!value) return [];
  const single = match.first === match.last;
  const atom = view.atoms[match.first];
  const token = tokenAt(view, match.first);
  const supported = model.some((name) => overlaps(name.span, [match.start, match.end]));
  if (single && atom && !supported) {
    const length = atom.end - atom.start;
    if (view.shouted && length < 4 && !['US', 'UN', 'EU', 'UK'].includes(view.text.slice(atom.start, atom.end)))
      return [];
    if (atom.shape === 'capital' && token?.upos !== 'PROPN') return [];
  }
  const person = model.find((name) => name.type === 'PER' && overlaps(name.span, [match.start, match.end]));
  const whole = person && sameSpan(person.span, [match.start, match.end]);
  if (person && single && atom?.shape === 'capital' && !(whole && value.type === 'ORG')) return [];
  return [{ span: [match.start, match.end], type: value.type, sentence: view.index, rule: 'list' }];
}

/** A model's name whose very words are on a list gets the list's type. */
function retyped(name: Name, listed: readonly Name[]): Name {
  const same = listed.find(({ span }) => span[0] === name.span[0] && span[1] === name.span[1]);
  return same && same.type !== name.type ? { ...name, type: same.type, rule: 'list' } : name;
}
