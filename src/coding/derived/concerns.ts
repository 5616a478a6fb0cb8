// Concerns that a sentence names: "One of the Peruvian main concerns is Chile's dam", "our main worry remains the dam".
import type { Token } from '../../model/analysis.ts';
import type { Position } from '../../model/items.ts';
import { negatedPhrase, verbGroup } from '../events/modality.ts';
import { innermostStatement } from '../events/statement-index.ts';
import type { Tree } from '../events/tree.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { groundsAt } from './grounds.ts';
import type { DerivedInput } from './input.ts';
import { knownMatterAt, matterInWords } from './matters.ts';
import { clauseSpan } from './sentence-index.ts';
import type { StandsSoFar } from './stand-matter.ts';
import { inTellingSentences } from './telling-sentences.ts';

const CONCERN = /^(?:concern|worry|fear|misgiving|objection|grievance)s?$/;

/** The stands of those whose concern a sentence says something to be; the matter is what it is said to be. */
export function namedConcerns(soFar: StandsSoFar, lexicon: EventLexicon): readonly Position[] {
  const { so } = soFar;
  const isNamed = ({ lemma, upos }: Token) => upos === 'NOUN' && CONCERN.test(lemma.toLowerCase());
  return inTellingSentences(
    soFar,
    lexicon,
    (tokens) => tokens.some(isNamed),
    ({ tree, parties }, at) => {
      const what = CONCERN.test(tree.lemma(at)) && tree.upos(at) === 'NOUN' ? saidToBe(tree, at) : null;
      if (what === null || negatedPhrase(tree, at) || verbGroup(tree, what).negated) return [];
      const on = matterAt(so, tree, what);
      if (on === null) return [];
      const owners = tree
        .childrenIn(at, 'nmod:poss', 'amod', 'compound', 'nmod')
        .filter((child) => tree.relation(child) !== 'nmod' || /^(?:|of|for)$/.test(tree.preposition(child)));
      const own = parties.ofAll(owners, { groups: false });
      const statement = innermostStatement(so.statements, tree.span(at));
      return (own.length ? own : (statement?.speaker ?? [])).map((actor) => ({
        actor,
        on,
        stance: 'concerned',
        evidence: clauseSpan(tree, what),
        statement: statement?.id ?? null,
        grounds: groundsAt(so, tree.span(at), statement?.id),
        rule: 'named-concern',
        why: `*${tree.form(at)}* is what the matter is said to be -> concerned`,
      }));
    },
  );
}

/** The head of what a concern, or "one of the concerns", is said to be. */
function saidToBe(tree: Tree, concern: number): number | null {
  const above = tree.head(concern);
  const counted =
    above >= 0 && /^(?:one|some|part|most|chief|first)$/.test(tree.form(above)) && tree.relation(concern) === 'nmod';
  const subject = counted ? above : concern;
  const predicate = tree.head(subject);
  if (tree.relation(subject) !== 'nsubj' || predicate < 0) return null;
  if (tree.childIn(predicate, 'cop') !== null) return predicate;
  return /^(?:be|remain)$/.test(tree.lemma(predicate)) ? tree.childIn(predicate, 'xcomp', 'obj', 'ccomp') : null;
}

/** The matter that heads what is said, in a clause its subject; where it is none that is known, one named by its words. */
function matterAt(so: DerivedInput, tree: Tree, at: number): string | null {
  const known = knownMatterAt(so, tree, at);
  if (known !== null) return known;
  if (tree.upos(at) === 'VERB') {
    const subject = tree.childrenIn(at, 'nsubj').find((child) => tree.deprel(child) !== 'nsubj:outer');
    return subject === undefined ? null : matterAt(so, tree, subject);
  }
  return matterInWords(so, tree, at);
}
