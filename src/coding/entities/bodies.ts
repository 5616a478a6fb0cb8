// Bodies by their kind and whose they are: "Kenya's parliament", "the Polish foreign ministry", "the navy of Peru".
import { atomFrom, tokenAt } from '../../language/names/sentence.ts';
import type { Span } from '../../model/span.ts';
import type { BodyKind } from '../lexicon/organizations.ts';
import type { EntityContext } from './context.ts';
import { type Draft, mention } from './drafts.ts';
import { type EntitySentence, isTaken } from './entity-sentence.ts';
import { type Owners, ownersAfter, ownersBefore } from './owners.ts';

const OF: ReadonlySet<string> = new Set(['of']);

/** Notes the bodies of a sentence that are described by kind; a kind without owner means the one named before, where there is one. */
export function takeBodies(so: EntityContext, sentence: EntitySentence): void {
  for (const match of so.lexicon.bodyKinds.all(sentence.view.atoms)) {
    const [kind] = match.values;
    const token = tokenAt(sentence.view, match.last);
    const own: Span = [match.start, match.end];
    if (!kind || !token || isTaken(sentence, own) || (token.upos !== 'NOUN' && token.upos !== 'PROPN')) continue;
    const before = ownersBefore(sentence, match.first);
    const owners = before ?? ownersAfter(sentence, match.last, OF);
    const modifies = token.deprel === 'compound' || token.deprel === 'amod';
    if (owners) takeOwned(so, sentence, kind, owners, own, modifies);
    else takeBare(so, sentence, kind, own, modifies);
  }
}

function takeOwned(
  so: EntityContext,
  sentence: EntitySentence,
  kind: BodyKind,
  owners: Owners,
  own: Span,
  modifies: boolean,
): void {
  const span: Span = [Math.min(owners.start, own[0]), Math.max(owners.end, own[1])];
  for (const { draft: owner } of owners.anchors) {
    if (owner.kind === 'place' && !owner.owner) continue;
    const draft = ownedBody(so, kind, owner, so.text.slice(...own));
    mention(draft, span, 'nominal');
    so.bodies.set(kind.kind, draft);
    sentence.anchors.add({ span, draft, adjectival: modifies });
  }
  sentence.taken.add({ span: own });
}

/** The body of a kind that an owner has; armed forces keep the text's word, which says which of them. */
export function ownedBody(so: EntityContext, kind: BodyKind, owner: Draft, words: string): Draft {
  const label = adjectiveOf(so, owner);
  const name = /^\p{Ll}/u.test(words) && !kind.alone ? `${label} ${words}` : `${label} ${kind.kind}`;
  return so.drafts.named('body', name, { owner, rule: kind.rule, why: `kind of body (${kind.rule}) of ${owner.name}` });
}

function takeBare(so: EntityContext, sentence: EntitySentence, kind: BodyKind, own: Span, modifies: boolean): void {
  const known = so.bodies.get(kind.kind);
  const definite = ['the', 'its', 'their', 'this', 'that'].includes(
    sentence.view.atoms[atomFrom(sentence.view, own[0]) - 1]?.key ?? '',
  );
  if (!kind.alone && !(known && definite)) return;
  const words = so.text.slice(...own);
  const draft =
    known ?? so.drafts.named('body', words, { rule: kind.rule, why: `kind of body (${kind.rule}), owner not named` });
  mention(draft, own, 'nominal');
  sentence.anchors.add({ span: own, draft, adjectival: modifies });
  sentence.taken.add({ span: own });
}

/** "Polish" for Poland, "NATO" for NATO: the label that goes before a body's kind. */
export function adjectiveOf(so: EntityContext, owner: Draft): string {
  return (owner.code && so.lexicon.states.get(owner.code)?.adjectives[0]) || owner.name;
}
