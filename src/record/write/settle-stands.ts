// Finds anew where actors stand on subjects about which they took other positions.
import { type Kysely, sql } from 'kysely';
import { ALL_ITEMS, PARTS, UNDATED } from '../schema/list.ts';
import type { Tables } from '../schema/tables.ts';

/** More stands than these are found together with all others, by going through all positions once. */
const MANY = 1000;

const ACTS = sql`(a.parts & ${sql.lit(PARTS.acts)}) <> 0`;
const SUBJECT = sql`(s.parts & ${sql.lit(PARTS.subject)}) <> 0`;

/** Marks the stands that the listed positions among these items belong to. @param items a query for their keys */
export const markStands = (items: ReturnType<typeof sql>) => sql`
  INSERT INTO stale_stands SELECT DISTINCT s.list, a.list FROM listed a CROSS JOIN listed s
  WHERE a.item IN (${items}) AND a.kind = 'position' AND a.list > 0 AND ${ACTS} AND s.item = a.item AND s.list > 0 AND ${SUBJECT}
  ON CONFLICT DO NOTHING`;

export async function settleStands(db: Kysely<Tables>): Promise<void> {
  const { number } = await db
    .selectFrom('stale_stands')
    .select(({ fn }) => fn.countAll<number>().as('number'))
    .executeTakeFirstOrThrow();
  if (Number(number) === 0) return;
  const all = Number(number) > MANY;
  const from = all
    ? sql`listed l CROSS JOIN listed a CROSS JOIN listed s CROSS JOIN items i CROSS JOIN documents d
      WHERE l.list = ${sql.lit(ALL_ITEMS)} AND l.kind = 'position' AND a.item = l.item AND a.list > 0 AND s.item = l.item AND s.list > 0`
    : sql`stale_stands p CROSS JOIN listed a CROSS JOIN listed s CROSS JOIN items i CROSS JOIN documents d
      WHERE a.list = p.actor AND a.kind = 'position' AND s.list = p.subject AND s.kind = a.kind AND s.begins = a.begins
        AND s.ends = a.ends AND s.told = a.told AND s.item = a.item`;
  await (all
    ? sql`DELETE FROM stands`
    : sql`DELETE FROM stands WHERE (subject, actor) IN (SELECT subject, actor FROM stale_stands)`
  ).execute(db);
  await sql`
    INSERT INTO stands (subject, actor, positions, last, stance)
    SELECT subject, actor, positions, item, stance FROM (
      SELECT s.list AS subject, a.list AS actor, i.key AS item, i.type AS stance,
        count(*) OVER (PARTITION BY s.list, a.list) AS positions,
        row_number() OVER (PARTITION BY s.list, a.list ORDER BY a.begins = ${sql.lit(UNDATED)}, a.begins DESC, a.ends DESC,
          a.told DESC, d.public_id DESC, i.start DESC, i.n DESC, i.id DESC) AS place
      FROM ${from} AND ${ACTS} AND ${SUBJECT} AND i.key = a.item AND d.key = i.document
    ) AS taken WHERE place = 1`.execute(db);
  await db.deleteFrom('stale_stands').execute();
}
