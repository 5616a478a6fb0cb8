// What is known of an agreement in short, for saying where it stands and what contradicts what: of thousands of
// developments only those that are shown are looked up with their words.
import type { Kysely } from 'kysely';
import type { DevelopmentKind } from '../../../model/items.ts';
import { addTo } from '../../group-by.ts';
import type { RegisterFilter } from '../../queries.ts';
import { dayOf, UNDATED } from '../../schema/list.ts';
import type { EntityRow, Tables } from '../../schema/tables.ts';
import type { AsOf, DevelopmentView, ObligationView, RecordDate } from '../../views.ts';
import { knownDay } from '../as-of.ts';
import { hydrate, hydrateByKey } from '../hydrate.ts';
import { inShownOrder } from '../list-order.ts';
import { listing } from '../listing.ts';
import { byDate } from '../order.ts';
import { itemsOfSubjects } from '../subjects.ts';

/** What happens to an agreement once: told with days that exclude one another, one telling errs. */
export const ONCE: readonly DevelopmentKind[] = ['signed', 'entered-into-force', 'adopted'];

/** A development or obligation without its words. */
export interface Fact {
  readonly key: number;
  readonly kind: 'development' | 'obligation';
  /** Null for an obligation. */
  readonly what: DevelopmentKind | null;
  readonly time: Pick<RecordDate, 'start' | 'end'>;
  /** Who did it, where that makes a difference: an accusation of violation, or what happens once. */
  readonly by: readonly (string | number)[];
  /** Where it was looked up already. */
  readonly view?: DevelopmentView | ObligationView;
}

const REGISTER = { kinds: ['development', 'obligation'], role: 'agreement' } as const;

/** By date. */
export async function factsOf(
  db: Kysely<Tables>,
  filter: RegisterFilter,
  agreement: EntityRow,
): Promise<readonly Fact[]> {
  if (knownDay(filter.asOf) !== null) return knownFacts(db, filter, agreement);
  const items = { ...filter, kinds: REGISTER.kinds };
  const rows = await (await listing(db, items, { about: agreement.key })).selectAll('l').execute();
  const doers = await doersIn(await listing(db, items, { about: agreement.key }));
  const day = (number: number) => (number === UNDATED ? null : dayOf(number));
  return (await inShownOrder(db, rows)).map((row) => ({
    key: row.item,
    kind: row.kind as Fact['kind'],
    what: row.kind === 'development' ? (row.type as DevelopmentKind) : null,
    time: { start: day(row.begins), end: day(row.ends) },
    by: doers.get(row.item) ?? [],
  }));
}

/** Keys of those who did what happens once or is an accusation, by item. */
async function doersIn(rows: Awaited<ReturnType<typeof listing>>): Promise<ReadonlyMap<number, readonly number[]>> {
  const found = await rows
    .where('l.type', 'in', [...ONCE, 'accused-of-violation'])
    .innerJoin('items as t', 't.entry', 'l.item')
    .innerJoin('roles as r', 'r.item', 't.key')
    .innerJoin('entities as e', 'e.key', 'r.entity')
    .where('r.role', '=', 'by')
    .select(['l.item', 'e.entity'])
    .execute();
  const doers = new Map<number, number[]>();
  for (const { item, entity } of found) addTo(doers, item, entity);
  return doers;
}

/** As of a day of knowledge an item is what the tellings known by then say. */
async function knownFacts(db: Kysely<Tables>, filter: RegisterFilter, agreement: EntityRow): Promise<readonly Fact[]> {
  const keys = (await itemsOfSubjects(db, filter, REGISTER, [agreement])).get(agreement.key) ?? [];
  const views = (await hydrate(db, keys, filter)) as readonly (DevelopmentView | ObligationView)[];
  return views.toSorted(byDate).map((view, key) => {
    const { kind, time } = view;
    const [what, by] = view.kind === 'development' ? [view.what, view.by.map((link) => link.id)] : [null, []];
    return { key, kind, what, time, by, view };
  });
}

/** With their words, by key. */
export async function viewsOf(
  db: Kysely<Tables>,
  facts: readonly Fact[],
  asOf: AsOf | undefined,
): Promise<ReadonlyMap<number, DevelopmentView | ObligationView>> {
  const views = new Map(facts.flatMap(({ key, view }) => (view ? [[key, view] as const] : [])));
  const missing = [...new Set(facts.flatMap(({ key, view }) => (view ? [] : [key])))];
  for (const [key, view] of await hydrateByKey(db, missing, { asOf })) {
    views.set(key, view as DevelopmentView | ObligationView);
  }
  return views;
}
