// What an item rests on and what rests on it, for a person who decides about either.
import type { Kysely } from 'kysely';
import { groupBy } from '../group-by.ts';
import { hydrateByKey } from '../query/hydrate.ts';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';
import type { AnyView, Ground, ReviewEntry, ReviewHistory } from '../views.ts';
import { groundsAround } from './grounds.ts';
import { holding } from './holding.ts';
import { entriesAbout } from './journal.ts';
import { shakenAmong } from './shaken.ts';

/** @param tellings keys of all tellings of an item */
export async function kinOf(
  db: Kysely<Tables>,
  tellings: readonly number[],
): Promise<Pick<ReviewHistory, 'grounds' | 'taken' | 'shaken'>> {
  const own = new Set(tellings);
  const around = await groundsAround(db, tellings);
  const grounds: Ground[] = [];
  const below = tellings.flatMap((key) => around.get(key) ?? []);
  for (const { item, rows } of await itemsOf(db, below)) grounds.push({ item, entry: await lastAbout(db, rows) });
  const above = [...around].flatMap(([key, on]) => (on.some((ground) => own.has(ground)) ? [key] : []));
  const shaken = await shakenAmong(db, [...tellings, ...above]);
  const taken = (await itemsOf(db, above)).map(({ item, rows }) => ({
    item,
    shaken: rows.some(({ key }) => shaken.has(key)),
  }));
  return { grounds, taken, shaken: tellings.some((key) => shaken.has(key)) };
}

const VERDICTS: ReadonlySet<ReviewEntry['what']> = new Set(['accepted', 'corrected', 'rejected']);

async function lastAbout(db: Kysely<Tables>, rows: readonly Row[]): Promise<ReviewEntry | null> {
  const subjects = rows.map(({ content_key }) => content_key);
  return holding(await entriesAbout(db, subjects)).findLast(({ what }) => VERDICTS.has(what)) ?? null;
}

type Row = Pick<Tables['items'], 'key' | 'entry' | 'content_key'>;

/** The record items that rows are part of, each once, in the order of their words. */
async function itemsOf(
  db: Kysely<Tables>,
  keys: readonly number[],
): Promise<readonly { readonly item: AnyView; readonly rows: readonly Row[] }[]> {
  const found: Row[] = [];
  for (const piece of inPieces([...new Set(keys)])) {
    const rows = db.selectFrom('items').select(['key', 'entry', 'content_key']).where('key', 'in', piece);
    found.push(...(await rows.orderBy('start').orderBy('key').execute()));
  }
  const views = await hydrateByKey(
    db,
    found.map(({ entry }) => entry),
  );
  return [...groupBy(found, ({ entry }) => entry)].flatMap(([entry, rows]) => {
    const item = views.get(entry);
    return item ? [{ item, rows }] : [];
  });
}
