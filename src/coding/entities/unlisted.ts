// Names that no table lists: what kind of thing they are, and whose.
import { atomsOf } from '../../language/names/atoms.ts';
import type { PhraseIndex } from '../../language/names/phrases.ts';
import { atomFrom } from '../../language/names/sentence.ts';
import { VESSEL_RULE } from '../../language/names/vessels.ts';
import type { Name } from '../../model/analysis.ts';
import { contains, type Span } from '../../model/span.ts';
import { ownedBody } from './bodies.ts';
import type { EntityContext } from './context.ts';
import type { Draft } from './drafts.ts';
import type { Anchor, EntitySentence } from './entity-sentence.ts';
import { ownersAfter, ownersBefore } from './owners.ts';

/** The entity of a name by its type; organisations that say they are a ministry, army or council are bodies. */
export function unlistedDraft(so: EntityContext, sentence: EntitySentence, name: Name, full: string): Draft {
  if (name.type === 'AGREEMENT')
    return namedByYear(so, full) ?? so.drafts.named('agreement', full, reason(name, 'agreement'));
  if (name.type === 'OPERATION') return so.drafts.named('activity', full, reason(name, 'activity'));
  if (name.type === 'LOC') return so.drafts.named('place', full, reason(name, 'place'));
  if (name.rule === VESSEL_RULE) return shipDraft(so, sentence, name, full);
  const ship = so.bodies.get(shipKey(full));
  if (ship) return ship;
  // "the Council", short for a listed name that stood before.
  const entry = wholeMatch(so.lexicon.phrases, full)?.entry;
  if (entry) return so.drafts.listed(entry);
  const anchor = anchorInside(sentence, name.span);
  const composed = anchor ? composedDraft(so, name, anchor) : bareBody(so, sentence, name.span);
  if (composed) return composed;
  const kind = bodyKindIn(so, full);
  const owner = anchor?.draft ?? null;
  if (!kind) return so.drafts.named('organization', full, { ...reason(name, 'organisation'), owner });
  const draft = so.drafts.named('body', full, { ...reason(name, kind), owner });
  so.bodies.set(kind, draft);
  return draft;
}

/** "The Rome Statute of 1998", where the lists have it; "the Act of 1997" after one "Lake Act": the only act the text has named. */
function namedByYear(so: EntityContext, full: string): Draft | null {
  const listed = wholeMatch(so.lexicon.phrases, full.replace(/ of \d{4}$/, ''))?.entry;
  if (listed?.kind === 'agreement') return so.drafts.listed(listed);
  const noun = /^(\p{L}+) of \d{4}$/u.exec(full)?.[1];
  const like = noun ? so.drafts.ofKind('agreement').filter(({ name }) => name.endsWith(` ${noun}`)) : [];
  return like.length === 1 ? (like[0] ?? null) : null;
}

const shipKey = (name: string): string => `ship ${name.toLowerCase()}`;

/** A ship acts for its navy and state: "the Danish frigate Absalon", "the Absalon of the Danish Navy". */
function shipDraft(so: EntityContext, sentence: EntitySentence, name: Name, full: string): Draft {
  const first = atomFrom(sentence.view, name.span[0]);
  const owners = ownersBefore(sentence, first) ?? ownersAfter(sentence, atomFrom(sentence.view, name.span[1]) - 1);
  const owner = owners?.anchors.at(-1)?.draft ?? null;
  const draft = so.drafts.named('body', full, { ...reason(name, 'ship'), owner });
  so.bodies.set(shipKey(full), draft);
  return draft;
}

const reason = (name: Name, what: string) => ({ rule: name.rule ?? 'names', why: `a name tagged as ${what}` });

/** "Kenyan Defence Ministry", "Ministry of Defence of Kenya", "Israeli Knesset": an owner and a kind, or an owner and a listed name of its own. */
function composedDraft(so: EntityContext, name: Name, anchor: Anchor): Draft | null {
  const rest =
    anchor.span[0] === name.span[0]
      ? so.text.slice(anchor.span[1], name.span[1]).replace(/^['’]s?/, '')
      : so.text.slice(name.span[0], anchor.span[0]).replace(/\sof(?: the)?\s$/i, '');
  if (anchor.span[0] !== name.span[0] && anchor.span[1] !== name.span[1]) return null;
  const words = rest.trim();
  const kind = wholeMatch(so.lexicon.bodyKinds, words);
  if (kind) {
    const draft = ownedBody(so, kind, anchor.draft, words);
    so.bodies.set(kind.kind, draft);
    return draft;
  }
  const entry = wholeMatch(so.lexicon.phrases, words)?.entry;
  return entry?.of && so.drafts.owner(entry.of) === anchor.draft ? so.drafts.listed(entry) : null;
}

/** "Kenya's Defence Ministry"; "the Defence Ministry" without an owner is the one named before. */
function bareBody(so: EntityContext, sentence: EntitySentence, span: Span): Draft | null {
  const words = so.text.slice(...span);
  const kind = wholeMatch(so.lexicon.bodyKinds, words);
  if (!kind) return null;
  const owner = ownersBefore(sentence, atomFrom(sentence.view, span[0]))?.anchors.at(-1)?.draft;
  if (owner === undefined || (owner.kind === 'place' && !owner.owner)) return so.bodies.get(kind.kind) ?? null;
  const draft = ownedBody(so, kind, owner, words);
  so.bodies.set(kind.kind, draft);
  return draft;
}

/** What an index has for these words as a whole. */
export function wholeMatch<Value>(index: PhraseIndex<Value>, words: string): Value | null {
  const atoms = atomsOf(words);
  const match = index.at(atoms, 0);
  return match && match.last === atoms.length - 1 ? (match.values[0] ?? null) : null;
}

/** Whose a name says it is: by its first words ("Turkish Airlines"), its last ("Bank of Ghana"), else a state within. */
function anchorInside({ view, anchors }: EntitySentence, span: Span): Anchor | null {
  for (const edge of [anchors.startingAt(span[0]), anchors.endingAt(span[1])]) {
    if (edge && contains(span, edge.span)) return edge;
  }
  for (let at = atomFrom(view, span[0]); (view.atoms[at]?.end ?? Number.POSITIVE_INFINITY) <= span[1]; at += 1) {
    const anchor = anchors.startingAt(view.atoms[at]?.start ?? -1);
    if (anchor?.draft.kind === 'state' && contains(span, anchor.span)) return anchor;
  }
  return null;
}

/** The kind of body that a name says it is: "Royal Thai Navy" is a navy. */
function bodyKindIn(so: EntityContext, name: string): string | null {
  const atoms = atomsOf(name);
  for (let at = 0; at < atoms.length && at < 12; at += 1) {
    const match = so.lexicon.bodyKinds.at(atoms, at);
    if (match) return match.values[0]?.kind ?? null;
  }
  return /\b(?:Council|Commission|Committee|Command|Directorate|Department|Ministry)\b/.test(name) ? 'body' : null;
}
