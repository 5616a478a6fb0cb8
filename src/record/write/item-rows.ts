// The rows of what was read in a document: statements, events and what is derived from them.
import { textOf } from '../../model/span.ts';
import { daysOf } from '../dates.ts';
import type { Arrival } from './arrival.ts';
import { blockOf } from './blocks.ts';
import { contentKeyOf, itemIdOf } from './content-key.ts';
import { draftsOf, type ItemDraft } from './drafts.ts';
import type { Keys } from './keys.ts';
import type { Rows } from './rows.ts';

interface ItemContext {
  readonly document: number;
  readonly firstSentence: number;
  readonly entities: ReadonlyMap<string, number>;
  readonly arrival: Arrival;
}

export function addItems(rows: Rows, keys: Keys, { document, firstSentence, entities, arrival }: ItemContext): void {
  const { text, id: documentId } = arrival.document;
  const sentences = arrival.reading.sentences.map(({ span }) => span);
  const drafts = draftsOf(arrival.reading).filter((draft) => isWhole(draft, entities));
  const first = keys.item;
  keys.item += drafts.length;
  const keyOfLocal = new Map(drafts.flatMap(({ local }, at) => (local === null ? [] : [[local, first + at] as const])));
  const twins = new Map<string, number>();
  for (const [at, draft] of drafts.entries()) {
    const key = first + at;
    const contentKey = contentKeyOf(draft, arrival.textHash);
    const twin = twins.get(contentKey) ?? 0;
    twins.set(contentKey, twin + 1);
    const within = sentencesWithin(sentences, draft.span);
    const days = daysOf(draft.time.value);
    const block = blockOf(draft.kind, draft.type, days?.start ?? null);
    rows.items.push({
      key,
      id: itemIdOf(draft.kind, documentId, contentKey, twin),
      content_key: contentKey,
      entry: key,
      kind: draft.kind,
      document,
      n: draft.n,
      local: draft.local,
      start: draft.span[0],
      end: draft.span[1],
      words: textOf(text, draft.span),
      trigger_start: draft.trigger?.[0] ?? null,
      trigger_end: draft.trigger?.[1] ?? null,
      trigger: draft.trigger && textOf(text, draft.trigger),
      sentence_first: within && firstSentence + within[0],
      sentence_last: within && firstSentence + within[1],
      type: draft.type,
      state: draft.state,
      time_value: draft.time.value,
      time_basis: draft.time.basis,
      time_start: days?.start ?? null,
      time_end: days?.end ?? null,
      score: draft.score,
      background: draft.background ? 1 : 0,
      refers: draft.refers === null ? null : (keyOfLocal.get(draft.refers) ?? null),
      block,
      details: JSON.stringify(draft.details),
      rule: draft.rule,
      why: draft.why,
      review: 'machine',
    });
    for (const [n, { role, entity }] of draft.roles.entries()) {
      const entityRow = entities.get(entity);
      if (entityRow !== undefined) rows.roles.push({ item: key, role, n, entity: entityRow });
    }
  }
}

/** Whether the reading has the entity that an agreement's development, an activity or a position is of. */
function isWhole({ kind, roles }: ItemDraft, entities: ReadonlyMap<string, number>): boolean {
  if (kind === 'event' || kind === 'statement' || kind === 'meeting') return true;
  const needed = kind === 'position' ? ['actor', 'on'] : ['agreement', 'activity'];
  return roles.every(({ role, entity }) => !needed.includes(role) || entities.has(entity));
}

/** First and last index of the sentences that share words with the span; null where none does. */
function sentencesWithin(
  sentences: readonly (readonly [number, number])[],
  [start, end]: readonly [number, number],
): readonly [number, number] | null {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.[1] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < sentences.length && (sentences[last]?.[0] ?? 0) < end) last += 1;
  return last > low ? [low, last - 1] : null;
}
