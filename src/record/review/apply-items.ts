// Finds what the decisions about items come to, and has the items brought to that state.
import type { Kysely } from 'kysely';
import { addTo } from '../group-by.ts';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';
import { addItem } from './added-items.ts';
import { resolve, type Sought } from './anchors.ts';
import { effectOf, type Ruling } from './effect.ts';
import type { Anchor, ReviewEntry } from './entry.ts';
import { groundsAround, withKin } from './grounds.ts';
import { holding } from './holding.ts';
import { entriesAbout, readJournal } from './journal.ts';
import { saveEffects } from './save-effects.ts';

const ABOUT_ITEMS: ReadonlySet<ReviewEntry['what']> = new Set(['accepted', 'corrected', 'rejected', 'added']);

/**
 * Applies all decisions about items anew; with subjects, those about the items of these content keys and what hangs on
 * them. What changed is marked to be settled. Only inside a write transaction.
 */
export async function applyToItems(db: Kysely<Tables>, subjects: readonly string[] | null): Promise<void> {
  const entries = subjects === null ? await readJournal(db) : await connected(db, subjects);
  const held = rulingsIn(holding(entries).filter(({ what }) => ABOUT_ITEMS.has(what)));
  await addMissing(db, held);
  const all = rulingsIn(entries.filter(({ what }) => ABOUT_ITEMS.has(what)));
  const found = await resolve(db, all.map(soughtOf));
  const touched = new Set([...found.values()].flatMap((there) => ('rows' in there ? there.rows : [])));
  if (subjects === null) for (const key of await decidedRows(db)) touched.add(key);
  const byRow = new Map<number, Ruling[]>();
  for (const ruling of held) {
    const there = found.get(ruling.anchor);
    if (!there || 'reason' in there) continue;
    for (const row of there.rows) addTo(byRow, row, ruling);
  }
  const moved = await movesOf(db, byRow);
  const effects = [...touched].map((key) => {
    const rulings = byRow.get(key) ?? [];
    return [key, effectOf(rulings.map((ruling) => ({ ...ruling, moved: moved(key, ruling.anchor) })))] as const;
  });
  await saveEffects(db, new Map(effects));
}

/** Puts items that people added where their words stand, before other decisions about them are looked at. */
async function addMissing(db: Kysely<Tables>, held: readonly Ruling[]): Promise<void> {
  const added = held.filter(({ entry }) => entry.what === 'added');
  const found = await resolve(db, added.map(soughtOf));
  for (const { entry, anchor } of added) {
    const there = found.get(anchor);
    if (!there || 'reason' in there) await addItem(db, entry, anchor);
  }
}

const rulingsIn = (entries: readonly ReviewEntry[]): readonly Ruling[] =>
  entries.flatMap((entry) => entry.items.map((anchor) => ({ entry, anchor })));

/** How an item of a decision is sought: a corrected type is one that a better reader may have found itself. */
export function soughtOf({ entry, anchor }: { readonly entry: ReviewEntry; readonly anchor: Anchor }): Sought {
  const type = entry.fields.type ?? entry.fields.what;
  return { anchor, ...(entry.what === 'corrected' && type ? { correctedType: type.to as string | null } : {}) };
}

/** All entries about these subjects, about the items that they turn out to mean and about what these rest on or what rests on them. */
async function connected(db: Kysely<Tables>, subjects: readonly string[]): Promise<readonly ReviewEntry[]> {
  const known = new Set(subjects);
  for (;;) {
    const entries = await entriesAbout(db, [...known]);
    const found = await resolve(db, rulingsIn(entries).map(soughtOf));
    const rows = [...found.values()].flatMap((there) => ('rows' in there ? there.rows : []));
    const before = known.size;
    for (const key of await contentKeysAround(db, rows)) known.add(key);
    if (known.size === before) return entries;
  }
}

async function contentKeysAround(db: Kysely<Tables>, rows: readonly number[]): Promise<readonly string[]> {
  const kin = withKin(await groundsAround(db, rows), new Set(rows));
  const keys: string[] = [];
  for (const piece of inPieces([...kin])) {
    const found = await db.selectFrom('items').select('content_key').where('key', 'in', piece).execute();
    keys.push(...found.map(({ content_key }) => content_key));
  }
  return keys;
}

async function decidedRows(db: Kysely<Tables>): Promise<readonly number[]> {
  const rows = await db.selectFrom('items').select('key').where('review', '<>', 'machine').execute();
  return rows.map(({ key }) => key);
}

/** How far an item stands from where an anchor's words stood, in a text that has changed since. */
async function movesOf(
  db: Kysely<Tables>,
  byRow: ReadonlyMap<number, readonly Ruling[]>,
): Promise<(row: number, anchor: Anchor) => number> {
  const places = new Map<number, { readonly start: number; readonly text: string }>();
  for (const piece of inPieces([...byRow.keys()])) {
    const rows = await db
      .selectFrom('items as i')
      .innerJoin('documents as d', 'd.key', 'i.document')
      .leftJoin('machine_items as o', 'o.item', 'i.key')
      .select(['i.key', 'i.start', 'd.text_hash', 'o.original'])
      .where('i.key', 'in', piece)
      .execute();
    for (const { key, start, text_hash, original } of rows) {
      const first = original === null ? start : (JSON.parse(original) as { start: number }).start;
      places.set(key, { start: first, text: text_hash });
    }
  }
  return (row, anchor) => {
    const place = places.get(row);
    return !place || place.text === anchor.text ? 0 : place.start - anchor.span[0];
  };
}
