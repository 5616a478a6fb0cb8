// How warm or cold things were in each period between all pairs together, or between one side and all others.
import type { Kysely } from 'kysely';
import type { OverallFilter } from '../../queries.ts';
import type { Tables } from '../../schema/tables.ts';
import type { OverallTemperature } from '../../views.ts';
import { knownDay, undatedDocuments } from '../as-of.ts';
import { compare } from '../order.ts';
import { dealingsInAll, Tally } from './dealings.ts';

/** As `temperature` tells of each pair, added up. */
export async function overallTemperature(db: Kysely<Tables>, filter: OverallFilter): Promise<OverallTemperature> {
  const { entity, by = 'month', ...items } = filter;
  const side = entity === undefined ? null : await keyOf(db, entity);
  const tallies = new Map<string, Tally>();
  let undated = 0;
  for (const row of await dealingsInAll(db, items, by, side)) {
    if (row.period === null) {
      undated += row.events;
      continue;
    }
    const tally = tallies.get(row.period) ?? new Tally();
    tallies.set(row.period, tally);
    tally.add(row);
  }
  return {
    points: [...tallies].sort(([a], [b]) => compare(a, b)).map(([period, tally]) => ({ period, ...tally.result() })),
    undated,
    leftOut: knownDay(filter.asOf) === null ? 0 : await undatedDocuments(db),
  };
}

/** Key of no entity where there is none of this id: nobody deals with it. */
async function keyOf(db: Kysely<Tables>, id: string): Promise<number> {
  const row = await db.selectFrom('entities').where('id', '=', id).select('entity').executeTakeFirst();
  return row?.entity ?? -1;
}
