// Stands told by what somebody wants done: "calls for resuming the talks", "is ready to renew the pact", "the ban must be lifted".
import type { Token } from '../../model/analysis.ts';
import type { Position, Stance } from '../../model/items.ts';
import type { Span } from '../../model/span.ts';
import { verbClause } from '../events/clause.ts';
import { completes, isPassive } from '../events/grammar.ts';
import { conditionalClause, DUTY, hasCondition, isDue, negatedPhrase, verbGroup } from '../events/modality.ts';
import type { Parties } from '../events/parties.ts';
import { innermostStatement } from '../events/statement-index.ts';
import { logicalSubjects } from '../events/subjects.ts';
import type { Tree } from '../events/tree.ts';
import type { Deed, DerivedLexicon } from '../lexicon/derived.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { groundsAt } from './grounds.ts';
import { matterInWords } from './matters.ts';
import { clauseSpan } from './sentence-index.ts';
import { matterAt, type StandsSoFar } from './stand-matter.ts';
import { heldBy, holdersAt, inTellingSentences } from './telling-sentences.ts';

/** A wish for a deed: the word that tells it, and who has it where not the speaker. */
interface Wish {
  readonly over: number;
  readonly holders: readonly number[];
  readonly spoken: boolean;
  readonly rule: string;
}

/** The stands of those who want a matter furthered or ended, in the order of the text. */
export function wishedDeeds(soFar: StandsSoFar, lexicon: EventLexicon): readonly Position[] {
  const { so } = soFar;
  const { deeds, wishes } = lexicon.derived;
  const isWish = (word: string) => wishes.has(word) || DUTY.test(word);
  const form = ([start, end]: Span) => so.document.text.slice(start, end).toLowerCase();
  const tells = (tokens: readonly Token[]) =>
    tokens.some(({ lemma }) => deeds.has(lemma.toLowerCase())) &&
    tokens.some(({ lemma, span }) => isWish(lemma.toLowerCase()) || isWish(form(span)));
  return inTellingSentences(soFar, lexicon, tells, (telling, at) => {
    const { tree, parties } = telling;
    const deed = deeds.get(tree.lemma(at));
    const wish = deed && (tree.upos(at) === 'VERB' ? wishFor(tree, at, lexicon.derived, parties) : needOf(tree, at));
    if (!wish || conditionalClause(tree, wish.over)) return [];
    const statement = innermostStatement(so.statements, tree.span(wish.over));
    const holders = holdersAt(telling, wish, statement);
    const stance = stanceFor(tree, at, deed, wish);
    for (const head of matters(tree, at, deed)) {
      const thing = matterAt(so, tree, head, parties);
      if (thing === null) continue;
      return heldBy(so, holders, {
        on: deed.effect === 'changes' ? (matterInWords(so, tree, at) ?? thing) : thing,
        stance,
        evidence: clauseSpan(tree, wish.over),
        statement: statement?.id ?? null,
        grounds: groundsAt(so, tree.span(wish.over), statement?.id),
        rule: wish.rule,
        why: `*${tree.form(wish.over)}*, *${tree.form(at)}* it -> ${stance}`,
      });
    }
    return [];
  });
}

function wishFor(tree: Tree, deed: number, { wishes }: DerivedLexicon, parties: Parties): Wish | null {
  const first = tree.relation(deed) === 'conj' && tree.childIn(deed, 'nsubj') === null ? tree.head(deed) : deed;
  const over = tree.head(first);
  const word = over < 0 ? undefined : (wishes.get(tree.lemma(over)) ?? wishes.get(tree.form(over)));
  // "Was called a quack for promoting the cure".
  const isNamed =
    over >= 0 &&
    isPassive(tree, over) &&
    tree.childIn(over, 'xcomp', 'obj') !== null &&
    tree.relation(first) === 'advcl';
  // "May want to" is no wish yet.
  if (word && !isNamed && !verbGroup(tree, over).possible && isWished(tree, first)) {
    const noun = tree.upos(over) === 'NOUN';
    // "Sees no need to renew the pact": whoever sees it.
    const seen = noun && tree.relation(over) === 'obj' ? logicalSubjects(tree, tree.head(over)) : [];
    const owners = noun ? [...tree.childrenIn(over, 'nmod:poss', 'amod'), ...seen] : logicalSubjects(tree, over);
    return {
      over: seen.length ? tree.head(over) : over,
      holders: word.value === 'speaker' ? seen : owners,
      spoken: word.value === 'speaker' || (noun && !owners.length),
      rule: word.rule,
    };
  }
  return isCalledFor(tree, first, parties) ? { over: first, holders: [], spoken: true, rule: 'should' } : null;
}

