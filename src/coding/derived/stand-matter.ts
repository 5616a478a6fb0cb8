// The matter that a stand is on: one that is known, one that the words name, or the one before for "this" and "the move".
import type { Position, Statement } from '../../model/items.ts';
import { bySpan, contains, type Span } from '../../model/span.ts';
import type { Parties } from '../events/parties.ts';
import { logicalSubjects } from '../events/subjects.ts';
import type { Tree } from '../events/tree.ts';
import type { DerivedInput } from './input.ts';
import { isMatter, knownMatterAt, matterInWords } from './matters.ts';
import type { SentenceIndex } from './sentence-index.ts';
import { isSomebody } from './somebody.ts';

/** What the stands of a document are looked for in: the document, its trees, and the stands that are found already. */
export interface StandsSoFar {
  readonly so: DerivedInput;
  readonly index: SentenceIndex;
  readonly found: readonly Position[];
}

/** "Against the backdrop of the talks", "too early to make any assessment". */
const NO_MATTER = /^(?:backdrop|background|assessment|comment|conclusion|judgement|judgment|speculation|guess)$/;

/** The known matter at a place, else one that the words name; none for people and parties. */
export function matterAt(so: DerivedInput, tree: Tree, head: number, parties: Parties): string | null {
  const known = knownMatterAt(so, tree, head);
  if (known !== null) return known;
  if (isSomebody(so.register, tree, head) || tree.upos(head) === 'PROPN') return null;
  if (parties.isParty(head) || NO_MATTER.test(tree.lemma(head))) return null;
  return matterInWords(so, tree, head);
}

const POINTING = /^(?:this|that|it)$/;
const DEED = /^(?:move|step|decision|action|measure|plan|idea|proposal|initiative)$/;

/** "This undermines trust", "the move is impractical": words that stand for the matter of the sentence before. */
export function pointsBack(tree: Tree, at: number): boolean {
  if (POINTING.test(tree.form(at)) && tree.upos(at) !== 'NOUN') return tree.childrenOf(at).length === 0;
  const [article, ...rest] = tree.childrenOf(at);
  return (
    DEED.test(tree.lemma(at)) &&
    article !== undefined &&
    !rest.length &&
    /^(?:the|this|that|such)$/.test(tree.form(article))
  );
}

/** The matter of the last stand told in the sentence before, else the last matter that it mentions. */
export function matterBefore({ so, found }: StandsSoFar, sentence: number): string | null {
  const before = so.sentences[sentence - 1]?.span;
  if (!before) return null;
  const isInside = ([start]: Span) => start >= before[0] && start < before[1];
  const stand = found.findLast(({ evidence }) => isInside(evidence));
  if (stand) return stand.on;
  const mentioned = so.register
    .within(before)
    .filter(isMatter)
    .flatMap(({ id, mentions }) => mentions.map(({ span }) => ({ id, span })))
    .filter(({ span }) => isInside(span));
  return mentioned.sort((a, b) => bySpan(a.span, b.span)).at(-1)?.id ?? null;
}

/** "There are some who believe it necessary": what a speaker tells of the belief of others is no stand of his. */
export function isOwnView(tree: Tree, at: number, { content }: Statement): boolean {
  const above = tree.head(at);
  if (above < 0 || tree.relation(at) !== 'ccomp' || !content.some((span) => contains(span, tree.span(above))))
    return true;
  return logicalSubjects(tree, above).every((subject) => /^(?:i|we)$/.test(tree.form(subject)));
}
