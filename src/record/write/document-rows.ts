// The rows of a document: its head, its text's parts, the entities it names. Nothing is written here.
import { findHead } from '../../intake/head/find-head.ts';
import type { Diagnostic, Entity } from '../../model/items.ts';
import { textOf } from '../../model/span.ts';
import { daysOf } from '../dates.ts';
import { hashOf } from '../hash.ts';
import { identitiesOf, outsideOfTable, ownerOf, ownName } from '../identity/key.ts';
import { namedParties, partiesOf } from '../identity/named-parties.ts';
import type { Arrival } from './arrival.ts';
import { addItems } from './item-rows.ts';
import type { Keys } from './keys.ts';
import type { Rows } from './rows.ts';

/** Adds the rows of a document; `keys` moves on. */
export function addDocument(rows: Rows, keys: Keys, arrival: Arrival): void {
  const { reading } = arrival;
  const document = keys.document++;
  rows.documents.push(headOf(document, arrival));
  for (const [n, { span, kind, rule }] of reading.passages.entries()) {
    rows.passages.push({ document, n, start: span[0], end: span[1], kind, rule: rule ?? null });
  }
  const firstSentence = addSentences(rows, keys, document, arrival);
  const entities = addEntities(rows, keys, document, arrival);
  for (const [n, { span, type, value, rule }] of reading.times.entries()) {
    rows.times.push({ document, n, start: span[0], end: span[1], type, value, rule: rule ?? null });
  }
  addItems(rows, keys, { document, firstSentence, entities, arrival });
  for (const [n, { code, span, message }] of [...(reading.diagnostics ?? []), ...unknownHolders(reading)].entries()) {
    rows.diagnostics.push({ document, n, code, start: span?.[0] ?? null, end: span?.[1] ?? null, message });
  }
}

/** Says where a text lies outside what the table of office holders covers. */
function unknownHolders({ entities, document }: Arrival['reading']): readonly Diagnostic[] {
  return outsideOfTable(entities, document.published.value).map(({ entity, office, of }) => ({
    code: 'office-outside-table',
    span: entity.mentions[0]?.span ?? null,
    message: `the table of office holders does not say who was ${office} of ${of} in ${document.published.value}: "${entity.name}" stays without a name`,
  }));
}

function headOf(key: number, { document, reading, source, textHash }: Arrival): Rows['documents'][number] {
  const { title, publisher, author, language } = reading.document;
  const { countedFrom } = source;
  // A corrected date lies over the reader's own, which comes back when the correction is taken back.
  const { published } = countedFrom === undefined ? reading.document : findHead(document, reading.passages);
  const days = daysOf(published.value);
  return {
    key,
    id: document.id,
    public_id: document.id,
    path: source.path,
    source_hash: source.hash,
    text_hash: textHash,
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
    counted_from: countedFrom ?? null,
  };
}

/** Returns the key of the first sentence; the others follow without a gap. */
function addSentences(rows: Rows, keys: Keys, document: number, { document: { text }, reading }: Arrival): number {
  const first = keys.sentence;
  for (const [n, { span, passage }] of reading.sentences.entries()) {
    const key = keys.sentence++;
    rows.sentences.push({ key, document, n, start: span[0], end: span[1], passage });
    rows.texts.push({ rowid: key, text: textOf(text, span) });
  }
  return first;
}

/** Returns the key of the entities row for each entity id of the reading. */
function addEntities(
  rows: Rows,
  keys: Keys,
  document: number,
  { document: source, reading }: Arrival,
): ReadonlyMap<string, number> {
  const identities = identitiesOf(reading.entities, source, reading.document.published.value);
  const parties = partiesOf(reading.entities, source.text);
  const byId = new Map(reading.entities.map((entity) => [entity.id, entity]));
  const keyOf = new Map<string, number>();
  for (const entity of reading.entities) {
    const key = entityKey(rows, keys, entity, identities.get(entity.id) ?? '');
    keyOf.set(entity.id, key);
    rows.staleEntities.add(key);
  }
  const named = new NameCount();
  for (const [n, entity] of reading.entities.entries()) {
    const key = keyOf.get(entity.id) as number;
    const places = new Map(entity.mentions.map((mention) => [mention.span.join(), mention]));
    rows.document_entities.push({
      document,
      n,
      local: entity.id,
      entity: key,
      name: entity.name,
      code: entity.code,
      part_of: entity.partOf === null ? null : (keyOf.get(entity.partOf) ?? null),
      owner: ownName(ownerOf(entity, byId)),
      offices: JSON.stringify(entity.offices),
      rule: entity.rule ?? null,
      why: entity.why ?? null,
      mentions: places.size,
    });
    if (entity.kind === 'body' || entity.kind === 'group') {
      const sides = namedParties(entity.name, parties).flatMap((party) => keyOf.get(party) ?? []);
      for (const side of new Set(sides)) rows.named_parties.push({ document, n, entity: side });
    }
    for (const { span, form } of places.values()) {
      rows.mentions.push({ document, n, start: span[0], end: span[1], form });
    }
    for (const { span, form } of entity.mentions) if (form === 'name') named.add(key, textOf(source.text, span));
  }
  for (const [entity, name, times] of named.counted()) rows.entity_names.push({ entity, document, name, times });
  return keyOf;
}

function entityKey(rows: Rows, keys: Keys, { kind, name, code }: Entity, identity: string): number {
  const known = keys.entities.get(identity);
  if (known !== undefined) return known;
  const key = keys.entity++;
  rows.entities.push({ key, id: `e${hashOf(identity)}`, identity, kind, entity: key, name, code });
  keys.entities.set(identity, key);
  return key;
}

/** How often a document uses a name for an entity. */
class NameCount {
  readonly #times = new Map<number, Map<string, number>>();

  add(entity: number, name: string): void {
    const names = this.#times.get(entity) ?? new Map<string, number>();
    this.#times.set(entity, names.set(name, (names.get(name) ?? 0) + 1));
  }

  *counted(): Generator<readonly [entity: number, name: string, times: number]> {
    for (const [entity, names] of this.#times) for (const [name, times] of names) yield [entity, name, times];
  }
}
