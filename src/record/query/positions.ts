// Who stood where on one subject, year by year, and who changed: of thousands of positions only those that are quoted are
// looked up with their words.
import type { Kysely } from 'kysely';
import type { Stance } from '../../model/items.ts';
import { groupBy } from '../group-by.ts';
import type { Tables } from '../schema/tables.ts';
import type { AsOf, EntityLink, PositionMatrix, PositionShift, PositionView, RecordDate } from '../views.ts';
import { knownDay } from './as-of.ts';
import { findItems } from './filter.ts';
import { hydrateByKey } from './hydrate.ts';
import { entityLinks } from './links.ts';
import { inListOrder } from './list-order.ts';
import { listing } from './listing.ts';
import { shiftsIn } from './registers/stands.ts';

/** A position without its words. */
export interface Held {
  readonly key: number;
  readonly id: string;
  readonly actor: EntityLink;
  readonly stance: Stance;
  readonly time: RecordDate;
}

/** By date. */
export async function positionsOn(
  db: Kysely<Tables>,
  subject: { readonly key: number; readonly id: string },
  asOf: AsOf | undefined,
): Promise<readonly Held[]> {
  const filter = { kinds: ['position'] as const, ...(asOf && { asOf }) };
  if (knownDay(asOf) !== null) {
    const { keys } = await findItems(db, { ...filter, themselves: [subject.id] });
    const views = (await hydrateByKey(db, keys, { asOf })) as ReadonlyMap<number, PositionView>;
    return keys.flatMap((key) => {
      const view = views.get(key);
      return view && view.on.id === subject.id ? [{ key, ...view }] : [];
    });
  }
  const rows = await inListOrder((await listing(db, filter, { about: subject.key })).selectAll('l'))
    .select(['i.id', 'i.time_value', 'i.time_basis', 'i.time_start', 'i.time_end'])
    .execute();
  const taking = await (await listing(db, filter, { about: subject.key }))
    .innerJoin('roles as r', 'r.item', 'l.item')
    .where('r.role', '=', 'actor')
    .select(['l.item', 'r.entity'])
    .orderBy('r.n', 'desc')
    .execute();
  const actors = new Map(taking.map(({ item, entity }) => [item, entity]));
  const links = await entityLinks(db, [...new Set(actors.values())]);
  return rows.flatMap(({ item, id, type, time_value, time_basis, time_start, time_end }) => {
    const actor = links.get(actors.get(item) ?? -1);
    const time = { value: time_value, start: time_start, end: time_end, basis: time_basis };
    return actor ? [{ key: item, id, actor, stance: type as Stance, time }] : [];
  });
}

/** What of the positions on a subject is told with words. */
export interface ToldPositions {
  readonly matrix: PositionMatrix;
  readonly shifts: readonly PositionShift[];
  readonly totals: { readonly actors: number; readonly shifts: number };
}

/** Actors with most positions first. @param shown so many at most */
export async function toldPositions(
  db: Kysely<Tables>,
  on: EntityLink,
  held: readonly Held[],
  {
    asOf,
    shown,
  }: { readonly asOf: AsOf | undefined; readonly shown: { readonly actors: number; readonly shifts: number } },
): Promise<ToldPositions> {
  const byActor = [...groupBy(held, ({ actor }) => actor.id).values()];
  const most = byActor.toSorted((a, b) => b.length - a.length);
  const cells = most.slice(0, shown.actors).flatMap(cellsOf);
  const shifts = byActor.flatMap((own) => shiftsIn(own));
  const shownShifts = shifts.slice(0, shown.shifts);
  const quoted = [...cells.map(([first]) => first), ...shownShifts.flat()].map(({ key }) => key);
  const views = (await hydrateByKey(db, [...new Set(quoted)], { asOf })) as ReadonlyMap<number, PositionView>;
  return {
    matrix: {
      actors: most.slice(0, shown.actors).map(([{ actor }]) => actor),
      // Digits sort before letters: "undated" comes last.
      periods: [...new Set(cells.map(([first]) => periodOf(first)))].sort(),
      cells: cells.flatMap(([first, ...others]) => {
        const { id, actor, stance } = first;
        const words = views.get(first.key)?.evidence[0];
        if (!words) return [];
        const { quote, document } = words;
        const number = 1 + others.length;
        return [
          { actor: actor.id, period: periodOf(first), stance, position: id, quote, document: document.id, number },
        ];
      }),
    },
    shifts: shownShifts.flatMap(([one, other]) => {
      const [before, after] = [views.get(one.key), views.get(other.key)];
      return before && after ? [{ actor: one.actor, on, before, after }] : [];
    }),
    totals: { actors: byActor.length, shifts: shifts.length },
  };
}

const periodOf = ({ time }: Held): string => time.start?.slice(0, 4) ?? 'undated';

/** Positions of one actor, together where year and stance are the same. */
const cellsOf = (own: readonly Held[]) => [
  ...groupBy(own, (position) => `${periodOf(position)} ${position.stance}`).values(),
];
