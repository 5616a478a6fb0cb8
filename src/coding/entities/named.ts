// Entities by name: what the lexicon lists, and names that nobody listed.

import type { PhraseMatch } from '../../language/names/phrases.ts';
import type { Name } from '../../model/analysis.ts';
import { contains, type Span, sameSpan } from '../../model/span.ts';
import type { EntityPhrase } from '../lexicon/entity-entries.ts';
import { isAnothersBody } from './anothers-body.ts';
import { isPlaceOnly } from './capitals.ts';
import type { EntityContext } from './context.ts';
import { type Draft, mention } from './drafts.ts';
import type { EntitySentence } from './entity-sentence.ts';
import { spanKey } from './span-key.ts';
import { unlistedDraft, wholeMatch } from './unlisted.ts';

type Listed = PhraseMatch<EntityPhrase['value']>;

/** Drafts of names by their span's start and end, so that chains find them again. */
export type DraftBySpan = Map<number, Draft>;

/**
 * Notes the entities of a sentence that bear a name, and the anchors that others may belong to.
 * Persons are left to offices.ts, which knows their titles.
 * @param fullNames the fullest form of each name, by span, from coreference
 */
export function takeNames(
  so: EntityContext,
  sentence: EntitySentence,
  fullNames: ReadonlyMap<number, string>,
  drafts: DraftBySpan,
): void {
  const listed = so.lexicon.phrases.all(sentence.view.atoms);
  for (const match of listed) takeListed(so, sentence, match, drafts);
  for (const name of sentence.nameList) {
    const span = name.span;
    if (name.type === 'PER' || drafts.has(spanKey(span))) continue;
    const entry = name.type === 'ORG' ? wholeMatch(so.lexicon.phrases, so.text.slice(...span))?.entry : undefined;
    if (entry && isAnothersBody(so, sentence, entry, span)) continue;
    const draft = unlistedDraft(so, sentence, name, fullNames.get(spanKey(span)) ?? so.text.slice(...span));
    mention(draft, span, 'name');
    drafts.set(spanKey(span), draft);
    sentence.taken.add({ span });
    if (draft.kind !== 'agreement' && draft.kind !== 'activity')
      sentence.anchors.add({ span, draft, adjectival: false });
  }
}

function takeListed(so: EntityContext, sentence: EntitySentence, match: Listed, drafts: DraftBySpan): void {
  const span: Span = [match.start, match.end];
  const [value] = match.values;
  if (!value) return;
  const name = sentence.names.overlapping(span);
  if (name?.type === 'PER') return;
  const { entry, use } = value;
  if (use === 'adjective' || use === 'people') {
    takeNationality(so, sentence, match, name);
    return;
  }
  if (isAnothersBody(so, sentence, entry, span)) return;
  const inside = name !== null && contains(name.span, span) && !sameSpan(name.span, span);
  if (!name && /^\p{Lu}/u.test(so.text.charAt(span[0]))) return;
  const draft = so.drafts.listed(entry);
  if (inside) {
    sentence.anchors.add({ span, draft, adjectival: false });
    return;
  }
  if (use === 'capital' && isPlaceOnly(sentence.view, span, so.lexicon.capitalWords)) {
    const city = so.drafts.named('place', so.text.slice(...span).replace(/\s+/g, ' '), {
      owner: draft,
      rule: entry.rule,
      why: `a capital where the text speaks of the place (${entry.rule})`,
    });
    mention(city, span, 'name');
    drafts.set(spanKey(span), city);
    sentence.anchors.add({ span, draft: city, adjectival: false });
  } else {
    mention(draft, span, 'name');
    drafts.set(spanKey(span), draft);
    sentence.anchors.add({ span, draft, adjectival: false });
  }
  sentence.taken.add({ span });
  if (entry.kind === 'body') so.bodies.set(entry.name, draft);
}

/** "Chilean" is a mention of Chile; "ten Chileans" a group of its people; "the Chileans refused" means the state. */
function takeNationality(so: EntityContext, sentence: EntitySentence, match: Listed, name: Name | null): void {
  const span: Span = [match.start, match.end];
  const [value] = match.values;
  if (!value) return;
  const draft = so.drafts.listed(value.entry);
  const inName = name !== null && contains(name.span, span) && !sameSpan(name.span, span);
  sentence.anchors.add({ span, draft, adjectival: value.use === 'adjective' });
  if (inName) return;
  mention(draft, span, 'nominal');
  if (value.use !== 'people') return;
  const people = so.drafts.named('group', so.text.slice(...span), {
    owner: draft,
    rule: value.entry.rule,
    why: `nationals of ${draft.name} (${value.entry.rule})`,
  });
  mention(people, span, 'nominal');
}
