// Items that wait for a decision, those first for which a look is most likely to be worth the time.

import { type Kysely, sql } from 'kysely';
import { ITEM_KINDS } from '../../model/items.ts';
import { matching } from '../query/conditions.ts';
import { hydrateByKey } from '../query/hydrate.ts';
import { inPieces } from '../query/links.ts';
import { limitOf } from '../query/page.ts';
import type { Tables } from '../schema/tables.ts';
import type { Page, QueueEntry, ReviewEntry, ReviewState } from '../views.ts';
import { resolve } from './anchors.ts';
import { soughtOf } from './apply-items.ts';
import { datedPage } from './dated-queue.ts';
import { holding } from './holding.ts';
import type { QueueFilter } from './reviewing.ts';
import { shakenAmong } from './shaken.ts';
import { type Asked, walkShelves } from './shelves.ts';
import { sortedPage } from './sorted-page.ts';
import { standingJournal } from './standing.ts';
import { REVIEW_STATES } from './states.ts';
import { uncertaintyOf, type WrongShares, wrongShares } from './uncertainty.ts';

export async function queue(db: Kysely<Tables>, filter: QueueFilter): Promise<Page<QueueEntry>> {
  const { reviewer, order = 'uncertain', limit, offset = 0, kinds = ITEM_KINDS, rules, ...narrowing } = filter;
  const journal = await standingJournal(db);
  const wrong = wrongShares(journal);
  // Whoever gives a second opinion is asked about what others decided, too.
  const decided = reviewer !== undefined;
  const without = decided ? await decidedBy(db, journal, reviewer) : [];
  const asked: Asked = { kinds, rules, decided, without, order, limit: limitOf(limit), offset };
  const { asOf, ...others } = narrowing;
  const isNarrow = Object.values(others).some((value) => value !== undefined);
  const page = () => {
    // What was rejected stands in no list, and whoever gives a second opinion is asked about it.
    if (isNarrow || (asOf && decided)) return lookedUp(db, filter, asked, wrong);
    return asOf ? datedPage(db, asked, asOf, wrong) : walkShelves(db, asked, wrong);
  };
  const { total, keys } = await page();
  const views = await hydrateByKey(db, keys);
  const shaken = await shakenAmong(db, keys);
  return {
    total,
    offset,
    limit: limit ?? -1,
    items: keys.flatMap((key) => {
      const item = views.get(key);
      return item ? [{ item, ...uncertaintyOf(item, wrong, shaken.has(key)) }] : [];
    }),
  };
}

/** What fits anything more than kinds and rules is sought among the items themselves. */
async function lookedUp(
  db: Kysely<Tables>,
  { reviewer: _reviewer, order: _order, ...filter }: QueueFilter,
  asked: Asked,
  wrong: WrongShares,
): Promise<{ readonly total: number; readonly keys: readonly number[] }> {
  const { kinds, decided, without } = asked;
  const reviews: readonly ReviewState[] = decided ? REVIEW_STATES : ['machine'];
  let waiting = matching(db, { ...filter, kinds, reviews }).where(sql<boolean>`i.entry = i.key`);
  for (const piece of inPieces(without)) waiting = waiting.where('i.entry', 'not in', piece);
  const { total } = await waiting.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { total: Number(total), keys: await sortedPage(db, sql`${waiting.select('i.key')}`, asked, wrong) };
}

/** Entries that a person has decided about. */
async function decidedBy(
  db: Kysely<Tables>,
  journal: readonly ReviewEntry[],
  reviewer: string,
): Promise<readonly number[]> {
  const own = holding(journal).filter(({ who, what }) => who === reviewer && what !== 'noted');
  const found = await resolve(
    db,
    own.flatMap((entry) => entry.items.map((anchor) => soughtOf({ entry, anchor }))),
  );
  const rows = [...found.values()].flatMap((there) => ('rows' in there ? there.rows : []));
  const entries = new Set<number>();
  for (const piece of inPieces(rows)) {
    for (const { entry } of await db.selectFrom('items').select('entry').where('key', 'in', piece).execute()) {
      entries.add(entry);
    }
  }
  return [...entries];
}
