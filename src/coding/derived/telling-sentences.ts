// The sentences in which a kind of stand may be told, and who holds it: what all that looks for stands by words has in common.
import type { Token } from '../../model/analysis.ts';
import type { Position, Statement } from '../../model/items.ts';
import { Parties } from '../events/parties.ts';
import type { Tree } from '../events/tree.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { voiceOf } from '../voice.ts';
import type { DerivedInput } from './input.ts';
import { isOwnView, type StandsSoFar } from './stand-matter.ts';

/** A sentence whose stands are looked for. */
export interface TellingSentence {
  readonly tree: Tree;
  /** Its index in the document. */
  readonly sentence: number;
  readonly parties: Parties;
}

/** "What does Lima want on fishing?": who asks takes no stand, and who is asked has not answered. */
export const isQuestion = (tree: Tree): boolean => tree.form(tree.size - 1) === '?';

/**
 * What is found at the words of the sentences that may tell of a stand, in the order of the text.
 * @param tells asked before the tree of a sentence is made, which takes time: most sentences tell of none
 */
export function inTellingSentences(
  { so, index }: Pick<StandsSoFar, 'so' | 'index'>,
  { classes }: EventLexicon,
  tells: (tokens: readonly Token[]) => boolean,
  find: (telling: TellingSentence, at: number) => readonly Position[],
): readonly Position[] {
  return so.sentences.flatMap((_, sentence) => {
    if (!tells(so.tokens.at(sentence) ?? [])) return [];
    const tree = index.tree(sentence);
    if (isQuestion(tree)) return [];
    const parties = new Parties(tree, so.register, classes, so.statements, voiceOf(so));
    return tree.tokens.flatMap((_, at) => find({ tree, sentence, parties }, at));
  });
}

/** Those whom some places name; where they name nobody, the speaker of what is his own view. */
export function holdersAt(
  { tree, parties }: TellingSentence,
  { holders, over, spoken }: { readonly holders: readonly number[]; readonly over: number; readonly spoken: boolean },
  statement: Statement | null,
): readonly string[] {
  const named = parties.ofAll(holders, { groups: false });
  if (named.length) return named;
  return spoken && statement !== null && isOwnView(tree, over, statement) ? statement.speaker : [];
}

/** A stand of each holder, but of none whom another of them is a part of. */
export function heldBy(
  { register }: DerivedInput,
  holders: readonly string[],
  stand: Omit<Position, 'actor'>,
): readonly Position[] {
  const owners = new Set(holders.map((id) => register.get(id)?.partOf));
  return holders.filter((actor) => actor !== stand.on && !owners.has(actor)).map((actor) => ({ actor, ...stand }));
}
