// Ties decisions to words: makes the anchor of a telling, and finds the telling of an anchor after a re-reading.
import { type Kysely, sql } from 'kysely';
import type { Span } from '../../model/span.ts';
import { addTo } from '../group-by.ts';
import { inPieces } from '../query/links.ts';
import type { ItemRow, Tables } from '../schema/tables.ts';
import type { OrphanReason } from '../views.ts';
import { contentKeyOf } from '../write/content-key.ts';
import { ADDED_RULE, isAdded } from './added-rule.ts';
import type { Anchor } from './entry.ts';
import { originalsOf } from './originals.ts';

/** The telling an anchor means, by key; several where documents have the same text. Or why there is none. */
export type Resolved = { readonly rows: readonly number[] } | { readonly reason: OrphanReason };

/** An anchor, and the type that a person gave its item: should the reader have come to see it so, it is the same item. */
export interface Sought {
  readonly anchor: Anchor;
  readonly correctedType?: string | null;
}

/** The anchors of tellings, in the order of the rows. */
export async function anchorsOf(db: Kysely<Tables>, rows: readonly ItemRow[]): Promise<readonly Anchor[]> {
  const originals = await originalsOf(db, rows);
  const documents = await documentsOf(db, rows);
  const twins = await twinsOf(
    db,
    rows.map(({ content_key }) => content_key),
  );
  return rows.map((row): Anchor => {
    const { start, end, words, trigger_start, trigger_end, trigger, type } = originals.get(row.key) ?? row;
    const document = documents.get(row.document);
    const { read } = twins.get(placeOfTwins(row)) ?? { read: [row.key] };
    const twin = isAdded(row) ? read.length : Math.max(0, read.indexOf(row.key));
    return {
      key: row.content_key,
      kind: row.kind,
      type,
      text: document?.text_hash ?? '',
      document: document?.id ?? '',
      span: [start, end],
      words,
      trigger: trigger_start === null || trigger_end === null ? null : [trigger_start, trigger_end],
      triggerWords: trigger,
      twin,
      twins: isAdded(row) ? read.length + 1 : read.length,
      rule: row.rule,
      version: document?.reader_version ?? '',
    };
  });
}

/**
 * Finds what anchors mean. The same words at the same place of the same text are the same item. Where the text has
 * changed, an item of the same document with the same words, trigger and type is, if these words stand only once in it.
 * Anything else is not found, however much it looks alike.
 */
export async function resolve(db: Kysely<Tables>, sought: readonly Sought[]): Promise<ReadonlyMap<Anchor, Resolved>> {
  const keys = sought.flatMap(({ anchor, correctedType }) => keysOf(anchor, correctedType));
  const twins = await twinsOf(db, keys);
  const byKey = new Map<string, Twins[]>();
  for (const alike of twins.values()) addTo(byKey, alike.key, alike);
  const found = new Map<Anchor, Resolved>();
  for (const { anchor, correctedType } of sought) {
    const there = keysOf(anchor, correctedType).flatMap((key) => byKey.get(key) ?? []);
    if (there.length === 0) found.set(anchor, await resolveMoved(db, anchor));
    else {
      const rows = there.flatMap((alike) => twinIn(alike, anchor));
      found.set(anchor, rows.length > 0 ? { rows } : { reason: 'ambiguous' });
    }
  }
  return found;
}

function keysOf(anchor: Anchor, correctedType: string | null | undefined): readonly string[] {
  const typed = anchor.kind === 'event' || anchor.kind === 'development';
  if (!typed || correctedType === undefined || correctedType === anchor.type) return [anchor.key];
  const { kind, span, trigger, text } = anchor;
  return [anchor.key, contentKeyOf({ kind, span, trigger, details: {}, type: correctedType }, text)];
}

/** Items of one document with one content key. */
interface Twins {
  readonly key: string;
  /** Those that the reader has, in the order of the reading. */
  readonly read: readonly number[];
  /** One that a person added. */
  readonly added: number | null;
}

