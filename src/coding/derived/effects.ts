// Stands told by what somebody says a matter does: "the dam undermines the peace", "the pact strengthens our security".
import type { Position, Stance } from '../../model/items.ts';
import { conditionalClause, verbGroup } from '../events/modality.ts';
import { Parties } from '../events/parties.ts';
import { innermostStatement } from '../events/statement-index.ts';
import type { Tree } from '../events/tree.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { voiceOf } from '../voice.ts';
import { clauseSpan } from './sentence-index.ts';
import { isOwnView, matterAt, matterBefore, pointsBack, type StandsSoFar } from './stand-matter.ts';

/** Without the harm or the good that is seen in it, a matter is what the other side of the argument holds it to be. */
const DENIED: Readonly<Partial<Record<Stance, Stance>>> = {
  opposes: 'supports',
  concerned: 'supports',
  supports: 'opposes',
};

/** The stands of speakers on what they say does harm or good, in the order of the text. */
export function toldEffects(stands: StandsSoFar, lexicon: EventLexicon): readonly Position[] {
  const { so, index } = stands;
  const { effects } = lexicon.derived;
  return so.sentences.flatMap((_, sentence): readonly Position[] => {
    const tells = so.tokens
      .at(sentence)
      ?.some(
        ({ lemma, upos, span }) =>
          upos === 'VERB' && effects.has(lemma.toLowerCase()) && innermostStatement(so.statements, span) !== null,
      );
    if (!tells) return [];
    const tree = index.tree(sentence);
    if (tree.form(tree.size - 1) === '?') return [];
    const parties = new Parties(tree, so.register, lexicon.classes, so.statements, voiceOf(so));
    return tree.tokens.flatMap((_, at): readonly Position[] => {
      const effect = tree.upos(at) === 'VERB' ? effects.get(tree.lemma(at)) : undefined;
      const statement = effect && isMainPoint(tree, at) ? innermostStatement(so.statements, tree.span(at)) : null;
      const subject = tree.childrenIn(at, 'nsubj')[0];
      if (!effect || !statement || subject === undefined || !isOwnView(tree, at, statement)) return [];
      const on = pointsBack(tree, subject) ? matterBefore(stands, sentence) : matterAt(so, tree, subject, parties);
      const stance = verbGroup(tree, at).negated ? DENIED[effect.value] : effect.value;
      if (on === null || !stance) return [];
      return statement.speaker.map((actor) => ({
        actor,
        on,
        stance,
        evidence: clauseSpan(tree, at),
        statement: statement.id,
        rule: effect.rule,
        why: `it is said to *${tree.form(at)}* -> ${stance}`,
      }));
    });
  });
}

/** What is said itself, not what goes along with it: a clause of its own, also the second of two. */
function isMainPoint(tree: Tree, at: number): boolean {
  const first = tree.relation(at) === 'conj' && tree.childIn(at, 'nsubj') === null ? tree.head(at) : at;
  if (!['root', 'ccomp', 'parataxis', 'conj'].includes(tree.relation(first)) || conditionalClause(tree, first))
    return false;
  // "It should strengthen the pact": that is asked of it, and not yet its effect.
  return !tree.childrenIn(at, 'aux').some((aux) => /^(?:should|must|ought)$/.test(tree.form(aux)));
}
