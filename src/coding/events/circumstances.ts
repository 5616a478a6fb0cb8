// When, where and about what an event is, in which contexts, and whether the text only looks back at it.

import type { Timex } from '../../model/analysis.ts';
import type { EntityRegister } from '../../model/annotations.ts';
import type { DocumentHead } from '../../model/document.ts';
import type { EntityKind, EventTime } from '../../model/items.ts';
import type { Context } from '../../model/plover.ts';
import { CONTEXTS } from '../../model/plover.ts';
import { contains, type Span } from '../../model/span.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { overlapping } from '../statements/overlapping.ts';
import { mentionAt } from './mention-at.ts';
import type { Tree } from './tree.ts';

const ISSUES: ReadonlySet<EntityKind> = new Set(['agreement', 'activity', 'issue']);
const DATED = /^\d{4}/;

/** The issues, agreements and activities named in the trigger's phrases. */
export function findAbout(register: EntityRegister, evidence: Span, trigger: Span): readonly string[] {
  return register
    .within(evidence)
    .filter((entity) => ISSUES.has(entity.kind) && !mentionAt(entity, trigger))
    .map(({ id }) => id);
}

/** The place named by "in" or "at" under the trigger: "met in Astana". */
export function findPlace(
  tree: Tree,
  trigger: number,
  light: number | null,
  register: EntityRegister,
  taken: readonly string[],
): string | null {
  const heads = [trigger, ...(light === null ? [] : [light]), ...tree.childrenIn(trigger, 'obj', 'xcomp', 'obl')];
  // "A meeting at ambassadors' level in Moscow": the place hangs on the level.
  const levels = heads
    .flatMap((head) => tree.childrenIn(head, 'obl', 'nmod'))
    .filter((at) => tree.lemma(at) === 'level');
  for (const head of [...heads, ...levels]) {
    for (const child of tree.childrenIn(head, 'obl', 'nmod')) {
      if (!/^(?:in|at|near|outside|inside|on board)$/.test(tree.preposition(child))) continue;
      const entity = register.at(tree.span(child));
      if (!entity || taken.includes(entity.id) || isOfTopic(tree, child)) continue;
      if (entity.kind === 'place' || entity.kind === 'state') return entity.id;
    }
  }
  return null;
}

/** "Discussed the situation in Chad": the place of what is talked about. */
function isOfTopic(tree: Tree, place: number): boolean {
  let noun = place - 1;
  while (noun > 0 && /^(?:ADP|DET|ADJ)$/.test(tree.upos(noun))) noun -= 1;
  return TOPIC.test(tree.lemma(noun)) && tree.head(noun) >= 0 && DISCUSSING.test(tree.lemma(tree.head(noun)));
}

const TOPIC =
  /^(?:situation|crisis|conflict|war|development|violence|fighting|event|election|peace|unrest|tension|settlement|humanitarian|stability|security|reform)$/;
const DISCUSSING = /^(?:discuss|debate|review|consider|examine|address|raise|assess|talk|speak|confer|focus)$/;

/**
 * The time expression nearest to the trigger in its clause that is the event's own; for news without one the day of publication;
 * unknown for what is planned, hypothetical or recalled without a date.
 */
export function findTime(
  trigger: Span,
  evidence: Span,
  times: readonly Timex[],
  head: DocumentHead,
  fresh: boolean,
  isOwn: (timex: Timex) => boolean,
): EventTime {
  let best: Timex | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const timex of overlapping(times, evidence)) {
    if (timex.type !== 'DATE' && timex.type !== 'TIME') continue;
    if (!contains(evidence, timex.span) || !DATED.test(timex.value)) continue;
    const gap = Math.max(timex.span[0] - trigger[1], trigger[0] - timex.span[1], 0);
    if (gap < distance && isOwn(timex)) {
      distance = gap;
      best = timex;
    }
  }
  if (best) return { value: best.value.slice(0, 10), basis: 'expression' };
  if (fresh && head.published.value) return { value: head.published.value, basis: 'published' };
  return { value: null, basis: 'unknown' };
}

/** The entry's own contexts and those that words of the clause show, in PLOVER's order. */
export function findContexts(
  tree: Tree,
  words: readonly number[],
  own: readonly Context[],
  lexicon: EventLexicon,
): readonly Context[] {
  const found = new Set<Context>(own);
  for (const at of words) {
    for (const form of [tree.lemma(at), tree.form(at)]) {
      for (const context of lexicon.contextWords.get(form) ?? []) found.add(context);
    }
  }
  return CONTEXTS.filter((context) => found.has(context));
}

/** Whether somebody says it: "said Chad was worried and had asked for talks". */
function isReported(tree: Tree, trigger: number): boolean {
  const first = tree.relation(trigger) === 'conj' ? tree.head(trigger) : trigger;
  return tree.relation(trigger) === 'ccomp' || (first >= 0 && tree.relation(first) === 'ccomp');
}

/**
 * Whether the text recalls the event as history: told in the past perfect, in a clause of time or comparison,
 * or dated more than a year before publication.
 */
export function isBackground(tree: Tree, trigger: number, time: EventTime, head: DocumentHead): boolean {
  const published = head.published.value;
  if (time.basis === 'expression' && time.value && published) {
    if (Number(published.slice(0, 4)) - Number(time.value.slice(0, 4)) > 1) return true;
  }
  // In reported speech "had" only shifts the tense: "said they had agreed".
  const reported = isReported(tree, trigger);
  if (!reported && tree.childrenIn(trigger, 'aux').some((aux) => tree.form(aux) === 'had')) return true;
  const looksBack = (at: number) =>
    tree
      .childrenIn(at, 'mark', 'case')
      .some((mark) => /^(?:since|after|before|during|following|until|when)$/.test(tree.form(mark)));
  if (tree.relation(trigger) === 'advcl' && looksBack(trigger)) return true;
  // "Agreed during talks in Lima": the talks are as new as the deal.
  if (tree.preposition(trigger) === 'during' && SITTING.test(tree.lemma(trigger))) return false;
  return tree.upos(trigger) === 'NOUN' && ['obl', 'nmod'].includes(tree.relation(trigger)) && looksBack(trigger);
}

const SITTING = /^(?:talks?|meeting|session|summit|visit|call|conversation|negotiations?)$/;
