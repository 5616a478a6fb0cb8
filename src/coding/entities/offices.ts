// Persons by name with their titles, and persons described by their office only.
import type { PhraseMatch } from '../../language/names/phrases.ts';
import { atomFrom, tokenAt } from '../../language/names/sentence.ts';
import type { Name } from '../../model/analysis.ts';
import { type Span, sameSpan } from '../../model/span.ts';
import type { Office } from '../lexicon/people.ts';
import type { EntityContext } from './context.ts';
import { type Draft, mention } from './drafts.ts';
import { type EntitySentence, isTaken } from './entity-sentence.ts';
import type { DraftBySpan } from './named.ts';

import { type Owners, ownersAfter, ownersBefore } from './owners.ts';
import { spanKey } from './span-key.ts';

const AFTER_OFFICE: ReadonlySet<string> = new Set(['of', 'to', 'for', 'at', 'from', 'in', 'with']);
const ARGUMENTS: ReadonlySet<string> = new Set([
  'nsubj',
  'nsubj:pass',
  'obj',
  'iobj',
  'obl',
  'obl:agent',
  'conj',
  'root',
  'nmod',
]);

/** Notes the persons of a sentence: first those with a name, then their offices, then offices without a name. */
export function takePersons(
  so: EntityContext,
  sentence: EntitySentence,
  fullNames: ReadonlyMap<number, string>,
  drafts: DraftBySpan,
): void {
  for (const name of sentence.nameList) {
    if (name.type !== 'PER') continue;
    const full = fullNames.get(spanKey(name.span)) ?? so.text.slice(...name.span);
    const draft = so.drafts.named('person', full, { rule: name.rule ?? 'names', why: 'a name tagged as person' });
    mention(draft, name.span, 'name');
    draft.owner ??= stateOf(sentence, name);
    drafts.set(spanKey(name.span), draft);
    sentence.taken.add({ span: name.span });
  }
  const last: LastOffice = { end: -1, holder: null };
  for (const match of so.lexicon.offices.all(sentence.view.atoms)) takeOffice(so, sentence, match, drafts, last);
}