/** The one of several that an anchor means. Where the reader has more or fewer of them than it had, none is. */
function twinIn({ read, added }: Twins, { rule, twin, twins }: Anchor): readonly number[] {
  if (rule === ADDED_RULE && added !== null) return [added];
  return read.length === twins ? read.slice(twin, twin + 1) : [];
}

const placeOfTwins = ({ content_key, document }: Pick<ItemRow, 'content_key' | 'document'>): string =>
  `${content_key}\n${document}`;

async function twinsOf(db: Kysely<Tables>, keys: readonly string[]): Promise<ReadonlyMap<string, Twins>> {
  const twins = new Map<string, Twins>();
  for (const piece of inPieces([...new Set(keys)])) {
    const rows = await db
      .selectFrom('items')
      .select(['key', 'content_key', 'document', 'rule'])
      .where('content_key', 'in', piece)
      .orderBy('document')
      .orderBy('n')
      .orderBy('key')
      .execute();
    for (const row of rows) {
      const place = placeOfTwins(row);
      const { read, added } = twins.get(place) ?? { read: [], added: null };
      const alike = isAdded(row) ? { read, added: row.key } : { read: [...read, row.key], added };
      twins.set(place, { key: row.content_key, ...alike });
    }
  }
  return twins;
}

/** Looks for an item in a document whose text is another one now. */
async function resolveMoved(db: Kysely<Tables>, anchor: Anchor): Promise<Resolved> {
  const place = await placeOf(db, anchor);
  if ('reason' in place) return place;
  if (place.same) return { reason: 'reads-otherwise' };
  const rows = await db
    .selectFrom('items')
    .selectAll()
    .where('document', '=', place.document)
    .where('kind', '=', anchor.kind)
    .execute();
  const originals = await originalsOf(db, rows);
  const typed = anchor.kind === 'event' || anchor.kind === 'development';
  const fits = rows.filter((row) => {
    const { words, trigger, type } = originals.get(row.key) ?? row;
    return words === anchor.words && trigger === anchor.triggerWords && (!typed || type === anchor.type);
  });
  if (fits.length > 1) return { reason: 'ambiguous' };
  return fits[0] ? { rows: [fits[0].key] } : { reason: 'reads-otherwise' };
}

/** Where an anchor's words stand now: in which document, from where on; `same` where nothing has moved. */
export async function placeOf(
  db: Kysely<Tables>,
  { text, document, words, span }: Anchor,
): Promise<
  { readonly document: number; readonly start: number; readonly same: boolean } | { readonly reason: OrphanReason }
> {
  const unmoved = await db
    .selectFrom('documents')
    .select('key')
    .where('text_hash', '=', text)
    .orderBy(sql`id <> ${document}`)
    .orderBy('public_id')
    .executeTakeFirst();
  if (unmoved) return { document: unmoved.key, start: span[0], same: true };
  const named = await db.selectFrom('documents').select(['key', 'text']).where('id', '=', document).execute();
  if (named.length === 0) return { reason: 'document-missing' };
  const places = named.flatMap(({ key, text: now }) =>
    placesIn(now, words).map((start) => ({ document: key, start, same: false })),
  );
  if (places.length > 1) return { reason: 'ambiguous' };
  return places[0] ?? { reason: 'words-missing' };
}

/** The first two places of words in a text. */
function placesIn(text: string, words: string): readonly number[] {
  const first = words === '' ? -1 : text.indexOf(words);
  if (first < 0) return [];
  const second = text.indexOf(words, first + 1);
  return second < 0 ? [first] : [first, second];
}

export const shifted = ([start, end]: Span, by: number): Span => [start + by, end + by];

type DocumentFacts = Pick<Tables['documents'], 'key' | 'id' | 'text_hash' | 'reader_version'>;

async function documentsOf(db: Kysely<Tables>, rows: readonly ItemRow[]): Promise<ReadonlyMap<number, DocumentFacts>> {
  const documents = new Map<number, DocumentFacts>();
  for (const piece of inPieces([...new Set(rows.map(({ document }) => document))])) {
    const found = await db
      .selectFrom('documents')
      .select(['key', 'id', 'text_hash', 'reader_version'])
      .where('key', 'in', piece)
      .execute();
    for (const row of found) documents.set(row.key, row);
  }
  return documents;
}
