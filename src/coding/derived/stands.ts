// Stands on matters that only the text names: "is opposed to any base in the bay", "calls the pact a success".
import type { Token } from '../../model/analysis.ts';
import type { Position, Stance } from '../../model/items.ts';
import { nounClause, verbClause } from '../events/clause.ts';
import { isPassive } from '../events/grammar.ts';
import { conditionalClause, hasCondition, negatedPhrase, verbGroup } from '../events/modality.ts';
import { innermostStatement } from '../events/statement-index.ts';
import { logicalSubjects } from '../events/subjects.ts';
import type { Tree } from '../events/tree.ts';
import type { DerivedLexicon, StandWord } from '../lexicon/derived.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { groundsAt } from './grounds.ts';
import { clauseSpan } from './sentence-index.ts';
import { matterAt, matterBefore, pointsBack, type StandsSoFar } from './stand-matter.ts';
import { heldBy, holdersAt, inTellingSentences, type TellingSentence } from './telling-sentences.ts';

const TELLING: ReadonlySet<string> = new Set(['VERB', 'ADJ', 'NOUN', 'ADV']);
/** Verbs by which somebody has or utters a stand that a noun names. */
const HAVING =
  /^(?:have|hold|voice|express|attach|give|see|harbour|harbor|raise|reiterate|repeat|declare|share|show|reaffirm|affirm|convey|maintain|confirm|signal|stress|underline|register|announce|pledge|be|remain|stay|speak|come)$/;
/** Verbs by which somebody judges what they govern. */
const JUDGING =
  /^(?:consider|regard|see|view|call|describe|deem|find|label|dub|term|brand|think|judge|hail|denounce|condemn)$/;
const AGAINST = 'against';
const TURNED: Readonly<Partial<Record<Stance, Stance>>> = { supports: 'opposes', opposes: 'supports' };

/** Where a stand is told: the heads of its matters, who may hold it, and the word whose negation and mood are its own. */
interface Told {
  readonly matters: readonly number[];
  readonly holders: readonly number[];
  readonly over: number;
  /** Whether the speaker holds it where nobody is named. */
  readonly spoken: boolean;
}

/** The stands that words of `stands.tsv` tell on what they govern, in the order of the text. */
export function namedStands(soFar: StandsSoFar, lexicon: EventLexicon): readonly Position[] {
  const { text } = soFar.so.document;
  const { stands } = lexicon.derived;
  const isTelling = (word: string) => word === AGAINST || stands.has(word);
  const tells = (tokens: readonly Token[]) =>
    tokens.some(({ lemma, span }) => isTelling(lemma.toLowerCase()) || isTelling(text.slice(...span).toLowerCase()));
  return inTellingSentences(soFar, lexicon, tells, (telling, at) => {
    const { tree } = telling;
    if (!TELLING.has(tree.upos(at))) return [];
    const entries = stands.get(tree.lemma(at)) ?? stands.get(tree.form(at)) ?? [];
    return [...entries, ...standsByPreposition(tree, at)].flatMap((entry) =>
      standsOf(soFar, telling, lexicon.derived, at, entry),
    );
  });
}

/** "We are against the dam", "is in favour of it": a preposition with "to be" is a stand by itself. */
function standsByPreposition(tree: Tree, at: number): readonly StandWord[] {
  if (tree.childIn(at, 'cop') === null || tree.preposition(at) !== AGAINST) return [];
  return [{ governs: new Set(['self']), stance: 'opposes', negated: 'supports', rule: 'against' }];
}

function standsOf(
  soFar: StandsSoFar,
  telling: TellingSentence,
  lexicon: DerivedLexicon,
  at: number,
  entry: StandWord,
): readonly Position[] {
  const { so } = soFar;
  const { tree, sentence, parties } = telling;
  const told = toldBy(tree, at, entry);
  if (!told || conditionalClause(tree, told.over) || verbGroup(tree, told.over).possible) return [];
  const negated = verbGroup(tree, told.over).negated || verbGroup(tree, at).negated || negatedPhrase(tree, at);
  const plain = negated ? entry.negated : entry.stance;
  if (!plain) return [];
  const statement = innermostStatement(so.statements, tree.span(at));
  const holders = holdersAt(telling, told, statement);
  for (const head of told.matters) {
    const on = pointsBack(tree, head) ? matterBefore(soFar, sentence) : matterAt(so, tree, head, parties);
    if (on === null) continue;
    const stance = isEnding(tree, head, told.over, lexicon) ? (TURNED[plain] ?? plain) : plain;
    const held = stance === 'supports' && hasCondition(tree, told.over) ? 'conditional' : stance;
    return heldBy(so, holders, {
      on,
      stance: held,
      evidence: clauseSpan(tree, told.over),
      statement: statement?.id ?? null,
      grounds: groundsAt(so, tree.span(at), statement?.id),
      rule: entry.rule,
      why: `*${tree.form(at)}* governs the matter -> ${held}`,
    });
  }
  return [];
}

