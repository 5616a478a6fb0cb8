// What people decided about items, from the append-only journal keyed by an item's words.
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Tables } from './schema/tables.ts';
import type { ReviewEntry, ReviewState } from './views.ts';

const STATES: ReadonlySet<string> = new Set<ReviewState>(['accepted', 'corrected', 'rejected', 'added']);

/** The state of each item that has a row in the journal, by content key: its last decision counts. */
export async function reviewStates(
  db: Kysely<Tables>,
  contentKeys: readonly string[],
): Promise<ReadonlyMap<string, ReviewState>> {
  const rows = await db
    .selectFrom('reviews')
    .select(['content_key', 'what'])
    .where('content_key', 'in', [...contentKeys])
    .orderBy('key')
    .execute();
  return new Map(
    rows.map(({ content_key, what }) => [content_key, STATES.has(what) ? (what as ReviewState) : 'machine']),
  );
}

/** The whole journal, oldest first. */
export async function readJournal(db: Kysely<Tables>): Promise<readonly ReviewEntry[]> {
  const rows = await db.selectFrom('reviews').selectAll().orderBy('key').execute();
  return rows.map(({ content_key, who, when, what, change }) => ({
    item: content_key,
    who,
    when,
    what,
    change: JSON.parse(change) as unknown,
  }));
}

/** Whether an item (`i`) is in one of these states by the last decision on any of its tellings. */
export function entriesReviewed(
  db: Kysely<Tables>,
  eb: ExpressionBuilder<Tables & { i: Tables['items'] }, 'i'>,
  states: readonly ReviewState[],
) {
  const decided = (wanted: readonly string[]) =>
    db
      .selectFrom('reviews as r')
      .innerJoin('items as m', 'm.content_key', 'r.content_key')
      .where(
        'r.key',
        'in',
        db
          .selectFrom('reviews')
          .groupBy('content_key')
          .select(({ fn }) => fn.max('key').as('key')),
      )
      .where('r.what', 'in', [...wanted])
      .select('m.entry');
  const inState = eb('i.entry', 'in', decided(states));
  return states.includes('machine') ? eb.or([inState, eb('i.entry', 'not in', decided([...STATES]))]) : inState;
}
