// What an attitude makes of the act it is taken to: a promise of aid, a refusal to meet, a threat of force.
import type { EventType } from '../../model/plover.ts';
import { PLOVER } from '../../model/plover.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { isTimeNoun } from './grammar.ts';
import { negatedPhrase, type VerbGroup, verbGroup } from './modality.ts';
import type { Sense, Senses } from './senses.ts';
import type { Tree } from './tree.ts';

/** The type, mode and code of an event after composition; `inner` is the type of the act it is about. */
export interface Composed {
  readonly type: EventType;
  readonly mode: string | null;
  readonly cameo: string;
  readonly inner: EventType | null;
  /** What was composed, for `why`. */
  readonly how: string | null;
  /** Whether the words tell the act ("will close the border on Friday") of which the event is the announcement. */
  readonly announced: boolean;
}

/** Attitudes that swallow the act they are about: it has not happened, or only in the speaker's words. */
const ATTITUDES: ReadonlySet<EventType> = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN']);
/** Judgements swallow a clause that says what is judged. */
const JUDGEMENTS: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT']);

/**
 * Composes an attitude with the act in its complement, and an announced act of one's own with "will".
 * PLOVER counts an announced friendly act as AGREE, an announced hostile one as THREATEN and one ruled out as REJECT:
 * "Ghana will send doctors", "Ghana will close the border", "Ghana will not release them".
 * @param announced the subject says or lets say what it will do itself
 */
export function compose(
  sense: Sense,
  inner: Sense | null,
  group: VerbGroup,
  announced: boolean,
  tree: Tree,
  lexicon: EventLexicon,
): Composed {
  const { entry } = sense;
  const plain: Composed = {
    type: entry.type,
    mode: entry.mode,
    cameo: entry.cameo,
    inner: null,
    how: null,
    announced: false,
  };
  if (ATTITUDES.has(entry.type)) {
    // "Has no intention of returning it", "accepts no conditions".
    const none = /^(?:have|accept)$/.test(entry.word) && sense.clause.objects.some((at) => negatedPhrase(tree, at));
    const negated = (group.negated || none || isSwornOff(sense, inner, tree)) && entry.type === 'AGREE';
    const type = negated ? 'REJECT' : entry.type;
    if (!inner && negated && sense.entry.word === 'agree') return plain;
    if (!inner) return negated ? { ...plain, type, mode: null, cameo: '120', how: 'negated' } : plain;
    const known = lexicon.compositions.get(`${type} ${inner.entry.type}`);
    return {
      type,
      mode: known ? known.mode : negated ? null : entry.mode,
      cameo: known?.cameo ?? entry.cameo,
      inner: inner.entry.type,
      how: `${type} + ${inner.entry.type}`,
      announced: false,
    };
  }
  // "Has not allowed the inspectors in", "did not yield": what is not granted is refused.
  if (entry.type === 'CONCEDE' && group.negated && GRANTING.test(entry.word))
    return { ...plain, type: 'REJECT', mode: 'yield', cameo: '124', how: 'not granted' };
  if (!announced) return plain;
  const negated = group.negated || sense.clause.objects.some((at) => negatedPhrase(tree, at));
  const { quad } = PLOVER[entry.type];
  if (entry.type === 'MOBILIZE' && !negated) return plain;
  if (quad === 3) return plain;
  const friendly = quad !== 4;
  const type: EventType = friendly ? (negated ? 'REJECT' : 'AGREE') : negated ? 'AGREE' : 'THREATEN';
  const known = lexicon.compositions.get(`${type} ${entry.type}`);
  return {
    type,
    mode: known?.mode ?? null,
    cameo: known?.cameo ?? '',
    inner: entry.type,
    how: `will${negated ? ' not' : ''} + ${entry.type} = ${type}`,
    announced: true,
  };
}

/** "Vowed not to withdraw": who swears that he will do nothing of a friendly kind refuses it. */
function isSwornOff({ entry }: Sense, inner: Sense | null, tree: Tree): boolean {
  if (inner === null || !/^(?:vow|swear)$/.test(entry.word) || PLOVER[inner.entry.type].quad > 2) return false;
  return verbGroup(tree, inner.trigger).negated;
}

const GRANTING = /^(?:allow|permit|let|yield|bow|budge|comply|relent|soften|give|accept|meet|heed)$/;

/** The act that an attitude or judgement is about: the first trigger in its complements, then in what its frame asked for. */
export function innerAct(sense: Sense, senses: Senses, tree: Tree): Sense | null {
  if (!ATTITUDES.has(sense.entry.type)) return null;
  const starts = [
    ...sense.clause.complements,
    ...sense.consumed,
    ...sense.clause.objects,
    ...sense.clause.obliques
      .filter(({ preposition }) => /^(?:for|to|on|with|of)$/.test(preposition))
      .map(({ at }) => at),
  ];
  for (const start of starts) {
    if (start === sense.trigger) continue;
    for (const at of complementWords(tree, start)) {
      const found = senses.at(at);
      if (found && found.trigger !== sense.trigger) return found;
    }
  }
  return null;
}

/** The triggers that an event makes no events of their own. */
export function swallowed(sense: Sense, composed: Composed, senses: Senses, tree: Tree): readonly number[] {
  const { clause, consumed } = sense;
  const all = [...consumed, ...(sense.light === null ? [] : [sense.light])];
  // "air strikes by Chad hit a camp": one attack.
  all.push(...clause.subjects.filter((at) => senses.at(at)?.entry.type === sense.entry.type));
  // "There will be no talks", "talks are out of the question".
  if (sense.entry.type === 'REJECT' && sense.entry.word === 'be') all.push(...clause.subjects);
  // "discussed at a meeting of ministers": one meeting.
  if (sense.entry.type === 'CONSULT')
    all.push(...clause.obliques.filter((one) => /^(?:at|in|during)$/.test(one.preposition)).map((one) => one.at));
  if (ATTITUDES.has(composed.type) || ATTITUDES.has(sense.entry.type) || JUDGEMENTS.has(sense.entry.type)) {
    for (const at of clause.complements) all.push(...complementWords(tree, at));
  }
  if (sense.entry.type === 'ACCUSE') {
    for (const { at, preposition } of clause.obliques) if (preposition === 'of') all.push(...complementWords(tree, at));
  }
  if (ATTITUDES.has(sense.entry.type)) {
    for (const at of [...clause.objects, ...consumed]) all.push(...complementWords(tree, at));
    for (const { at, preposition } of clause.obliques) {
      if (/^(?:for|to|on|of|in)$/.test(preposition)) all.push(...complementWords(tree, at));
    }
  }
  return all.filter((at) => at !== sense.trigger);
}

/** Words of a complement in the order of their depth, without relative and adverbial clauses. */
function complementWords(tree: Tree, start: number, limit = 40): readonly number[] {
  const found = [start];
  for (let next = 0; next < found.length && found.length < limit; next += 1) {
    for (const child of tree.childrenOf(found[next] ?? start)) {
      const relation = tree.relation(child);
      if (relation === 'punct' || relation === 'parataxis' || tree.deprel(child) === 'acl:relcl') continue;
      // "Agreed to meet, two weeks after it had expelled the envoy": what happened then is an act of its own.
      if (relation === 'acl' && isTimeNoun(tree, found[next] ?? start)) continue;
      if (relation === 'advcl' && !tree.childrenIn(child, 'mark').some((mark) => /^(?:to|by)$/.test(tree.form(mark))))
        continue;
      found.push(child);
    }
  }
  return found;
}