function toldBy(tree: Tree, at: number, { governs }: StandWord): Told | null {
  if (governs.has('judged')) return judgement(tree, at);
  if (governs.has('self')) return { matters: [at], holders: tree.childrenIn(at, 'nsubj'), over: at, spoken: false };
  const isNoun = tree.upos(at) === 'NOUN';
  const { objects, obliques } = isNoun ? nounClause(tree, at) : verbClause(tree, at);
  const after = obliques.filter(({ at: place, preposition }) => governs.has(preposition) && place > at);
  // "Opposed to drilling near the islands", with "remained" at times hung on that verb.
  const gerunds = [at, ...(tree.relation(at) === 'xcomp' ? [tree.head(at)] : [])]
    .flatMap((word) => tree.childrenIn(word, 'advcl', 'acl', 'ccomp', 'xcomp'))
    .filter((child) => child > at && tree.token(child).xpos === 'VBG')
    .filter((child) => tree.childrenIn(child, 'mark', 'case').some((mark) => governs.has(tree.form(mark))));
  const matters = [
    ...(governs.has('obj') && tree.upos(at) === 'VERB' ? objects : []),
    ...after.map((one) => one.at),
    ...gerunds,
  ];
  if (!matters.length) return null;
  return isNoun ? heldByNoun(tree, at, matters) : { matters, holders: subjectsOf(tree, at), over: at, spoken: false };
}

/** "Voiced misgivings about the dam", "Peru's opposition to it", "is in favour of it". */
function heldByNoun(tree: Tree, at: number, matters: readonly number[]): Told | null {
  const owners = tree.childrenIn(at, 'nmod:poss');
  if (owners.length) return { matters, holders: owners, over: at, spoken: false };
  if (tree.childIn(at, 'cop') !== null)
    return tree.preposition(at) === 'in'
      ? { matters, holders: tree.childrenIn(at, 'nsubj'), over: at, spoken: false }
      : null;
  const verb = tree.head(at);
  if (verb < 0 || tree.upos(verb) !== 'VERB' || !HAVING.test(tree.lemma(verb))) return null;
  if (!['obj', 'obl'].includes(tree.relation(at))) return null;
  return { matters, holders: subjectsOf(tree, verb), over: verb, spoken: false };
}

function judgement(tree: Tree, at: number): Told | null {
  const head = tree.head(at);
  const relation = tree.relation(at);
  // "Described the quota as unfair", with "unfair" hung on the quota.
  const verb = tree.head(head);
  if (relation === 'nmod' && tree.preposition(at) === 'as' && verb >= 0 && JUDGING.test(tree.lemma(verb)))
    return tree.relation(head) === 'obj'
      ? { matters: [head], holders: subjectsOf(tree, verb), over: verb, spoken: true }
      : null;
  const judged = head >= 0 && JUDGING.test(tree.lemma(head)) && tree.upos(head) === 'VERB';
  const subjects = tree.childrenIn(at, 'nsubj', 'csubj');
  const { objects } = judged ? verbClause(tree, head) : { objects: [] };
  const others = objects.filter((place) => place !== at);
  const predicate = ['xcomp', 'ccomp'].includes(relation) || (relation === 'obl' && tree.preposition(at) === 'as');
  if (judged && (predicate || (relation === 'obj' && others.length))) {
    // "Considers the quota unfair": some parses hang the quota on "unfair".
    const inside = [...subjects, ...tree.childrenIn(at, 'compound')];
    return { matters: inside.length ? inside : others, holders: subjectsOf(tree, head), over: head, spoken: true };
  }
  if (tree.childIn(at, 'cop') === null || !subjects.length || !isMainClause(tree, at)) return null;
  // "Her trip was more important than his" compares.
  if (tree.childrenIn(at, 'advmod').some((word) => /^(?:more|less|most|least)$/.test(tree.form(word)))) return null;
  // "For Oman the quota is unacceptable"; what is said of his temper or its past is no stand on a matter.
  const forWhom = verbClause(tree, at)
    .obliques.filter(({ preposition }) => /^(?:for|to)$/.test(preposition))
    .map((one) => one.at)
    .filter((place) => tree.upos(place) === 'PROPN' || tree.upos(place) === 'PRON');
  const matters = subjects.filter((place) =>
    tree.childrenIn(place, 'nmod:poss').every((owner) => tree.upos(owner) !== 'PRON'),
  );
  return matters.length ? { matters, holders: forWhom, over: at, spoken: true } : null;
}

/** Said for itself or reported, not in a clause that only goes along with another. */
const isMainClause = (tree: Tree, at: number): boolean =>
  ['root', 'ccomp', 'parataxis', 'conj'].includes(tree.relation(at));

/** Who does what a verb says or, in "was worried", is what it says. */
const subjectsOf = (tree: Tree, at: number): readonly number[] =>
  isPassive(tree, at) ? tree.childrenIn(at, 'nsubj:pass', 'nsubj') : logicalSubjects(tree, at);

/** "Pushed for the lifting of the ban", "wants the ban lifted": to be for the end of a thing is to be against the thing. */
const isEnding = (tree: Tree, matter: number, over: number, { deeds }: DerivedLexicon): boolean =>
  [matter, ...tree.childrenIn(over, 'xcomp')].some((at) => deeds.get(tree.lemma(at))?.effect === 'ends');
