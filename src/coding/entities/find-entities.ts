// Who and what a document speaks of: states, organisations, bodies, persons, groups, agreements, activities, issues and places.
import { Cover } from '../../language/names/cover.ts';
import { forgetViews, sentenceViews } from '../../language/names/sentence.ts';
import type { Chain, Name, Timex } from '../../model/analysis.ts';
import type { Annotations, EntityRegister } from '../../model/annotations.ts';
import type { Span } from '../../model/span.ts';
import type { EntityLexicon } from '../lexicon/entities.ts';
import { takeBodies } from './bodies.ts';
import type { EntityContext } from './context.ts';
import { type Draft, Drafts } from './drafts.ts';
import { Anchors, type EntitySentence } from './entity-sentence.ts';
import { takeGroups } from './groups.ts';
import { takeMatters } from './matters.ts';
import { type DraftBySpan, takeNames } from './named.ts';
import { takePersons } from './offices.ts';
import { PresumedOwners } from './presumed-owners.ts';
import { fullNamesOf, takeChain, takeHolder } from './references.ts';
import { giveTitledOwners } from './titled-owners.ts';
import { wholeMatch } from './unlisted.ts';
import { takeUnnamed } from './unnamed.ts';

export type EntityInput = Pick<
  Annotations,
  'document' | 'head' | 'passages' | 'sentences' | 'tokens' | 'names' | 'chains' | 'times'
>;

/**
 * The entities of a document with all their mentions, ids in the order of first mention.
 * Precision first: a noun phrase becomes an entity only where the lexicon says what it is (record-guide, "entities").
 * Linear in the text's length but for sorting; no text makes it throw.
 */
export function findEntities(input: EntityInput, lexicon: EntityLexicon): EntityRegister {
  const { document, head, passages, sentences, tokens, names, chains, times } = input;
  const so: EntityContext = {
    text: document.text,
    lexicon,
    drafts: new Drafts(lexicon, document.text),
    published: head.published.value,
    bodies: new Map(),
    unnamed: [],
    presumed: new PresumedOwners(),
    told: new Map(),
    described: new Map(),
    resolved: resolvedStarts(chains),
  };
  const fullNames = fullNamesOf(chains, lexicon, head.published.value);
  const timesBySentence = inOrder(times);
  const bySpan: DraftBySpan = new Map();
  const bySentence = new Map<number, Name[]>();
  for (const name of names) {
    const own = bySentence.get(name.sentence);
    if (own) own.push(name);
    else bySentence.set(name.sentence, [name]);
  }
  for (const view of sentenceViews(document.text, sentences, tokens)) {
    const passage = passages[sentences[view.index]?.passage ?? -1]?.kind ?? 'body';
    const nameList = bySentence.get(view.index) ?? [];
    const sentence: EntitySentence = {
      view,
      passage,
      nameList,
      names: new Cover(view.span, nameList),
      anchors: new Anchors(),
      taken: new Cover(view.span),
      times: new Cover(view.span, timesBySentence(view.span)),
    };
    readSentence(so, sentence, fullNames, bySpan);
  }
  forgetViews(sentences);
  for (const draft of so.drafts.ofKind('person')) takeHolder(so, draft);
  so.presumed.settle();
  giveTitledOwners(so);
  takeUnnamed(so, chains);
  const holderAt = holderIndex(so.drafts);
  const groupAt = groupIndex(so.drafts);
  const listedAs = (name: string) => {
    const entry = wholeMatch(lexicon.phrases, name)?.entry;
    return entry ? so.drafts.listed(entry) : null;
  };
  for (const chain of chains) takeChain(chain, bySpan, holderAt, groupAt, listedAs);
  return so.drafts.register();
}

/** Names first, since all else asks whose it is; then bodies, which may own groups and offices. */
function readSentence(
  so: EntityContext,
  sentence: EntitySentence,
  fullNames: ReadonlyMap<number, string>,
  bySpan: DraftBySpan,
): void {
  takeNames(so, sentence, fullNames, bySpan);
  if (sentence.passage === 'furniture') {
    takePersons(so, sentence, fullNames, bySpan);
    return;
  }
  takeBodies(so, sentence);
  takePersons(so, sentence, fullNames, bySpan);
  takeGroups(so, sentence);
  takeMatters(so, sentence);
  so.presumed.note(sentence);
}

/** Where the descriptions begin that mean something named. */
function resolvedStarts(chains: readonly Chain[]): ReadonlySet<number> {
  return new Set(
    chains.flatMap(({ type, mentions }) =>
      type === null ? [] : mentions.filter(({ form }) => form === 'nominal').map(({ span }) => span[0]),
    ),
  );
}

/** Gives the times inside one stretch after another; stretches must come in text order. */
function inOrder(times: readonly Timex[]): (stretch: Span) => readonly Timex[] {
  const sorted = [...times].sort((a, b) => a.span[0] - b.span[0]);
  let at = 0;
  return (stretch) => {
    const own: Timex[] = [];
    while (at < sorted.length && (sorted[at]?.span[0] ?? 0) < stretch[1]) {
      const time = sorted[at];
      if (time && time.span[0] >= stretch[0]) own.push(time);
      at += 1;
    }
    return own;
  };
}

/** Finds the person or body whose description begins or ends where its noun does: "[president] of Peru", "the Danish [army]". */
function holderIndex(drafts: Drafts): (span: Span) => Draft | null {
  const byEdge = new Map<number, Draft>();
  for (const draft of (['group', 'body', 'person'] as const).flatMap((kind) => drafts.ofKind(kind))) {
    for (const { span, form } of draft.mentions.values()) {
      if (form === 'nominal') byEdge.set(span[0], draft).set(span[1], draft);
    }
  }
  return ([start, end]) => byEdge.get(end) ?? byEdge.get(start) ?? null;
}

/** Finds the group whose mention ends where a noun ends. */
function groupIndex(drafts: Drafts): (span: Span) => Draft | null {
  const byEnd = new Map<number, Draft>();
  for (const draft of drafts.ofKind('group')) {
    for (const { span } of draft.mentions.values()) byEnd.set(span[1], draft);
  }
  return (span) => byEnd.get(span[1]) ?? null;
}
