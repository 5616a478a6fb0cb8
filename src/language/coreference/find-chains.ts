// Coreference: the mentions of one person or thing in a document, from names to short forms, descriptions and pronouns.
import type { Chain, Name, Sentence, Token } from '../../model/analysis.ts';
import type { PerSentence } from '../../model/annotations.ts';
import type { Passage } from '../../model/document.ts';
import type { KnownNames, KnownTitle } from '../names/known.ts';
import type { PhraseMatch } from '../names/phrases.ts';
import { atomFrom, headIn, type SentenceView, sentenceViews } from '../names/sentence.ts';
import { ChainStore, type OpenChain } from './chain-store.ts';
import { describedBy } from './descriptions.ts';
import { addTitle, linkName } from './name-links.ts';
import { antecedent, isPleonastic, pronounFacts } from './pronouns.ts';

/** What coreference reads. */
export interface ChainInput {
  readonly document: { readonly text: string };
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
  readonly tokens: PerSentence<Token>;
  readonly names: readonly Name[];
}

const SUBJECTS: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'csubj', 'root']);

/**
 * The chains of a document, ordered by first mention; each holds at least one mention.
 * Furniture, bylines and teasers of other articles are read apart from the text, so that no pronoun means somebody named only there.
 * Linear in the text's length: pronouns look a few sentences back, descriptions have an index. No text makes it throw.
 */
export function findChains(input: ChainInput, known: KnownNames): readonly Chain[] {
  const { document, passages, sentences, tokens, names } = input;
  const store = new ChainStore();
  const views = sentenceViews(document.text, sentences, tokens);
  const bySentence = new Map<number, Name[]>();
  for (const name of names) {
    const own = bySentence.get(name.sentence);
    if (own) own.push(name);
    else bySentence.set(name.sentence, [name]);
  }
  for (const view of views) {
    const kind = passages[sentences[view.index]?.passage ?? -1]?.kind;
    const apart = kind === 'furniture' || kind === 'teaser' || kind === 'byline';
    readSentence(view, bySentence.get(view.index) ?? [], store, known, apart);
  }
  return store.closed();
}

/** Takes a sentence's names, descriptions, plural subjects and pronouns in text order. */
function readSentence(
  view: SentenceView,
  names: readonly Name[],
  store: ChainStore,
  known: KnownNames,
  apart: boolean,
): void {
  let next = 0;
  let passed = view.span[0];
  for (let at = 0; at < view.atoms.length; at += 1) {
    const atom = view.atoms[at];
    if (!atom || atom.start < passed) continue;
    const name = names[next];
    if (name && name.span[0] <= atom.start) {
      takeName(view, name, store, known, apart);
      next += 1;
      passed = Math.max(passed, name.span[1]);
      continue;
    }
    if (apart) continue;
    const description = describedBy(view, at, store, known);
    if (description) {
      const { chain, span, head } = description;
      store.mention(chain, span, 'nominal', view.index, isSubject(view, head));
      passed = span[1];
      continue;
    }
    const office = unnamedHolder(view, at, names.slice(next, next + 2), store, known);
    if (office) {
      takeUnnamedHolder(view, office, store, known);
      passed = office.end;
      continue;
    }
    const body = unnamedBody(view, at, known);
    if (body) {
      const chain = store.create(view.text.slice(body.start, body.end), 'ORG');
      store.mention(chain, [body.start, body.end], 'nominal', view.index, true);
      passed = body.end;
      continue;
    }
    takeWord(view, at, store);
  }
}

/**
 * The office, as a subject or object, of somebody whom the sentence does not name: "The Danish [foreign minister] flew to Lima. She ..."
 * stands for her as a name would. Null for other words, where a name follows, which pronouns mean by itself, and for "the envoy",
 * which may be anybody named before.
 * @param names those that come next
 */