/** The state that a person is told by: "Okello of Kenya", "Kenya's Okello". */
function stateOf(sentence: EntitySentence, { span }: Name): Draft | null {
  const { view, anchors } = sentence;
  const last = atomFrom(view, span[1]) - 1;
  const behind = ownersAfter(sentence, last)?.anchors ?? [];
  if (behind.length === 1 && behind[0]?.draft.kind === 'state') return behind[0].draft;
  const possessive = /['’]s?\s$/.exec(view.text.slice(Math.max(0, span[0] - 4), span[0]));
  const before = possessive ? anchors.endingAt(span[0] - possessive[0].length) : null;
  return before?.draft.kind === 'state' && !before.adjectival ? before.draft : null;
}

/** The office taken last in a sentence, so that "... and head of the central bank" goes to the same person. */
interface LastOffice {
  end: number;
  holder: Name | null;
}

function takeOffice(
  so: EntityContext,
  sentence: EntitySentence,
  match: PhraseMatch<Office>,
  drafts: DraftBySpan,
  last: LastOffice,
): void {
  const [office] = match.values;
  if (!office || office.rank === 'address') return;
  const before = ownersBefore(sentence, match.first);
  const after = ownersAfter(sentence, match.last, AFTER_OFFICE);
  const person = holderOf(so, sentence, match, after) ?? continued(so.text, match, last);
  const owners = before ?? after;
  if (person) {
    const draft = drafts.get(spanKey(person.span));
    if (draft) giveOffice(so, draft, office, match, owners);
    if (draft && !owners) so.presumed.presume(sentence, draft, person, office.rank);
    last.end = Math.max(match.end, owners?.end ?? 0);
    last.holder = person;
    sentence.taken.add({ span: [match.start, match.end] });
    // The parser may take either for the head of "President Sata": the whole phrase means the person.
    if (draft && person.title && match.start === person.title[0])
      mention(draft, [match.start, person.span[1]], 'nominal');
    return;
  }
  takeUnnamed(so, sentence, match, office, before, after);
}

/** "Petkov, a deputy and [chairman] of the party": a second office joined to the first. */
function continued(text: string, match: PhraseMatch<Office>, last: LastOffice): Name | null {
  const gap = last.end < 0 || match.start - last.end > 60 ? '' : text.slice(last.end, match.start);
  return /^,? and (?:\p{L}+['’]?s? ){0,4}$/u.test(gap) ? last.holder : null;
}

/** The name the office belongs to: right behind it, behind its "of" phrase or a comma, or before it with a comma between. */
function holderOf(
  so: EntityContext,
  sentence: EntitySentence,
  match: PhraseMatch<Office>,
  after: Owners | null,
): Name | null {
  const { text } = sentence.view;
  const near = personsNear(sentence, match, after?.end ?? match.end);
  const before = near.find((name) => isNamedBefore(sentence, name, match)) ?? null;
  for (const name of near) {
    if (name.title && sameSpan(name.title, [match.start, match.end])) return name;
    const start = name.title?.[0] ?? name.span[0];
    for (const end of [match.end, after?.end ?? match.end]) {
      if (start < end || start - end >= 6 || !/^\.?,?\s{1,3}$/.test(text.slice(end, start))) continue;
      // "Ana Diaz, President of Peru, Ali Sow, President of Chad": each has the office behind the name.
      return before !== null && text.charAt(end) === ',' && hasOfficeBehind(so, sentence, name) ? before : name;
    }
  }
  // "At the invitation of President Sow, the President of Chad, Ana Torres, ...": the name behind decides.
  return before;
}

function isNamedBefore(sentence: EntitySentence, name: Name, match: PhraseMatch<Office>): boolean {
  const gap = match.start - name.span[1];
  const comma = sentence.view.text.slice(name.span[1], name.span[1] + 2);
  return gap > 0 && gap < 80 && /^,\s/.test(comma) && isPhrase(sentence, name, match);
}

function hasOfficeBehind(so: EntityContext, { view }: EntitySentence, { span }: Name): boolean {
  const comma = /^,\s(?:the\s)?/.exec(view.text.slice(span[1], span[1] + 8));
  return comma !== null && so.lexicon.offices.at(view.atoms, atomFrom(view, span[1] + comma[0].length)) !== null;
}

/** Persons named shortly before or behind an office, in text order. */
function personsNear({ nameList }: EntitySentence, match: PhraseMatch<Office>, end: number): readonly Name[] {
  let low = 0;
  for (let high = nameList.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((nameList[middle]?.span[1] ?? 0) < match.start - REACH) low = middle + 1;
    else high = middle;
  }
  const near: Name[] = [];
  for (let at = low; at < nameList.length && near.length < 12; at += 1) {
    const name = nameList[at];
    if (!name || name.span[0] > end + REACH) break;
    if (name.type === 'PER') near.push(name);
  }
  return near;
}

/** How far from an office, in code units, the name of its holder may stand. */
const REACH = 80;

/** Whether only the words of one noun phrase stand between a name's comma and the office: "Sall, Senegal's outgoing [president]". */
function isPhrase(sentence: EntitySentence, name: Name, match: PhraseMatch<Office>): boolean {
  const { view } = sentence;
  for (let at = atomFrom(view, name.span[1]) + 1; at < match.first; at += 1) {
    const token = tokenAt(view, at);
    if (view.atoms[at]?.key === '-' || token?.deprel === 'amod') continue;
    if (['VERB', 'AUX', 'PUNCT', 'PRON', 'CCONJ', 'ADP'].includes(token?.upos ?? 'X')) return false;
  }
  return true;
}

function giveOffice(
  so: EntityContext,
  draft: Draft,
  office: Office,
  match: PhraseMatch<Office>,
  owners: Owners | null,
): void {
  const owner = owners?.anchors.at(-1);
  if (owner) draft.owner ??= owner.draft;
  // "His Peruvian counterpart Ana Torres" tells whose she is, and of no post.
  if (office.office === 'counterpart') return;
  const words = so.text.slice(match.start, match.end).replace(/\s+/g, ' ');
  draft.offices.add(owner ? `${words}, ${owner.draft.name}` : words);
  draft.posts.push({ office: office.office, rank: office.rank, owner: owner?.draft ?? null });
}

/** "the Dutch prime minister", "a spokesman for the ministry": a person without a name. */
function takeUnnamed(
  so: EntityContext,
  sentence: EntitySentence,
  match: PhraseMatch<Office>,
  office: Office,
  before: Owners | null,
  after: Owners | null,
): void {
  const { view } = sentence;
  const token = tokenAt(view, match.last);
  const span: Span = [before?.start ?? match.start, after && !before ? after.end : match.end];
  if (
    !token ||
    !/^NNP?$/.test(token.xpos) ||
    !ARGUMENTS.has(token.deprel) ||
    isTaken(sentence, [match.start, match.end])
  )
    return;
  const owner = before?.anchors.at(-1) ?? after?.anchors[0];
  so.unnamed.push({
    span,
    post: { office: office.office, rank: office.rank, owner: owner?.draft ?? null },
    titled: sentence.passage === 'headline',
    definite: view.atoms[match.first - 1]?.key === 'the',
    alone: owner !== undefined || ['nsubj', 'nsubj:pass', 'obj'].includes(token.deprel),
    rule: office.rule,
  });
  sentence.taken.add({ span });
}
