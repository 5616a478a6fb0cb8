// Makes the event of a trigger whose sense, roles and modality are known: spans, circumstances, contexts, reasons.
import type { Timex } from '../../model/analysis.ts';
import type { EntityRegister } from '../../model/annotations.ts';
import type { EventTime, Modality, Statement } from '../../model/items.ts';
import { scoreOf } from '../../model/plover.ts';
import { hull, overlaps, type Span } from '../../model/span.ts';
import { sidesOf } from '../sides-of.ts';
import type { Composed } from './attitude.ts';
import { carriedTime } from './carried-time.ts';
import { findAbout, findContexts, findPlace, findTime, isBackground } from './circumstances.ts';
import type { Coder, Draft } from './coder.ts';
import { type Course, courseOf, settingOf } from './course.ts';
import { entryDate } from './entry-date.ts';
import type { Roles } from './filled.ts';
import { isTimeNoun } from './grammar.ts';
import { isOwnTime, isUnder } from './own-times.ts';
import { recalledYears, yearsBefore } from './recalled.ts';
import { relatedTime } from './related-time.ts';
import type { Sense } from './senses.ts';
import { isAfterNews, isVerbal, maySetAhead } from './set-for.ts';
import { sharedTime } from './shared-time.ts';
import { innermostStatement, statementOfCue } from './statement-index.ts';
import { timeInSaying } from './time-in-saying.ts';
import type { Tree } from './tree.ts';

/** The event of a trigger. */
export function draftOf(coder: Coder, sense: Sense, roles: Roles, composed: Composed, modality: Modality): Draft {
  const { tree, input, lexicon } = coder;
  const trigger = triggerSpan(tree, sense);
  const caption = isCaption(tree, composed);
  const course = composed.type === 'CONSULT' && sense.light === null ? courseOf(tree, sense.trigger) : null;
  const evidence = caption
    ? hull(trigger, restOf(tree, sense.trigger))
    : evidenceOf(tree, sense, roles, trigger, course);
  const statement = innermostStatement(input.statements, tree.span(sense.trigger));
  const actor = withSpeaker(coder, roles.actor, statement?.speaker ?? [], composed);
  const recipient = withoutOwn(coder, composed, roles.recipient, actor);
  const recalled = recalledYears(tree, sense.trigger);
  const fresh =
    modality === 'actual' &&
    tree.relation(sense.trigger) !== 'acl' &&
    recalled === null &&
    !isLongBefore(tree, sense.trigger);
  const found = findTime(
    trigger,
    evidence,
    input.times,
    input.head,
    fresh,
    (timex) =>
      isTimeOf(tree, sense, course, timex, input.register) &&
      !isOfSaying(statement, timex) &&
      !(composed.announced && isUnder(tree, sense.trigger, timex)) &&
      !(modality === 'actual' && isOfActAhead(coder, sense, composed, timex)) &&
      !isOfProposal(coder, sense, composed, timex),
  );
  const saying = statementOfCue(input.statements, tree.span(sense.trigger));
  const outside =
    found.basis === 'expression'
      ? null
      : timeAround(coder, sense, { trigger, fresh, isActual: modality === 'actual', found, saying, statement });
  const time = outside ?? (found.value === null && recalled ? yearsBefore(input.head, recalled) : found);
  const about = findAbout(input.register, evidence, trigger);
  return {
    type: composed.type,
    mode: composed.mode,
    contexts: findContexts(tree, wordsIn(tree, evidence), sense.entry.contexts, lexicon),
    actor,
    recipient,
    about: about.filter((id) => !actor.includes(id) && !recipient.includes(id)),
    place:
      findPlace(tree, sense.trigger, sense.light ?? course?.verb ?? null, input.register, [...actor, ...recipient]) ??
      placeOfSaying(saying, actor, recipient) ??
      (caption ? (input.register.within(evidence).find(({ kind }) => kind === 'place')?.id ?? null) : null),
    trigger,
    evidence,
    time,
    modality,
    background: isBackground(tree, sense.trigger, time, input.head),
    statement: statement?.id ?? null,
    score: scoreOf(composed.type, composed.mode),
    ...(composed.cameo ? { cameo: composed.cameo } : {}),
    rule: sense.entry.rule,
    why: whyOf(tree, sense, roles, composed),
  };
}

