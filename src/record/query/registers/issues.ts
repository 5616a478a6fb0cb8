// What sides argue over: each issue with the latest stand of every side.
import { type Kysely, sql } from 'kysely';
import type { Stance } from '../../../model/items.ts';
import { groupBy } from '../../group-by.ts';
import type { RegisterFilter } from '../../queries.ts';
import type { Tables } from '../../schema/tables.ts';
import type { IssueView, Page, PositionView } from '../../views.ts';
import { knownDay } from '../as-of.ts';
import { matching } from '../conditions.ts';
import { hasName } from '../entities.ts';
import { hydrateByKey } from '../hydrate.ts';
import { entityLinks } from '../links.ts';
import { isListed, listing, listingBy, retoldBy } from '../listing.ts';
import { compare } from '../order.ts';
import { limitOf, UNLIMITED } from '../page.ts';
import { isWhole } from '../subjects.ts';
import { deedsAgainst, standKey } from './later-deeds.ts';
import { SIDE } from './stands.ts';

/**
 * Issues on which most sides stand against one another first, then those on which most stands are taken; a side that is not for it
 * weighs as much as two more stands, since what all are for is argued over least.
 */
export async function listIssues(db: Kysely<Tables>, filter: RegisterFilter): Promise<Page<IssueView>> {
  const { limit, offset = 0, shown = UNLIMITED } = filter;
  const { total, issues } = isWhole(filter) ? await countedIssues(db, filter) : await chosenIssues(db, filter);
  const links = await entityLinks(
    db,
    issues.map(({ subject }) => subject),
  );
  const lasts = issues.flatMap(({ sides }) => sides.slice(0, shown));
  const views = await hydrateByKey(db, [...new Set(lasts.map(({ last }) => last))], filter);
  const deeds = await deedsAgainst(
    db,
    filter,
    issues.flatMap(({ subject, sides }) =>
      sides.slice(0, shown).flatMap(({ actor, last }) => {
        const position = views.get(last);
        return position?.kind === 'position'
          ? [{ actor, subject, stance: position.stance, end: position.time.end }]
          : [];
      }),
    ),
  );
  const actors = await entityLinks(
    db,
    lasts.map(({ actor }) => actor),
  );
  return {
    total,
    offset,
    limit: limit ?? -1,
    items: issues.flatMap(({ subject, positions, contest, sides }): IssueView[] => {
      const issue = links.get(subject);
      const held = sides.slice(0, shown).flatMap(({ actor: key, last }) => {
        const [actor, position] = [actors.get(key), views.get(last) as PositionView | undefined];
        const deed = deeds.get(standKey({ actor: key, subject })) ?? null;
        return actor && position ? [{ actor, stance: position.stance, position, deed }] : [];
      });
      return issue ? [{ issue, positions, contest, sides: held, total: sides.length }] : [];
    }),
  };
}

const KINDS = ['position'] as const;

/** An issue by keys, before its words are looked up. */
interface Issue {
  readonly subject: number;
  readonly positions: number;
  readonly contest: number;
  /** Those with most positions first. */
  readonly sides: readonly Side[];
}

interface Side {
  readonly actor: number;
  /** The item with the latest position. */
  readonly last: number;
}

interface Issues {
  readonly total: number;
  /** Those of the page. */
  readonly issues: readonly Issue[];
}

/** From the stands that are kept. */
async function countedIssues(db: Kysely<Tables>, { name, limit, offset = 0 }: RegisterFilter): Promise<Issues> {
  const on = (side: string) => {
    const stances = (Object.keys(SIDE) as Stance[]).filter((stance) => SIDE[stance] === side);
    return sql`count(*) FILTER (WHERE st.stance IN (${sql.join(stances)}))`;
  };
  const weight = sql`sum(st.positions) + 2 * (${on('against')} + ${on('if')})`;
  const { rows } = await sql<{ subject: number; positions: number; contest: number; total: number }>`
    SELECT st.subject, sum(st.positions) AS positions, ${on('for')} * ${on('against')} AS contest, count(*) OVER () AS total
    FROM stands st JOIN entities e ON e.key = st.subject ${name === undefined ? sql`` : sql`WHERE ${hasName(name)}`}
    GROUP BY st.subject, e.id ORDER BY contest DESC, ${weight} DESC, e.id LIMIT ${limitOf(limit)} OFFSET ${offset}`.execute(
    db,
  );
  if (rows.length === 0 && offset > 0) {
    const first = await countedIssues(db, { ...(name === undefined ? {} : { name }), limit: 1 });
    return { total: first.total, issues: [] };
  }
  const subjects = rows.map(({ subject }) => subject);
  const sides =
    subjects.length === 0
      ? []
      : await db
          .selectFrom('stands as st')
          .innerJoin('entities as e', 'e.key', 'st.actor')
          .where('st.subject', 'in', subjects)
          .select(['st.subject', 'st.actor', 'st.last'])
          .orderBy('st.positions', 'desc')
          .orderBy('e.name')
          .orderBy('e.id')
          .execute();
  const bySubject = groupBy(sides, ({ subject }) => subject);
  return {
    total: Number(rows[0]?.total ?? 0),
    issues: rows.map(({ subject, positions, contest }) => ({
      subject,
      positions: Number(positions),
      contest: Number(contest),
      sides: bySubject.get(subject) ?? [],
    })),
  };
}

