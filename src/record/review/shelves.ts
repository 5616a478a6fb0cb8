// The queue in its order, walked in what is kept of each item: items that leave the same open stand on one shelf, by date.
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { addTo, groupBy } from '../group-by.ts';
import { inPieces } from '../query/links.ts';
import type { Tables } from '../schema/tables.ts';
import type { ItemKind } from '../views.ts';
import { scoreOf, type WrongShares } from './uncertainty.ts';

/** What of the queue is asked for. */
export interface Asked {
  readonly kinds: readonly ItemKind[];
  /** Of any rule where none is named. */
  readonly rules?: readonly string[] | undefined;
  /** Whether also what others decided about. */
  readonly decided: boolean;
  /** Keys of items to leave out. */
  readonly without: readonly number[];
  readonly order: 'uncertain' | 'date';
  readonly limit: number;
  readonly offset: number;
}

type Counted = Tables['doubt_counts'];

/** Few enough to be found by their rule and sorted; more are met soon on a walk through the shelf. */
const FEW = 2000;

/** Keys of the items of a page, and how many there are in all. */
export async function walkShelves(
  db: Kysely<Tables>,
  asked: Asked,
  wrong: WrongShares,
): Promise<{ readonly total: number; readonly keys: readonly number[] }> {
  const all = await countsOf(db, asked);
  const chosen = all.filter(({ rule, number }) => number > 0 && (asked.rules?.includes(rule) ?? true));
  const keys: number[] = [];
  let before = asked.offset;
  for (const batch of batchesOf(chosen, asked, wrong)) {
    const number = numberIn(batch);
    const missing = asked.limit - keys.length;
    if (missing <= 0) break;
    if (before < number) keys.push(...(await walk(db, asked, all, batch, { limit: missing, offset: before })));
    before = Math.max(0, before - number);
  }
  return { total: numberIn(chosen), keys };
}

/** Keys of the first items of which a condition on their rows (`q`) holds; most should, or the walk is a long one. */
export async function walkWhere(
  db: Kysely<Tables>,
  asked: Asked,
  wrong: WrongShares,
  which: RawBuilder<SqlBool>,
): Promise<readonly number[]> {
  const all = await countsOf(db, asked);
  const chosen = all.filter(({ rule }) => asked.rules?.includes(rule) ?? true);
  const keys: number[] = [];
  const end = asked.offset + asked.limit;
  for (const batch of batchesOf(chosen, asked, wrong)) {
    if (keys.length >= end) break;
    keys.push(...(await walk(db, asked, all, batch, { limit: end - keys.length, offset: 0 }, which)));
  }
  return keys.slice(asked.offset);
}

/** What stands on the shelves by uncertainty, what is equally uncertain together; or all together. */
function batchesOf(
  chosen: readonly Counted[],
  { order }: Pick<Asked, 'order'>,
  wrong: WrongShares,
): readonly (readonly Counted[])[] {
  const batches = groupBy(chosen, ({ doubt, rule }) => (order === 'date' ? 0 : scoreOf(doubt, rule, wrong)));
  return [...batches].sort(([a], [b]) => b - a).map(([, batch]) => batch);
}

const numberIn = (rows: readonly Counted[]): number => rows.reduce((sum, { number }) => sum + number, 0);

async function countsOf(db: Kysely<Tables>, { kinds, decided, without }: Asked): Promise<readonly Counted[]> {
  const rows = await db
    .selectFrom('doubt_counts')
    .selectAll()
    .where('kind', 'in', kinds)
    .$if(!decided, (query) => query.where('waits', '=', 1))
    .execute();
  if (without.length === 0) return rows;
  const left = new Map(rows.map((row) => [groupOf(row), Number(row.number)]));
  for (const piece of inPieces(without)) {
    const out = await db
      .selectFrom('doubts')
      .select(['waits', 'kind', 'doubt', 'rule'])
      .where('item', 'in', piece)
      .execute();
    for (const row of out) left.set(groupOf(row), (left.get(groupOf(row)) ?? 0) - 1);
  }
  return rows.map((row) => ({ ...row, number: left.get(groupOf(row)) ?? 0 }));
}

type Shelf = Pick<Counted, 'waits' | 'kind' | 'doubt'>;

const shelfOf = ({ waits, kind, doubt }: Shelf): string => `${waits} ${kind} ${doubt}`;
const groupOf = (row: Shelf & { readonly rule: string }): string => `${shelfOf(row)} ${row.rule}`;

/** By date, then id, undated ones last. @param all what stands on all shelves @param batch what is wanted of it */
async function walk(
  db: Kysely<Tables>,
  { without }: Asked,
  all: readonly Counted[],
  batch: readonly Counted[],
  { limit, offset }: Pick<Asked, 'limit' | 'offset'>,
  which?: RawBuilder<SqlBool>,
): Promise<readonly number[]> {
  const rulesOn = new Map<string, number>();
  for (const row of all) rulesOn.set(shelfOf(row), (rulesOn.get(shelfOf(row)) ?? 0) + 1);
  const shelves = new Map<string, Counted[]>();
  for (const row of batch) addTo(shelves, shelfOf(row), row);
  const walks = [...shelves].map(([shelf, rows]) => {
    const [{ waits, kind, doubt }] = rows as [Counted];
    let walked = db
      .selectFrom('doubts as q')
      .select(['q.begins', 'q.id', 'q.item'])
      .where('q.waits', '=', waits)
      .where('q.kind', '=', kind)
      .where('q.doubt', '=', doubt);
    if (which) walked = walked.where(which);
    for (const piece of inPieces(without)) walked = walked.where('q.item', 'not in', piece);
    if (rows.length === rulesOn.get(shelf)) return walked;
    // As an expression no index finds it, so that the shelf is walked in its order until the page is full.
    const rule = numberIn(rows) > FEW ? sql<string>`(q.rule || '')` : sql.ref<string>('q.rule');
    return walked.where(
      rule,
      'in',
      rows.map((row) => row.rule),
    );
  });
  const [first, ...others] = walks;
  if (!first) return [];
  const found = await others
    .reduce((together, one) => together.unionAll(one), first)
    .orderBy('begins')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return found.map(({ item }) => item);
}
