// How warm or cold things are between two sides in each period: the mean of PLOVER's scores of what happened.
import type { Kysely } from 'kysely';
import type { TemperatureFilter } from '../../queries.ts';
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
  const links = await entityLinks(
    db,
    rows.flatMap(({ one, other }) => [one, other]),
  );
  const asked = pair && new Set(await keysOf(db, pair));
  const points = new Map<string, { pair: [EntityLink, EntityLink]; period: string; tally: Tally }>();
  let undated = 0;
  for (const row of rows) {
    const sides = [links.get(row.one), links.get(row.other)].flatMap((link) => link ?? []);
    const [first, second] = sides.toSorted((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
    if (!first || !second || (asked && !(asked.has(row.one) && asked.has(row.other)))) continue;
    if (row.period === null) {
      undated += row.events;
      continue;
    }
    const key = `${first.id} ${second.id} ${row.period}`;
    const point = points.get(key) ?? { pair: [first, second], period: row.period, tally: new Tally() };
    points.set(key, point);
    point.tally.add(row);
  }
  const leftOut = knownDay(filter.asOf) === null ? 0 : await undatedDocuments(db);
  return { rows: [...points.values()].map(pointOf).sort(byPair), undated, leftOut };
}

async function keysOf(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('entities')
    .where('id', 'in', [...ids])
    .select('entity')
    .execute();
  return rows.map(({ entity }) => entity);
}

const pointOf = ({ pair, period, tally }: { pair: [EntityLink, EntityLink]; period: string; tally: Tally }) => ({
  pair,
  period,
  ...tally.result(),
});

function byPair(a: TemperatureRow, b: TemperatureRow): number {
  const name = ({ pair: [one, other] }: TemperatureRow) => `${one.name}|${other.name}|${one.id}|${other.id}`;
  return compare(name(a), name(b)) || compare(a.period, b.period);
}