interface Stand extends Side {
  readonly subject: number;
  readonly stance: Stance;
  readonly positions: number;
}

/** From the positions that fit. */
async function chosenIssues(db: Kysely<Tables>, filter: RegisterFilter): Promise<Issues> {
  const { limit, offset = 0 } = filter;
  const { rows } = await sql<Stand & { id: string }>`
    SELECT subject, actor, item AS last, stance, positions, id FROM (
      SELECT e.key AS subject, he.key AS actor, he.name, he.id AS actor_id, e.id, i.entry AS item, i.type AS stance,
        count(*) OVER (PARTITION BY e.key, he.key) AS positions,
        row_number() OVER (PARTITION BY e.key, he.key ORDER BY i.time_start IS NULL, i.time_start DESC, i.time_end DESC,
          d.published_start DESC, d.public_id DESC, i.start DESC, i.n DESC, i.id DESC) AS place
      FROM (${await leading(db, filter)}) AS c
        JOIN items i ON i.key = c.key JOIN documents d ON d.key = i.document
        JOIN roles o ON o.item = i.key AND o.role = 'on' JOIN entities oe ON oe.key = o.entity JOIN entities e ON e.key = oe.entity
        JOIN roles h ON h.item = i.key AND h.role = 'actor' JOIN entities hn ON hn.key = h.entity JOIN entities he ON he.key = hn.entity
      ${filter.name === undefined ? sql`` : sql`WHERE ${hasName(filter.name)}`}
    ) AS taken WHERE place = 1 ORDER BY positions DESC, name, actor_id`.execute(db);
  const bySubject = groupBy(rows, ({ subject }) => subject);
  const number = (sides: readonly Stand[], side: string) => sides.filter(({ stance }) => SIDE[stance] === side).length;
  const issues = [...bySubject]
    .map(([subject, sides]) => {
      const positions = sides.reduce((sum, { positions }) => sum + Number(positions), 0);
      const contest = number(sides, 'for') * number(sides, 'against');
      const weight = positions + 2 * (number(sides, 'against') + number(sides, 'if'));
      return { subject, id: sides[0]?.id ?? '', positions, contest, weight, sides };
    })
    .sort((a, b) => b.contest - a.contest || b.weight - a.weight || compare(a.id, b.id));
  return { total: issues.length, issues: issues.slice(offset, offset + limitOf(limit)) };
}

/** One telling of each item that fits: the one that leads, or stands for it as of a day of knowledge. */
async function leading(db: Kysely<Tables>, filter: RegisterFilter) {
  const asked = { ...filter, kinds: KINDS };
  const known = knownDay(filter.asOf);
  const columns = ['l.item as entry', 'l.item as key'] as const;
  if (known === null) return (await listing(db, asked)).select(columns);
  const alone = (await listingBy(db, asked, known)).select(columns);
  const several = isListed(asked)
    ? (await retoldBy(db, asked, known)).select('l.entry')
    : matching(db, asked).select('i.entry');
  const entries = (await several.distinct().execute()).map(({ entry }) => entry);
  if (entries.length === 0) return alone;
  const ids = [...(await hydrateByKey(db, entries, filter)).values()].map(({ id }) => id);
  const leads = db.selectFrom('items').where('entry', 'in', entries).where('id', 'in', ids).select(['entry', 'key']);
  return isListed(asked) ? alone.unionAll(leads) : leads;
}