function unnamedHolder(
  view: SentenceView,
  at: number,
  names: readonly Name[],
  store: ChainStore,
  known: KnownNames,
): PhraseMatch<KnownTitle> | null {
  const title = known.titles.at(view.atoms, at);
  if (!title?.values[0]?.describes) return null;
  const head = view.tokenOf[title.last] ?? -1;
  if (!(isSubject(view, head) || isObject(view, head)) || !/^NNP?$/.test(view.tokens[head]?.xpos ?? '')) return null;
  const isNamed = ({ type, span: [start] }: Name) =>
    type === 'PER' && start >= title.end && start < title.end + NAMED_WITHIN;
  if (names.some(isNamed)) return null;
  // "Ambassador, will he come?": who is asked.
  if (view.text.charAt(title.end) === ',' && /^(?:\W|Q|Question)*$/.test(view.text.slice(view.span[0], title.start)))
    return null;
  const isBare = view.atoms[at - 1]?.key === 'the' && view.atoms[title.last + 1]?.key !== 'of';
  return isBare && store.hasPersonSince(view.index - 4) ? null : title;
}

/** "The Chadian [army] shelled the port. It ...": one body, as a subject, that acts for somebody; null for other words. */
function unnamedBody(view: SentenceView, at: number, known: KnownNames): PhraseMatch<true> | null {
  const body = known.bodyNouns.at(view.atoms, at);
  const head = view.tokenOf[body?.last ?? -1] ?? -1;
  return body && isSubject(view, head) && /^NNP?$/.test(view.tokens[head]?.xpos ?? '') ? body : null;
}

/** How far behind an office, in code units, the name of its holder may stand. */
const NAMED_WITHIN = 60;

function takeUnnamedHolder(
  view: SentenceView,
  { start, end }: PhraseMatch<KnownTitle>,
  store: ChainStore,
  known: KnownNames,
): void {
  const words = view.text.slice(start, end).replace(/\s+/g, ' ');
  const chain = store.create(words, 'PER');
  addTitle(words, chain, known);
  store.leaveClaimed(chain);
  // A person who is named beside them is meant sooner.
  store.mention(chain, [start, end], 'nominal', view.index, false);
}

function takeName(view: SentenceView, name: Name, store: ChainStore, known: KnownNames, apart: boolean): void {
  const chain = linkName(view.text, name, store, known);
  const head = headIn(view, name.span);
  store.mention(chain, name.span, 'name', view.index, isSubject(view, head), !apart);
  if (name.type === 'PER') takeApposition(view, head, chain, known);
}

/** "Baerbock, Germany's foreign minister, said": the office in apposition is the person's. */
function takeApposition(view: SentenceView, head: number, chain: OpenChain, known: KnownNames): void {
  for (let at = head + 1; at < view.tokens.length && at < head + 14; at += 1) {
    const token = view.tokens[at];
    if (token?.deprel !== 'appos' || token.head - 1 !== head) continue;
    const place = atomFrom(view, token.span[0]);
    for (let atom = Math.max(0, place - 4); atom <= place; atom += 1) {
      const title = known.titles.at(view.atoms, atom);
      if (!title || title.last < place) continue;
      addTitle(view.text.slice(title.start, title.end), chain, known);
      return;
    }
  }
}

function takeWord(view: SentenceView, at: number, store: ChainStore): void {
  const place = view.tokenOf[at] ?? -1;
  const token = view.tokens[place];
  if (!token || token.span[0] !== view.atoms[at]?.start) return;
  const facts = pronounFacts(view.text.slice(...token.span), token);
  if (facts) {
    if (isPleonastic(view.tokens, place)) return;
    const chain = antecedent(facts, view.index, store);
    if (chain) store.mention(chain, token.span, 'pronoun', view.index, isSubject(view, place));
  } else if (token.xpos === 'NNS' && SUBJECTS.has(token.deprel)) {
    // A group that a later "they" may mean: "Miners walked out. They want higher pay."
    const group = store.create(view.text.slice(...token.span), null);
    group.plural = true;
    store.mention(group, token.span, 'nominal', view.index, true);
  }
}

const isObject = (view: SentenceView, place: number): boolean => /^i?obj$/.test(view.tokens[place]?.deprel ?? '');

function isSubject(view: SentenceView, place: number): boolean {
  return SUBJECTS.has(view.tokens[place]?.deprel ?? '');
}
