// Puts one document and its reading into the record's tables; the caller holds the transaction.
import { contentHash } from '../../intake/fingerprint.ts';
import type { Document } from '../../model/document.ts';
import type { Reading } from '../../model/reading.ts';
import { textOf } from '../../model/span.ts';
import { daysOf } from '../dates.ts';
import { hashOf } from '../hash.ts';
import { identitiesOf, ownerOf, ownName } from '../identity/key.ts';
import { namedParties, partiesOf } from '../identity/named-parties.ts';
import { contentKeyOf, itemIdOf } from './content-key.ts';
import { draftsOf, type ItemDraft } from './drafts.ts';
import type { Source } from './source.ts';
import type { Writes } from './statements.ts';

/** A document waiting to be written. */
export interface Arrival {
  readonly document: Document;
  readonly reading: Reading;
  readonly source: Source;
}

/** Identity -> key of the entities row, kept between documents to save look-ups. */
export type EntityKeys = Map<string, number>;

export function writeDocument(writes: Writes, known: EntityKeys, arrival: Arrival): void {
  const document = writeHead(writes, arrival);
  const { reading } = arrival;
  for (const [n, { span, kind, rule }] of reading.passages.entries()) {
    writes.passage.run({ document, n, start: span[0], end: span[1], kind, rule: rule ?? null });
  }
  const firstSentence = writeSentences(writes, document, arrival);
  const entities = writeEntities(writes, known, document, arrival);
  for (const [n, { span, type, value, rule }] of reading.times.entries()) {
    writes.time.run({ document, n, start: span[0], end: span[1], type, value, rule: rule ?? null });
  }
  writeItems(writes, { document, firstSentence, entities, arrival });
  for (const [n, { code, span, message }] of (reading.diagnostics ?? []).entries()) {
    writes.diagnostic.run({ document, n, code, start: span?.[0] ?? null, end: span?.[1] ?? null, message });
  }
}

function writeHead(writes: Writes, { document, reading, source }: Arrival): number {
  const { title, publisher, author, language, published } = reading.document;
  const days = daysOf(published.value);
  const { lastInsertRowid } = writes.document.run({
    id: document.id,
    public_id: document.id,
    path: source.path,
    source_hash: source.hash,
    text_hash: contentHash(document.text),
    reader_version: source.version,
    text: document.text,
    title,
    publisher,
    author,
    language,
    url: document.url ?? null,
    published: published.value,
    published_basis: published.basis,
    published_start: days?.start ?? null,
    published_end: days?.end ?? null,
  });
  return Number(lastInsertRowid);
}

/** Returns the key of the first sentence; the others follow without a gap. */
function writeSentences(writes: Writes, document: number, { document: { text }, reading }: Arrival): number {
  const { key: first } = writes.nextSentence.get() as { key: number };
  for (const [n, { span, passage }] of reading.sentences.entries()) {
    writes.sentence.run({ key: first + n, document, n, start: span[0], end: span[1], passage });
    writes.sentenceText.run(first + n, textOf(text, span));
  }
  return first;
}

/** Returns the key of the entities row for each entity id of the reading. */
function writeEntities(
  writes: Writes,
  known: EntityKeys,
  document: number,
  { document: source, reading }: Arrival,
): ReadonlyMap<string, number> {
  const identities = identitiesOf(reading.entities, source);
  const parties = partiesOf(reading.entities, source.text);
  const byId = new Map(reading.entities.map((entity) => [entity.id, entity]));
  const keys = new Map<string, number>();
  for (const { id, kind, name, code } of reading.entities) {
    const identity = identities.get(id) ?? '';
    const key = known.get(identity) ?? entityKey(writes, { identity, kind, name, code });
    known.set(identity, key);
    keys.set(id, key);
    writes.staleEntity.run(key);
  }
  for (const [n, entity] of reading.entities.entries()) {
    const key = keys.get(entity.id) as number;
    writes.documentEntity.run({
      document,
      n,
      local: entity.id,
      entity: key,
      name: entity.name,
      code: entity.code,
      part_of: entity.partOf === null ? null : (keys.get(entity.partOf) ?? null),
      owner: ownName(ownerOf(entity, byId)),
      offices: JSON.stringify(entity.offices),
      rule: entity.rule ?? null,
      why: entity.why ?? null,
    });
    if (entity.kind === 'body' || entity.kind === 'group') {
      for (const party of namedParties(entity.name, parties)) writes.namedParty.run(document, n, keys.get(party));
    }
    for (const { span, form } of entity.mentions) {
      writes.mention.run(document, n, span[0], span[1], form);
      if (form === 'name') writes.entityName.run(key, document, textOf(source.text, span), 1);
    }
  }
  return keys;
}

function entityKey(
  writes: Writes,
  entity: { identity: string; kind: string; name: string; code: string | null },
): number {
  const found = writes.entityKey.get(entity.identity) as { key: number } | undefined;
  if (found) return found.key;
  const { lastInsertRowid } = writes.entity.run({ ...entity, id: `e${hashOf(entity.identity)}` });
  writes.entityAlone.run(lastInsertRowid);
  return Number(lastInsertRowid);
}

interface ItemContext {
  readonly document: number;
  readonly firstSentence: number;
  readonly entities: ReadonlyMap<string, number>;
  readonly arrival: Arrival;
}

function writeItems(writes: Writes, { document, firstSentence, entities, arrival }: ItemContext): void {
  const { text, id: documentId } = arrival.document;
  const textHash = contentHash(text);
  const sentences = arrival.reading.sentences.map(({ span }) => span);
  const drafts = draftsOf(arrival.reading).filter((draft) => isWhole(draft, entities));
  const { key: first } = writes.nextItem.get() as { key: number };
  const keyOfLocal = new Map(drafts.flatMap(({ local }, at) => (local === null ? [] : [[local, first + at] as const])));
  const twins = new Map<string, number>();
  for (const [at, draft] of drafts.entries()) {
    const key = first + at;
    const contentKey = contentKeyOf(draft, textHash);
    const twin = twins.get(contentKey) ?? 0;
    twins.set(contentKey, twin + 1);
    const within = sentencesWithin(sentences, draft.span);
    const days = daysOf(draft.time.value);
    const block = blockOf(draft, days?.start ?? null);
    writes.item.run({
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
    });
    if (block !== null) writes.staleBlock.run(block);
    for (const [n, { role, entity }] of draft.roles.entries()) {
      const entityRow = entities.get(entity);
      if (entityRow !== undefined) writes.role.run(key, role, n, entityRow);
    }
  }
}

/** Whether the reading has the entity that an agreement's development, an activity or a position is of. */
function isWhole({ kind, roles }: ItemDraft, entities: ReadonlyMap<string, number>): boolean {
  if (kind === 'event' || kind === 'statement' || kind === 'meeting') return true;
  const needed = kind === 'position' ? ['actor', 'on'] : ['agreement', 'activity'];
  return roles.every(({ role, entity }) => !needed.includes(role) || entities.has(entity));
}

/** Events and developments of one type and year (when they begin) are compared with one another; undated ones with none. */
function blockOf(draft: ItemDraft, start: string | null): string | null {
  const compared = draft.kind === 'event' || draft.kind === 'development';
  return compared && start !== null ? `${draft.type}|${start.slice(0, 4)}` : null;
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
