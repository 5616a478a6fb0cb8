// What states deal about, by ordinary words: issues by their patterns, agreements and activities by description.
import type { PhraseMatch } from '../../language/names/phrases.ts';
import { atomFrom, type SentenceView, tokenAt } from '../../language/names/sentence.ts';
import type { EntityKind } from '../../model/items.ts';
import { contains, type Span, sameSpan } from '../../model/span.ts';
import type { MatterNoun } from '../lexicon/matters.ts';
import type { EntityContext } from './context.ts';
import { mention } from './drafts.ts';
import { type EntitySentence, isTaken } from './entity-sentence.ts';
import { ownersBefore } from './owners.ts';

/** Prepositions that begin what an agreement or activity is about: "a pact on fisheries", "the training of pilots". */
const ABOUT: ReadonlySet<string> = new Set([
  'on',
  'of',
  'over',
  'about',
  'to',
  'for',
  'against',
  'in',
  'with',
  'through',
]);

/** What stands before a description of the one thing meant; `s` is what is left of "the treaty's". */
const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'its', 's']);

const VAGUE: ReadonlySet<string> = new Set([
  'few',
  'many',
  'several',
  'other',
  'some',
  'any',
  'no',
  'such',
  'more',
  'various',
  'all',
  'first',
  'next',
  'last',
]);

/** Notes the issues, agreements and activities of a sentence that have no name. */
export function takeMatters(so: EntityContext, sentence: EntitySentence): void {
  // Issues first: "NATO enlargement plans" speaks of the enlargement, whatever its plans are.
  for (const match of so.lexicon.issues.all(sentence.view.atoms)) {
    const [entry] = match.values;
    const own: Span = [match.start, match.end];
    if (!entry || isTakenBeyond(sentence, own)) continue;
    const owners = ownersBefore(sentence, match.first);
    mention(so.drafts.listed(entry), owners ? [owners.start, match.end] : own, 'nominal');
  }
  takeVersions(so, sentence);
  describe(so, sentence, 'agreement', so.lexicon.agreementNouns.all(sentence.view.atoms));
  describe(so, sentence, 'activity', so.lexicon.activityNouns.all(sentence.view.atoms));
}

/** "has not ratified its adapted version", once the text has named the treaty: the agreement by which it was adapted. */
function takeVersions(so: EntityContext, sentence: EntitySentence): void {
  const { view } = sentence;
  for (const match of so.lexicon.agreementVersions.all(view.atoms)) {
    const [version] = match.values;
    const own: Span = [match.start, match.end];
    if (!version || isTaken(sentence, own) || view.atoms[match.last + 1]?.key === 'of') continue;
    if (!DEFINITE.has(view.atoms[match.first - 1]?.key ?? '') || !so.drafts.listed(version.changes).mentions.size)
      continue;
    mention(so.drafts.listed(version.entry), own, 'nominal');
    sentence.taken.add({ span: own });
  }
}

/** Whether something else holds a span, or a part of it that goes beyond: "NATO" alone does not hold "NATO enlargement". */
function isTakenBeyond(sentence: EntitySentence, own: Span): boolean {
  const holder = sentence.taken.overlapping(own)?.span;
  return holder !== undefined && !(contains(own, holder) && !sameSpan(own, holder));
}

function describe(
  so: EntityContext,
  sentence: EntitySentence,
  kind: EntityKind,
  matches: readonly PhraseMatch<MatterNoun>[],
): void {
  for (const match of matches) {
    const [noun] = match.values;
    const own: Span = [match.start, match.end];
    const token = tokenAt(sentence.view, match.last);
    if (!noun || noun.strength === 'name' || !token || isTaken(sentence, own)) continue;
    // In a title every word is capital, and phrases run into one another: "Peru Re-Opening Contacts".
    const titled = kind === 'activity' && sentence.passage === 'headline' && /^\p{Lu}/u.test(so.text.slice(...own));
    if (titled || token.upos === 'VERB' || token.deprel === 'compound' || token.deprel === 'amod') continue;
    const start = phraseStart(sentence, match);
    const end = phraseEnd(sentence, match);
    const key = `${kind} ${noun.noun}`;
    // "A joint drill" is one that the text tells of; "the joint drill" may be one that it has told of.
    const definite = DEFINITE.has(sentence.view.atoms[match.first - 1]?.key ?? '');
    const described = kind === 'activity' && noun.strength === 'description' && match.last > match.first && !definite;
    const says = described || start < match.start || end > match.end;
    if (!says) {
      takeDefinite(so, sentence, match, key);
      continue;
    }
    if (so.resolved.has(start)) continue;
    if ((noun.strength === 'weak' && end <= match.end) || isVague(sentence.view, match, start, kind)) continue;
    const span: Span = [start, end];
    const words = so.text.slice(...span);
    const draft = so.drafts.named(kind, namedSo(so, kind, words) ?? words, {
      rule: noun.rule,
      why: `description with "${noun.noun}" (${noun.rule})`,
    });
    so.described.set(key, draft);
    mention(draft, span, 'nominal');
    sentence.taken.add({ span: [start, match.end] });
  }
}

