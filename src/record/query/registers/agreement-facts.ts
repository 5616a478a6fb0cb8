// What is known of an agreement in short, for saying where it stands and what contradicts what: of thousands of
// developments only those that are shown are looked up with their words.
import type { Kysely } from 'kysely';
import type { DevelopmentKind } from '../../../model/items.ts';
import { addTo, groupBy } from '../../group-by.ts';
import type { RegisterFilter } from '../../queries.ts';
import { dayNumber, dayOf, UNDATED } from '../../schema/list.ts';
import type { EntityRow, ListedRow, Tables } from '../../schema/tables.ts';
import type { AnyView, AsOf, DevelopmentView, ObligationView, RecordDate } from '../../views.ts';
import { knownDay } from '../as-of.ts';
import { hydrateByKey } from '../hydrate.ts';
import { inPieces } from '../links.ts';
import { inShownOrderEach } from '../list-order.ts';
import { listing, listingBy, retoldBy } from '../listing.ts';

/** What happens to an agreement once: told with days that exclude one another, one telling errs. */
export const ONCE: readonly DevelopmentKind[] = ['signed', 'entered-into-force', 'adopted'];

/** A development or obligation without its words. */
export interface Fact {
  readonly key: number;
  readonly kind: 'development' | 'obligation';
  /** Null for an obligation. */
  readonly what: DevelopmentKind | null;
  readonly time: Pick<RecordDate, 'start' | 'end'>;
  /** Keys of those who did it, where that makes a difference: an accusation of violation, or what happens once. */
  readonly by: readonly number[];
}

const KINDS = ['development', 'obligation'] as const;

type Facts = ReadonlyMap<number, readonly Fact[]>;

/** Those of each agreement by date, by its key. */
export async function factsOf(
  db: Kysely<Tables>,
  filter: RegisterFilter,
  agreements: readonly EntityRow[],
): Promise<Facts> {
  const facts = new Map<number, readonly Fact[]>();
  for (const subjects of inPieces(agreements.map(({ key }) => key))) {
    for (const [agreement, own] of await factsAmong(db, filter, subjects)) facts.set(agreement, own);
  }
  return facts;
}

async function factsAmong(db: Kysely<Tables>, filter: RegisterFilter, subjects: readonly number[]): Promise<Facts> {
  const known = knownDay(filter.asOf);
  const items = { ...filter, kinds: KINDS };
  // As of a day of knowledge most say what they do now; those told more than once, what the tellings known by then say.
  const led = () => (known === null ? listing(db, items, { subjects }) : listingBy(db, items, known, { subjects }));
  const rows: Row[] = await (await led())
    .select(['l.list', 'l.item', 'l.kind', 'l.type', 'l.begins', 'l.ends', 'l.told'])
    .execute();
  const taking: Taking[] = await (await led())
    .where('l.type', 'in', [...ONCE, 'accused-of-violation'])
    .innerJoin('items as t', 't.entry', 'l.item')
    .innerJoin('roles as r', 'r.item', 't.key')
    .innerJoin('entities as e', 'e.key', 'r.entity')
    .where('r.role', '=', 'by')
    .select(['l.item', 'e.entity'])
    .distinct()
    .execute();
  const tellings = new Map<number, number[]>();
  if (known !== null) {
    const retold = await retoldBy(db, items, known, { subjects });
    for (const { item, entry } of await retold.select(['l.item', 'l.entry']).distinct().execute()) {
      addTo(tellings, entry, item);
    }
    const told = await retold.select(['l.list', 'l.entry']).distinct().execute();
    const views = await hydrateByKey(db, [...tellings.keys()], filter);
    rows.push(...told.flatMap(({ list, entry }) => rowOf(list, entry, views.get(entry))));
    const taken = retold
      .innerJoin('roles as r', 'r.item', 'l.item')
      .innerJoin('entities as e', 'e.key', 'r.entity')
      .where('r.role', '=', 'by')
      .select(['l.entry as item', 'e.entity'])
      .distinct();
    taking.push(...(await taken.execute()));
  }
  const doers = groupBy(taking, ({ item }) => item);
  const by = (item: number) => doers.get(item)?.map(({ entity }) => entity) ?? [];
  const lists = [...groupBy(rows, ({ list }) => list).values()];
  const ordered = await inShownOrderEach(db, lists, tellings);
  return new Map(ordered.map((own) => [own[0]?.list ?? 0, own.map((row) => factOf(row, by(row.item)))]));
}

/** Who did what an item tells. */
interface Taking {
  readonly item: number;
  readonly entity: number;
}

type Row = Pick<ListedRow, 'list' | 'item' | 'kind' | 'type' | 'begins' | 'ends' | 'told'>;

/** As a view has it. */
function rowOf(list: number, item: number, view: AnyView | undefined): readonly Row[] {
  if (!view) return [];
  const day = (date: string | null | undefined) => (date ? dayNumber(date) : UNDATED);
  const { kind, time } = view;
  const told = day(view.evidence[0]?.document.published.start);
  const type = kind === 'development' ? view.what : '';
  return [{ list, item, kind, type, begins: day(time.start), ends: day(time.end), told }];
}

function factOf({ item, kind, type, begins, ends }: Row, by: readonly number[]): Fact {
  const day = (number: number) => (number === UNDATED ? null : dayOf(number));
  return {
    key: item,
    kind: kind as Fact['kind'],
    what: kind === 'development' ? (type as DevelopmentKind) : null,
    time: { start: day(begins), end: day(ends) },
    by,
  };
}

/** With their words, by key. */
export async function viewsOf(
  db: Kysely<Tables>,
  facts: readonly Fact[],
  asOf: AsOf | undefined,
): Promise<ReadonlyMap<number, DevelopmentView | ObligationView>> {
  const keys = [...new Set(facts.map(({ key }) => key))];
  return (await hydrateByKey(db, keys, { asOf })) as ReadonlyMap<number, DevelopmentView | ObligationView>;
}
