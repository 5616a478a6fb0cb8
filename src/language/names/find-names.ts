// Proper names: what the model found, corrected by lists of well-known names, by patterns, and by what the document says elsewhere.
import type { Name, Sentence, Token } from '../../model/analysis.ts';
import type { PerSentence } from '../../model/annotations.ts';
import { bySpan, contains, lengthOf, type Span, sameSpan, trimSpan } from '../../model/span.ts';
import { consistentNames } from './consistency.ts';
import { Cover } from './cover.ts';
import type { KnownName, KnownNames } from './known.ts';
import { patternNames } from './patterns.ts';
import type { PhraseMatch } from './phrases.ts';
import {
  atomFrom,
  headIn,
  type SentenceView,
  type SentenceViews,
  sentenceViews,
  tokenAt,
  tokensIn,
} from './sentence.ts';
import { isNoName, isOffices, tidyName, titleBefore } from './tidy.ts';
import { VESSEL_RULE } from './vessels.ts';

/** What the search for names reads. `spans` are the analyser's, in any order. */
export interface NameInput {
  readonly document: { readonly text: string };
  readonly sentences: readonly Sentence[];
  readonly tokens: PerSentence<Token>;
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
  const found: Name[] = [];
  for (const view of views) {
    const own = bySentence.get(view.index) ?? [];
    const sure = view.titled && views.length > 3 ? own.filter((name) => isSupported(view, name, plain)) : own;
    found.push(...sentenceNames(view, sure, known));
  }
  return consistentNames(views, found, known);
}

/** How the model's names are spelt outside headlines. */
function spellingsOf(
  text: string,
  views: SentenceViews,
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
  const titles = new Cover(view.span, titleSpans(view, known));
  const models = model.filter((name) => isNominal(view, name)).flatMap((name) => outsideTitle(view, name, titles));
  const modelCover = new Cover(view.span, models);
  const listed = known.names.all(view.atoms).flatMap((match) => listedName(view, match, modelCover, known));
  const listedCover = new Cover(view.span, listed);
  const kept: Name[] = [];
  const taken = new Cover<Name>(view.span);
  const put = (name: Name) => {
    if (taken.overlapping(name.span)) return;
    kept.push(name);
    taken.add(name);
  };
  const built = patternNames(view, known).filter(({ span }) => {
    if (isNoName(view.text.slice(...span), known) || isOffices(view.text, span)) return false;
    const other = listedCover.overlapping(span);
    // "The Founding Act of 1997": what is built from the middle of a listed name is no other one.
    return !other || (!contains(other.span, span) && other.span[0] >= span[0]);
  });
  const isShip = ({ rule }: Name) => Number(rule === VESSEL_RULE);
  for (const name of [...built].sort((a, b) => isShip(b) - isShip(a) || lengthOf(b.span) - lengthOf(a.span))) put(name);
  for (const name of listed) if (!isInside(name.span, modelCover.overlapping(name.span)?.span)) put(name);
  for (const name of models) put(retyped(view, name, listedCover.overlapping(name.span), known));
  return kept.sort((a, b) => bySpan(a.span, b.span));
}

/** Titles of several words in a sentence: "Defence Secretary". */
function titleSpans(view: SentenceView, known: KnownNames): readonly { readonly span: Span }[] {
  return known.titles
    .all(view.atoms)
    .filter(({ first, last }) => last > first)
    .map(({ start, end }) => ({ span: [start, end] }));
}

/** The model's "Kenyan Defence" before "Secretary" is no organisation: what runs into a title is cut off before it. */
function outsideTitle(view: SentenceView, name: Name, titles: Cover<{ readonly span: Span }>): readonly Name[] {
  const title = name.type === 'PER' ? null : titles.overlapping(name.span);
  if (!title || title.span[1] < name.span[1]) return [name];
  const end = title.span[0];
  if (end <= name.span[0]) return title.span[1] > name.span[1] ? [] : [name];
  return title.span[1] > name.span[1] ? [{ ...name, span: trimSpan(view.text, [name.span[0], end]) }] : [name];
}

/** Whether a span lies in a longer one. */
function isInside(span: Span, outer: Span | undefined): boolean {
  return outer !== undefined && contains(outer, span) && !sameSpan(outer, span);
}

/** Whether a name of one word is a noun there: the model now and then takes articles, prepositions and verbs for names. */
function isNominal(view: SentenceView, { span }: Name): boolean {
  const [first, last] = tokensIn(view, span);
  if (first !== last) return true;
  return !['DET', 'ADP', 'PRON', 'AUX', 'CCONJ', 'SCONJ', 'PUNCT', 'PART'].includes(view.tokens[first]?.upos ?? '');
}

/** A name of the list where it stands in the text, unless capitals or the model speak against it. */
function listedName(
  view: SentenceView,
  match: PhraseMatch<KnownName>,
  model: Cover<Name>,
  known: KnownNames,
): readonly Name[] {
  const [value] = match.values;
  if (!value) return [];
  const single = match.first === match.last;
  const atom = view.atoms[match.first];
  const token = tokenAt(view, match.first);
  const supported = model.overlapping([match.start, match.end]);
  if (single && atom && !supported) {
    const length = atom.end - atom.start;
    if (view.shouted && length < 4 && !['US', 'UN', 'EU', 'UK'].includes(view.text.slice(atom.start, atom.end)))
      return [];
    if (atom.shape === 'capital' && token?.upos !== 'PROPN') return [];
  }
  const person = supported?.type === 'PER' ? supported : null;
  const whole = person && sameSpan(person.span, [match.start, match.end]);
  const givenName = known.givenNames.has(view.text.slice(match.start, match.end).toLowerCase());
  if (person && single && atom?.shape === 'capital' && (!whole || givenName)) return [];
  return [{ span: [match.start, match.end], type: value.type, sentence: view.index, rule: 'list' }];
}

/** A model's name whose very words are on a list gets the list's type; one with an office beside it is a person's. */
function retyped(view: SentenceView, name: Name, listed: Name | null, known: KnownNames): Name {
  if (listed && sameSpan(listed.span, name.span))
    return listed.type === name.type ? name : { ...name, type: listed.type, rule: 'list' };
  if (name.type === 'PER' || listed) return name;
  const title = titleBefore(view.text, name.span[0], known);
  if (title) return { ...name, type: 'PER', title, rule: 'title' };
  return hasOfficeBehind(view, name, known) ? { ...name, type: 'PER', rule: 'title' } : name;
}

/** "Tharaka Nithi, Kenya's [foreign minister], said": an office in apposition. */
function hasOfficeBehind(view: SentenceView, name: Name, known: KnownNames): boolean {
  if (view.text.charAt(name.span[1]) !== ',') return false;
  const head = headIn(view, name.span);
  const from = atomFrom(view, name.span[1]);
  for (let at = from; at < view.atoms.length && at < from + 10; at += 1) {
    const title = known.titles.at(view.atoms, at);
    const token = title ? tokenAt(view, title.last) : null;
    if (title?.values[0]?.describes && token?.deprel === 'appos' && token.head - 1 === head) return true;
  }
  return false;
}
