// Stands told by what somebody says a matter does: "the dam undermines the peace", "the pact strengthens our security".
import type { Token } from '../../model/analysis.ts';
import type { Position, Stance } from '../../model/items.ts';
import { conditionalClause, isDue, verbGroup } from '../events/modality.ts';
import { innermostStatement } from '../events/statement-index.ts';
import type { Tree } from '../events/tree.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { groundsAt } from './grounds.ts';
import { clauseSpan } from './sentence-index.ts';
import { isOwnView, matterAt, matterBefore, pointsBack, type StandsSoFar } from './stand-matter.ts';
import { inTellingSentences } from './telling-sentences.ts';

/** Without the harm or the good that is seen in it, a matter is what the other side of the argument holds it to be. */
const DENIED: Readonly<Partial<Record<Stance, Stance>>> = {
  opposes: 'supports',
  concerned: 'supports',
  supports: 'opposes',
};

/** The stands of speakers on what they say does harm or good, in the order of the text. */
export function toldEffects(soFar: StandsSoFar, lexicon: EventLexicon): readonly Position[] {
  const { so } = soFar;
  const { effects } = lexicon.derived;
  const isTold = ({ lemma, upos, span }: Token) =>
    upos === 'VERB' && effects.has(lemma.toLowerCase()) && innermostStatement(so.statements, span) !== null;
  return inTellingSentences(
    soFar,
    lexicon,
    (tokens) => tokens.some(isTold),
    ({ tree, sentence, parties }, at) => {
      const effect = tree.upos(at) === 'VERB' ? effects.get(tree.lemma(at)) : undefined;
      const statement = effect && isMainPoint(tree, at) ? innermostStatement(so.statements, tree.span(at)) : null;
      const subject = tree.childrenIn(at, 'nsubj')[0];
      if (!effect || !statement || subject === undefined || !isOwnView(tree, at, statement)) return [];
      const on = pointsBack(tree, subject) ? matterBefore(soFar, sentence) : matterAt(so, tree, subject, parties);
      const stance = verbGroup(tree, at).negated ? DENIED[effect.value] : effect.value;
      if (on === null || !stance) return [];
      return statement.speaker.map((actor) => ({
        actor,
        on,
        stance,
        evidence: clauseSpan(tree, at),
        statement: statement.id,
        grounds: groundsAt(so, tree.span(at), statement.id),
        rule: effect.rule,
        why: `it is said to *${tree.form(at)}* -> ${stance}`,
      }));
    },
  );
}

/** What is said itself, not what goes along with it: a clause of its own, also the second of two. */
function isMainPoint(tree: Tree, at: number): boolean {
  const first = tree.relation(at) === 'conj' && tree.childIn(at, 'nsubj') === null ? tree.head(at) : at;
  if (!['root', 'ccomp', 'parataxis', 'conj'].includes(tree.relation(first)) || conditionalClause(tree, first))
    return false;
  // "It is wrong to suppose that the pact threatens us", "nobody thinks that ...".
  if (tree.relation(first) === 'ccomp' && isNoOwnBelief(tree, tree.head(first))) return false;
  // "It should strengthen the pact": that is asked of it, and not yet its effect.
  return !isDue(tree, at);
}

const isNoOwnBelief = (tree: Tree, over: number): boolean =>
  tree.childrenIn(over, 'mark').some((mark) => tree.form(mark) === 'to') || verbGroup(tree, over).negated;
