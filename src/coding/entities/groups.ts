// People named by role or kind only: "Peruvian officials", "reporters", "NATO countries", "a source in the ministry".
import { atomFrom, type SentenceView } from '../../language/names/sentence.ts';
import type { Token } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';
import type { GroupNoun } from '../lexicon/people.ts';
import { adjectiveOf } from './bodies.ts';
import type { EntityContext } from './context.ts';
import { mention } from './drafts.ts';
import { type EntitySentence, isTaken } from './entity-sentence.ts';
import { type Owners, ownersAfter, ownersBefore } from './owners.ts';

/** Roles in which a group without an owner is worth an entity: it does or suffers something, or is spoken to. */
const ROLES: ReadonlySet<string> = new Set([
  'nsubj',
  'nsubj:pass',
  'obj',
  'iobj',
  'obl',
  'obl:agent',
  'root',
  'nmod:poss',
]);
const AFTER_GROUP: ReadonlySet<string> = new Set(['of', 'from', 'in', 'at', 'with']);
const COLLECTIVE: ReadonlySet<string> = new Set([
  'police',
  'media',
  'press',
  'crowd',
  'mob',
  'opposition',
  'militia',
  'gang',
  'delegation',
  'coalition',
  'military',
  'army',
  'source',
  'community',
  'side',
  'authority',
  'country',
  'nation',
  'state',
  'company',
  'union',
  'group',
  'court',
  'jury',
  'newspaper',
  'party',
  'government',
]);

/** Notes the groups of a sentence. */
export function takeGroups(so: EntityContext, sentence: EntitySentence): void {
  const { view } = sentence;
  for (const [place, token] of view.tokens.entries()) {
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') continue;
    const noun = so.lexicon.groupNouns.get(token.lemma.toLowerCase()) ?? so.lexicon.groupNouns.get(token.lemma);
    if (!noun || token.deprel === 'compound' || token.deprel === 'flat' || isTaken(sentence, token.span)) continue;
    takeGroup(so, sentence, place, token, noun);
  }
}

function takeGroup(so: EntityContext, sentence: EntitySentence, place: number, token: Token, noun: GroupNoun): void {
  const { view } = sentence;
  const plural = /S$/.test(token.xpos);
  if (!plural && !COLLECTIVE.has(noun.noun) && !noun.alone) return;
  const atom = atomFrom(view, token.span[0]);
  const before = ownersBefore(sentence, atom);
  const after = before ? null : ownersAfter(sentence, atom, AFTER_GROUP);
  if (before) {
    takeOwned(so, sentence, before, token, noun);
    return;
  }
  const start = modifierStart(view, place);
  const own: Span = [start, after ? after.end : token.span[1]];
  if (!after && (!noun.alone || !hasRole(view, place))) return;
  sentence.taken.add({ span: [start, token.span[1]] });
  if (!after || after.anchors.length < 2) {
    add(so, so.text.slice(...own), own, after, noun);
    return;
  }
  // "the leaders of Chad and Niger" are two groups, as "Chadian and Nigerien leaders" are.
  for (const anchor of after.anchors) {
    const name = `${adjectiveOf(so, anchor.draft)} ${so.text.slice(start, token.span[1])}`;
    add(so, name, own, { ...after, anchors: [anchor] }, noun);
  }
}

/** One group for each owner: "Peruvian and Chilean officials" are two. "Chadian-backed rebels" are no group of Chad's. */
function takeOwned(so: EntityContext, sentence: EntitySentence, before: Owners, token: Token, noun: GroupNoun): void {
  const span: Span = [before.start, token.span[1]];
  const tail = so.text.slice(before.anchors.at(-1)?.span[1] ?? token.span[0], token.span[1]).replace(/^['’]s?/, '');
  sentence.taken.add({ span });
  if (/^\s?[-–]/.test(tail)) {
    add(so, so.text.slice(...span), span, null, noun);
    return;
  }
  for (const anchor of before.anchors) {
    add(so, `${adjectiveOf(so, anchor.draft)} ${tail.trim()}`, span, { ...before, anchors: [anchor] }, noun);
  }
}

function add(so: EntityContext, name: string, span: Span, owners: Owners | null, noun: GroupNoun): void {
  const owner = owners?.anchors[0]?.draft ?? null;
  mention(
    so.drafts.named('group', name, { owner, rule: noun.rule, why: `group noun (${noun.rule})` }),
    span,
    'nominal',
  );
}

/** Start of the adjectives and nouns that modify a noun directly: "armed [gunmen]", "security [officials]". */
function modifierStart(view: SentenceView, place: number): number {
  let start = view.tokens[place]?.span[0] ?? 0;
  for (let at = place - 1; at >= 0 && place - at <= 4; at -= 1) {
    const token = view.tokens[at];
    if (!token || token.head - 1 !== place || !/^(?:ADJ|NOUN|PROPN)$/.test(token.upos)) break;
    if (token.deprel !== 'amod' && token.deprel !== 'compound') break;
    if (isGerundAfterPreposition(view, at)) break;
    start = token.span[0];
  }
  return start;
}

/** "cooperate on training [border guards]": parsers take the gerund for a part of the noun. */
function isGerundAfterPreposition(view: SentenceView, at: number): boolean {
  const [start, end] = view.tokens[at]?.span ?? [0, 0];
  const before = view.tokens[at - 1];
  const gerund = /^(?:train|equipp?|arm|fund|supply|feed|host)ing$/i.test(view.text.slice(start, end));
  return gerund && before !== undefined && (before.upos === 'ADP' || before.upos === 'PUNCT');
}

/** Whether a noun, or the first of those it is joined with, has one of the roles. */
function hasRole(view: SentenceView, place: number): boolean {
  let at = place;
  for (let step = 0; step < 8; step += 1) {
    const token = view.tokens[at];
    if (!token) return false;
    if (token.deprel !== 'conj' || token.head < 1) return ROLES.has(token.deprel);
    at = token.head - 1;
  }
  return false;
}