/** "The pact needs an update": the speaker wants it done to what is said to need it. */
function needOf(tree: Tree, deed: number): Wish | null {
  const over = tree.head(deed);
  if (over < 0 || tree.relation(deed) !== 'obj' || tree.lemma(over) !== 'need') return null;
  return { over, holders: [], spoken: true, rule: 'need' };
}

/** "To resume the talks", "on amending the pact", "that the ban be lifted". */
function isWished(tree: Tree, deed: number): boolean {
  const relation = tree.relation(deed);
  const { future, would } = verbGroup(tree, deed);
  // "Suggested that it would leave the pact" tells what is to come.
  if (relation === 'ccomp') return !future && !would;
  if (relation === 'xcomp' || relation === 'csubj') return true;
  if (tree.deprel(deed) === 'acl:relcl' || !['advcl', 'acl'].includes(relation)) return false;
  const marks = tree.childrenIn(deed, 'mark', 'case').map((mark) => tree.form(mark));
  if (tree.token(deed).xpos === 'VBG') return marks.some((mark) => /^(?:on|for|in|of|to)$/.test(mark));
  return marks.includes('to') && (relation === 'acl' || completes(tree, deed));
}

/** "The ban should be lifted", "we must keep the pact": said of the main point, not in passing. */
const isCalledFor = (tree: Tree, deed: number, parties: Parties): boolean =>
  ['root', 'ccomp', 'parataxis'].includes(tree.relation(deed)) &&
  isDue(tree, deed) &&
  // "The speech should boost his figures" foretells.
  (isPassive(tree, deed) ||
    tree.childrenIn(deed, 'nsubj').some((doer) => parties.isParty(doer) || tree.upos(doer) === 'PRON'));

function matters(tree: Tree, at: number, { governs }: Deed): readonly number[] {
  const above = tree.head(at);
  // "The pact needs updating".
  const needed = above >= 0 && tree.lemma(above) === 'need' ? tree.childrenIn(above, 'nsubj') : [];
  if (tree.upos(at) === 'NOUN') return needed;
  const { objects, obliques } = verbClause(tree, at);
  const direct = isPassive(tree, at) ? tree.childrenIn(at, 'nsubj:pass', 'nsubj') : objects;
  return [
    ...(governs.has('obj') ? (direct.length ? direct : needed) : []),
    // "Withdraw its forces from the valley": where they are is no matter.
    ...obliques
      .filter(({ preposition }) => governs.has(preposition) && (preposition !== 'from' || !objects.length))
      .map((one) => one.at),
  ];
}

function stanceFor(tree: Tree, at: number, { effect }: Deed, { over }: Wish): Stance {
  const unwanted = verbGroup(tree, over).negated || negatedPhrase(tree, over) || hasNo(tree, over);
  const undone = over !== at && verbGroup(tree, at).negated;
  if ((effect !== 'ends') === (unwanted !== undone)) return 'opposes';
  return effect !== 'ends' && hasCondition(tree, over) ? 'conditional' : 'supports';
}

/** "Sees no need". */
const hasNo = (tree: Tree, verb: number): boolean =>
  tree.childrenIn(verb, 'obj').some((object) => negatedPhrase(tree, object));
