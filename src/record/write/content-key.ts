// Names an item by its words, so that a decision about it holds when the document is read again by a better version.
import { hashOf } from '../hash.ts';
import type { ItemKind } from '../views.ts';
import type { ItemDraft } from './drafts.ts';

/** First letter of an item's id. */
const LETTERS: Readonly<Record<ItemKind, string>> = {
  event: 'v',
  statement: 's',
  meeting: 'm',
  development: 'd',
  obligation: 'o',
  activity: 'a',
  position: 'p',
};

/**
 * The key of an item in the review journal: what text, which words, as what. It does not hold what a better reader may
 * correct (actors, dates, modality), nor where the file lies.
 * @param textHash hash of the document's text
 */
export function contentKeyOf(
  draft: Pick<ItemDraft, 'kind' | 'span' | 'trigger' | 'details' | 'type'>,
  textHash: string,
) {
  const [start, end] = draft.trigger ?? firstContent(draft.details) ?? draft.span;
  const type = draft.kind === 'event' || draft.kind === 'development' ? draft.type : null;
  return `${draft.kind}:${hashOf(textHash, start, end, type)}`;
}

/** The record-wide id of one telling; `twin` counts items of the same document that have the same content key. */
export function itemIdOf(kind: ItemKind, document: string, contentKey: string, twin: number): string {
  return LETTERS[kind] + hashOf(document, contentKey, twin);
}

/** A statement is known by what is said: source and cue may be cut better later. */
function firstContent(details: Readonly<Record<string, unknown>>): readonly [number, number] | null {
  const content = details.content as readonly (readonly [number, number])[] | undefined;
  return content?.[0] ?? null;
}