/**
 * The other side: nobody who acts, and where somebody takes what is his own away ("President Sow suspended Chad's part in the
 * treaty") not the state for which he does.
 */
function withoutOwn(
  { input }: Coder,
  { mode }: Composed,
  recipient: readonly string[],
  actor: readonly string[],
): readonly string[] {
  const own = mode === 'withdraw' ? [...actor, ...sidesOf(input.register, actor)] : actor;
  return recipient.filter((id) => !own.includes(id));
}

function placeOfSaying(
  saying: Statement | null,
  actor: readonly string[],
  recipient: readonly string[],
): string | null {
  const place = saying?.place ?? null;
  return place === null || actor.includes(place) || recipient.includes(place) ? null : place;
}

interface Around {
  readonly trigger: Span;
  /** Whether the event may be news. */
  readonly fresh: boolean;
  readonly isActual: boolean;
  /** What the event's own words tell of its time. */
  readonly found: EventTime;
  /** The statement that the event is, and the one that tells it. */
  readonly saying: Statement | null;
  readonly statement: Statement | null;
}

/**
 * The time that stands outside an event's words: of the time its clause hangs on, of the saying that it is or that tells it, of its
 * entry or of the sentence before.
 */
function timeAround(
  { tree, input, sentence }: Coder,
  { trigger: at }: Sense,
  { trigger, fresh, isActual, found, saying, statement }: Around,
): EventTime | null {
  const related = relatedTime(tree, at, input.times);
  if (related || !fresh)
    return related ?? (tree.token(at).xpos === 'VBG' && isActual ? entryDate(input, trigger) : null);
  return (
    saying?.time ??
    sharedTime(tree, at, input.times) ??
    (statement && timeInSaying(statement, tree, at, input.head, found)) ??
    entryDate(input, trigger) ??
    carriedTime(input, tree, at, sentence)
  );
}

/** "Said on Friday it had expelled the envoy on 3 May": Friday is outside what was said, and the day of the saying. */
function isOfSaying(statement: Statement | null, { span, value }: Timex): boolean {
  if (!statement?.time || statement.time.value !== value.slice(0, 10)) return false;
  return !statement.content.some((piece) => overlaps(piece, span));
}

/** "A view of the hall before the meeting of the Andes Council in Lima on 4 March": without a verb all is said of the meeting. */
const isCaption = (tree: Tree, { type }: Composed): boolean =>
  type === 'CONSULT' && tree.tokens.every(({ upos }) => upos !== 'VERB' && upos !== 'AUX');

/** From a word to the last of its sentence but for stops. */
function restOf(tree: Tree, at: number): Span {
  let last = tree.size - 1;
  while (last > at && tree.upos(last) === 'PUNCT') last -= 1;
  return hull(tree.span(at), tree.span(last));
}

/** A person who speaks for the state or organisation that acts acts too: "We refuse", "the minister said Mali refused". */
function withSpeaker(
  coder: Coder,
  actor: readonly string[],
  speakers: readonly string[],
  composed: Composed,
): readonly string[] {
  if (!['AGREE', 'REJECT', 'REQUEST', 'THREATEN', 'SUPPORT'].includes(composed.type)) return actor;
  const own = speakers.filter((id) => {
    const partOf = coder.input.register.get(id)?.partOf;
    return partOf !== null && partOf !== undefined && actor.includes(partOf);
  });
  return [...new Set([...actor, ...own])];
}

function triggerSpan(tree: Tree, sense: Sense): Span {
  const own = tree.span(sense.trigger);
  if (sense.light === null || Math.abs(sense.light - sense.trigger) > 5) return own;
  return hull(own, tree.span(sense.light));
}

