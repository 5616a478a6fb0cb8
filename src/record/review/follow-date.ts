// Moves what is dated by its document along with the document's date.
import type { Kysely } from 'kysely';
import { daysOf } from '../dates.ts';
import type { ItemRow, Tables } from '../schema/tables.ts';
import type { ItemKind } from '../views.ts';
import { blockOf } from '../write/blocks.ts';
import { type ItemState, originalsOf } from './originals.ts';
import { mark } from './stale.ts';

/** Kinds that hold for the day their document was published. */
const DATED_BY_DOCUMENT: ReadonlySet<ItemKind> = new Set(['statement', 'obligation', 'activity', 'position']);

/**
 * @param published the document's new date
 * Days that its text names, such as "yesterday", stay as they were counted: only a new reading counts them anew.
 */
export async function followDate(db: Kysely<Tables>, document: number, published: string | null): Promise<void> {
  const rows = await db.selectFrom('items').selectAll().where('document', '=', document).execute();
  const originals = await originalsOf(db, rows);
  const blocks = new Set<string>();
  const tellings = new Set<number>();
  const touch = ({ key, block }: Touched) => {
    if (block !== null) {
      blocks.add(block);
      tellings.add(key);
    }
  };
  for (const row of rows) {
    // Which of those that tell an event is the earliest may be another one now.
    touch(row);
    const original = originals.get(row.key);
    const isOwn = !original || isSameTime(row, original);
    if (original && follows(row.kind, original)) {
      const moved = { ...original, ...timeOf(row.kind, original.type, published) };
      await db
        .updateTable('machine_items')
        .set({ original: JSON.stringify(moved) })
        .where('item', '=', row.key)
        .execute();
    }
    if (!isOwn || !follows(row.kind, row)) continue;
    const time = timeOf(row.kind, row.type, published);
    const after = row.review === 'rejected' ? { ...time, block: null } : time;
    await db.updateTable('items').set(after).where('key', '=', row.key).execute();
    touch({ ...row, ...after });
  }
  await mark(db, 'stale_blocks', blocks);
  await mark(db, 'stale_tellings', tellings);
}

type Touched = Pick<ItemRow, 'key' | 'block'>;

/** Dated by the document, or without a date because the document had none. */
const follows = (kind: ItemKind, { time_basis }: Pick<ItemState, 'time_basis'>): boolean =>
  time_basis === 'published' || (time_basis === 'unknown' && DATED_BY_DOCUMENT.has(kind));

const isSameTime = (a: Pick<ItemState, 'time_value' | 'time_basis'>, b: Pick<ItemState, 'time_value' | 'time_basis'>) =>
  a.time_value === b.time_value && a.time_basis === b.time_basis;

function timeOf(
  kind: ItemKind,
  type: string | null,
  published: string | null,
): Pick<ItemRow, 'time_value' | 'time_basis' | 'time_start' | 'time_end' | 'block'> {
  const days = daysOf(published);
  return {
    time_value: published,
    time_basis: published === null ? 'unknown' : 'published',
    time_start: days?.start ?? null,
    time_end: days?.end ?? null,
    block: blockOf(kind, type, days?.start ?? null),
  };
}
