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
  const rows = await dealings(db, pair ? { ...items, pair } : items, by);
  const asked = pair && new Set(await keysOf(db, pair));
  const links = await entityLinks(db, [
    ...new Set(rows.map(({ one }) => one)),
    ...new Set(rows.map(({ other }) => other)),
  ]);
  const pairs = new Map<number, Points>();
  let undated = 0;
  for (const row of rows) {
    if (asked && !(asked.has(row.one) && asked.has(row.other))) continue;
    if (row.period === null) {
      undated += row.events;
      continue;
    }
    const key = listOfPair(row.one, row.other);
    const points = pairs.get(key) ?? pointsOf(links.get(row.one), links.get(row.other));
    if (!points) continue;
    pairs.set(key, points);
    const tally = points.tallies.get(row.period) ?? new Tally();
    points.tallies.set(row.period, tally);
    tally.add(row);
  }
  const leftOut = knownDay(filter.asOf) === null ? 0 : await undatedDocuments(db);
  return { rows: [...pairs.values()].sort((a, b) => compare(a.name, b.name)).flatMap(rowsOf), undated, leftOut };
}

/** What two sides did in each period. */
interface Points {
  readonly pair: readonly [EntityLink, EntityLink];
  /** Orders pairs. */
  readonly name: string;
  readonly tallies: Map<string, Tally>;
}

function pointsOf(...sides: readonly (EntityLink | undefined)[]): Points | null {
  const [first, second] = sides
    .flatMap((link) => link ?? [])
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  if (!first || !second) return null;
  const name = `${first.name}|${second.name}|${first.id}|${second.id}`;
  return { pair: [first, second], name, tallies: new Map() };
}

const rowsOf = ({ pair, tallies }: Points): readonly TemperatureRow[] =>
  [...tallies].sort(([a], [b]) => compare(a, b)).map(([period, tally]) => ({ pair, period, ...tally.result() }));

async function keysOf(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('entities')
    .where('id', 'in', [...ids])
    .select('entity')
    .execute();
  return rows.map(({ entity }) => entity);
}
