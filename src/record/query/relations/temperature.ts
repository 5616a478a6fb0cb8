// How warm or cold things are between two sides in each period: the mean of PLOVER's scores of what happened.
import type { Kysely } from 'kysely';
import type { TemperatureFilter } from '../../queries.ts';
import { listOfPair } from '../../schema/list.ts';
import type { Tables } from '../../schema/tables.ts';
import type { EntityLink, TemperatureRow, TemperatureView } from '../../views.ts';
import { knownDay, undatedDocuments } from '../as-of.ts';
import { entityLinks } from '../links.ts';
import { compare } from '../order.ts';
import { dealings, Tally } from './dealings.ts';

/**
 * The events behind a point are `events({ pair, from: period, to: period, modalities: ['actual'] })`. An event whose
 * date is wider than a period stands in none.
 */
export async function temperature(db: Kysely<Tables>, filter: TemperatureFilter): Promise<TemperatureView> {
  const { pair, by = 'month', ...items } = filter;
  const asked = pair && new Set(await keysOf(db, pair));
  const pairs = new Map<number, Points>();
  let undated = 0;
  for (const row of await dealings(db, pair ? { ...items, pair } : items, by)) {
    if (asked && !(asked.has(row.one) && asked.has(row.other))) continue;
    if (row.period === null) {
      undated += row.events;
      continue;
    }
    const key = listOfPair(row.one, row.other);
    const points = pairs.get(key) ?? { sides: [row.one, row.other], tallies: new Map() };
    pairs.set(key, points);
    const tally = points.tallies.get(row.period) ?? new Tally();
    points.tallies.set(row.period, tally);
    tally.add(row);
  }
  const leftOut = knownDay(filter.asOf) === null ? 0 : await undatedDocuments(db);
  const ordered = [...(await named(db, [...pairs.values()]))].sort((a, b) => compare(a.name, b.name));
  return { rows: ordered.flatMap(rowsOf), undated, leftOut };
}

/** What two sides did in each period. */
interface Points {
  readonly sides: readonly [number, number];
  readonly tallies: Map<string, Tally>;
}

/** The points of two sides by their names. */
interface Named extends Points {
  readonly pair: readonly [EntityLink, EntityLink];
  /** Orders pairs. */
  readonly name: string;
}

async function named(db: Kysely<Tables>, pairs: readonly Points[]): Promise<readonly Named[]> {
  const links = await entityLinks(
    db,
    pairs.flatMap(({ sides }) => sides),
  );
  return pairs.flatMap((points): Named[] => {
    const [first, second] = points.sides
      .flatMap((side) => links.get(side) ?? [])
      .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
    if (!first || !second) return [];
    return [{ ...points, pair: [first, second], name: `${first.name}|${second.name}|${first.id}|${second.id}` }];
  });
}

const rowsOf = ({ pair, tallies }: Named): readonly TemperatureRow[] =>
  [...tallies].sort(([a], [b]) => compare(a, b)).map(([period, tally]) => ({ pair, period, ...tally.result() }));

async function keysOf(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('entities')
    .where('id', 'in', [...ids])
    .select('entity')
    .execute();
  return rows.map(({ entity }) => entity);
}