/** The clause from its first to its last word that plays a part: trigger, parties, objects, complements. */
function evidenceOf(tree: Tree, sense: Sense, roles: Roles, trigger: Span, course: Course | null): Span {
  const { clause } = sense;
  const setting = settingOf(tree, sense.trigger);
  const heads = [
    ...roles.places,
    ...clause.objects,
    ...clause.obliques.map(({ at }) => at),
    ...(sense.light === null ? [] : [sense.light]),
  ];
  const words = [
    ...heads.flatMap((at) => (tree.form(at) === 'what' ? tree.subtree(at, 40) : tree.phrase(at))),
    ...clause.complements.flatMap((at) => tree.subtree(at, 60)),
    ...tree.childrenIn(sense.trigger, 'aux', 'compound'),
    // "The next day Chad struck", "two weeks ago": all of a time counts, not its head alone.
    ...tree.childrenIn(sense.trigger, 'obl', 'advmod').flatMap((at) => (isTime(tree, at) ? tree.phrase(at) : [at])),
    ...(setting === null ? [] : tree.phrase(setting)),
    ...(course ? tellingOf(tree, course) : []),
  ];
  return hull(trigger, words.length ? tree.hullOf(words) : trigger);
}

/** "The visit comes a week after Chad expelled the envoy": that was no news then. */
const isLongBefore = (tree: Tree, at: number): boolean =>
  tree.relation(at) === 'advcl' &&
  tree
    .childrenIn(at, 'mark')
    .some((mark) => mark > 0 && /^(?:after|before|since)$/.test(tree.form(mark)) && isTimeNoun(tree, mark - 1));

const isTime = (tree: Tree, at: number): boolean =>
  tree.deprel(at) === 'obl:unmarked' || /^(?:ago|earlier|later|before)$/.test(tree.form(at));

/** The words that tell what became of a gathering: the verb with its particle, times, places and result. */
function tellingOf(tree: Tree, { verb }: Course): readonly number[] {
  return [
    verb,
    ...tree.childrenIn(verb, 'aux', 'advmod', 'compound'),
    ...tree.childrenIn(verb, 'obl', 'obj', 'xcomp').flatMap((at) => tree.phrase(at)),
  ];
}

/** What was moved to another day is on that day; other times are its own by the words between. */
function isTimeOf(
  tree: Tree,
  { trigger }: Sense,
  course: Course | null,
  timex: Timex,
  register: EntityRegister,
): boolean {
  const until = course?.until ?? null;
  if (until !== null) return overlaps(tree.hullOf(tree.phrase(until)), timex.span);
  return isOwnTime(tree, trigger, timex, register);
}

/** "Threatened to close the border on 9 May", told on 4 May: what is done or said by then is no act of that day. */
const isOfActAhead = ({ tree, input }: Coder, { trigger }: Sense, { type }: Composed, { value }: Timex): boolean =>
  isAfterNews(value, input.head) && (isVerbal(type) || !maySetAhead(tree, trigger));

/** "Proposed talks in October", "a joint exercise in 2004", told in 2002: when what is proposed is to be. */
function isOfProposal({ tree, input }: Coder, sense: Sense, { type }: Composed, { span, value }: Timex): boolean {
  if (type !== 'REQUEST' || !PROPOSING.test(sense.entry.word) || span[0] < tree.span(sense.trigger)[1]) return false;
  const day = /^\d{4}-\d\d-\d\d/.test(value);
  const published = input.head.published.value ?? '';
  return !day || (published !== '' && value.slice(0, 10) > published);
}

const PROPOSING = /^(?:propose|suggest|seek|urge|want|request|ask|demand)$/;

function wordsIn(tree: Tree, [start, end]: Span): readonly number[] {
  return tree.tokens.flatMap(({ span }, at) => (span[0] >= start && span[1] <= end ? [at] : []));
}

function whyOf(tree: Tree, sense: Sense, roles: Roles, composed: Composed): string {
  const word = tree.text.slice(...tree.span(sense.light ?? sense.trigger));
  const carried = sense.light === null ? '' : `${tree.text.slice(...tree.span(sense.trigger))} + `;
  const parts = [`lexicon: ${carried}*${word}* (${sense.entry.rule}) -> ${composed.type}`];
  if (composed.how) parts.push(composed.how);
  if (roles.actor.length) parts.push(`actor = ${roles.actorSlot}`);
  if (roles.recipient.length) parts.push(`recipient = ${roles.recipientSlot}`);
  return parts.join('; ');
}
