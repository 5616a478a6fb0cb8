// Bodies that the lists have under a bare noun, in texts on other states: "Peru's Congress", "Congress" in a text on India.
import { atomFrom } from '../../language/names/sentence.ts';
import type { Span } from '../../model/span.ts';
import type { EntityEntry } from '../lexicon/entity-entries.ts';
import type { EntityContext } from './context.ts';
import type { EntitySentence } from './entity-sentence.ts';
import { ownersAfter, ownersBefore } from './owners.ts';

/** "Chad's Ministry of Defence": a body that the lists have without an owner, beside one that the text names. */
function isOwned(so: EntityContext, sentence: EntitySentence, span: Span): boolean {
  const { view } = sentence;
  const first = atomFrom(view, span[0]);
  const kind = so.lexicon.bodyKinds.at(view.atoms, first);
  if (!kind || kind.end !== span[1]) return false;
  return (ownersBefore(sentence, first) ?? ownersAfter(sentence, kind.last)) !== null;
}

/**
 * Whether a listed body's name, a mere noun for its kind ("Congress", "Senate"), stands for that of another state: one that owns
 * it in the text, or any, where the text never names the state of the listed one.
 */
export function isAnothersBody(so: EntityContext, sentence: EntitySentence, entry: EntityEntry, span: Span): boolean {
  if (entry.kind === 'body' && entry.of === '' && isOwned(so, sentence, span)) return true;
  const state = entry.kind === 'body' ? so.lexicon.states.get(entry.of) : undefined;
  if (!state || so.text.slice(...span).includes(' ')) return false;
  const first = atomFrom(sentence.view, span[0]);
  if (!so.lexicon.bodyKinds.at(sentence.view.atoms, first)) return false;
  const owners = ownersBefore(sentence, first)?.anchors ?? [];
  if (owners.length) return owners.every(({ draft }) => draft.kind === 'state' && draft.code !== state.code);
  let told = so.told.get(state.code);
  if (told === undefined) {
    told = [state.entry.name, ...state.adjectives].some((words) => so.text.includes(words));
    so.told.set(state.code, told);
  }
  return !told;
}