/** The full name of what the text has named before: "a work plan for 2009" after "the Lake Council Work Plan for 2009". */
function namedSo(so: EntityContext, kind: EntityKind, words: string): string | null {
  if (kind !== 'agreement') return null;
  const tail = ` ${words.replace(/\s+/g, ' ').toLowerCase()}`;
  return so.drafts.ofKind(kind).find(({ name }) => name.toLowerCase().endsWith(tail))?.name ?? null;
}

/** "the deal" after "a deal on grain exports" is the same, unless coreference found a name for it. */
function takeDefinite(so: EntityContext, sentence: EntitySentence, match: PhraseMatch<MatterNoun>, key: string): void {
  const before = sentence.view.atoms[match.first - 1]?.key ?? '';
  const known = so.described.get(key);
  if (!known || so.resolved.has(match.start) || !['the', 'this', 'that'].includes(before)) return;
  mention(known, [match.start, match.end], 'nominal');
}

/** "few agreements", "several treaties", "other operations": nothing in particular. */
function isVague(view: SentenceView, match: PhraseMatch<MatterNoun>, start: number, kind: EntityKind): boolean {
  const first = atomFrom(view, start);
  const before = view.atoms[first - 1]?.key ?? '';
  const key = view.atoms[first]?.key ?? '';
  const several = /s$/.test(view.atoms[match.last]?.key ?? '');
  // "Three joint exercises" were held, though "three treaties" are none in particular.
  return (
    VAGUE.has(key) || VAGUE.has(before) || (several && kind !== 'activity' && tokenAt(view, first)?.upos === 'NUM')
  );
}

/** Start of the modifiers before a noun, owners included: "new European security [treaty]". */
function phraseStart(sentence: EntitySentence, match: PhraseMatch<MatterNoun>): number {
  const { view } = sentence;
  let start = ownersBefore(sentence, match.first)?.start ?? match.start;
  for (let at = match.first - 1; at >= 0 && match.first - at <= 8; at -= 1) {
    const token = tokenAt(view, at);
    const key = view.atoms[at]?.key ?? '';
    if (key !== '-' && (!token || !['ADJ', 'NOUN', 'PROPN', 'NUM'].includes(token.upos) || token.deprel === 'nsubj'))
      break;
    if (key !== '-') start = Math.min(start, view.atoms[at]?.start ?? start);
  }
  return start;
}

/** End of the first "on ..." phrase behind a noun: "agreement [on the transit of goods]" goes to its first noun phrase. */
function phraseEnd({ view, times }: EntitySentence, match: PhraseMatch<MatterNoun>): number {
  let at = match.last + 1;
  const opens = match.last > match.first && ABOUT.has(view.atoms[match.last]?.key ?? '');
  if (!opens && !ABOUT.has(view.atoms[at]?.key ?? '')) return match.end;
  // "Suspended the treaty with effect from May": how, and not what about.
  if (view.atoms[at]?.key === 'with' && /^(?:immediate|effect)$/.test(view.atoms[at + 1]?.key ?? '')) return match.end;
  const time = times.overlapping([view.atoms[at]?.end ?? 0, (view.atoms[at + 1]?.end ?? 0) + 1]);
  // "A work programme for 2013" is named by its year; "a deal in May" is not.
  if (time) return view.atoms[at]?.key === 'for' ? time.span[1] : match.end;
  const above = tokenAt(view, match.last);
  const first = tokenAt(view, opens ? match.last : at);
  const complement = view.tokens[(first?.head ?? 0) - 1];
  const beside = complement !== undefined && complement.xpos !== 'VBG' && view.tokens[complement.head - 1] !== above;
  if (!opens && beside) return match.end;
  if (!opens) at += 1;
  let end = match.end;
  // "The project for ensuring the safety of rail traffic": a gerund's object goes on with its own "of".
  let gerund = tokenAt(view, at)?.xpos === 'VBG';
  if (gerund) at += 1;
  for (; at < view.atoms.length && at - match.last <= 10; at += 1) {
    const token = tokenAt(view, at);
    const key = view.atoms[at]?.key ?? '';
    if (key === '-' || key === "'" || key === 's') continue;
    if (gerund && key === 'of' && end > match.end) {
      gerund = false;
      continue;
    }
    if (!token || !['ADJ', 'NOUN', 'PROPN', 'NUM', 'DET'].includes(token.upos)) break;
    if (token.upos === 'DET' && end > match.end) break;
    if (token.upos === 'NOUN' || token.upos === 'PROPN') end = view.atoms[at]?.end ?? end;
  }
  return end;
}
