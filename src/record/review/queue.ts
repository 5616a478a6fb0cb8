// Items that wait for a decision, those first for which a look is most likely to be worth the time.

import { type Kysely, sql } from 'kysely';
import { ITEM_KINDS } from '../../model/items.ts';
import { daysOf } from '../dates.ts';
import { matching } from '../query/conditions.ts';
import { hydrate } from '../query/hydrate.ts';
import { inPieces } from '../query/links.ts';
import { limitOf } from '../query/page.ts';
import type { Tables } from '../schema/tables.ts';
import type { AnyView, Page, QueueEntry, ReviewEntry, ReviewState } from '../views.ts';
import { resolve } from './anchors.ts';
import { soughtOf } from './apply-items.ts';
import { holding } from './holding.ts';
import { readJournal } from './journal.ts';
import { rulesIn } from './reviewers.ts';
import type { QueueFilter } from './reviewing.ts';
import { REVIEW_STATES } from './states.ts';

/** What makes an item uncertain, each with how much it adds; the sum is 1 at most. */
const WEIGHTS = { who: 0.3, whom: 0.15, when: 0.2, modality: 0.15, rule: 0.2 } as const;

/** Types of which a text nearly always says to whom. */
const TOWARDS = ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SANCTION', 'AID', 'COERCE', 'ASSAULT', 'SUPPORT'];

/** A rule nobody decided about is taken to be wrong as often as not, and moves from there as decisions come in. */
const PRIOR = { wrong: 1, decided: 2 };

export async function queue(db: Kysely<Tables>, filter: QueueFilter): Promise<Page<QueueEntry>> {
  const { reviewer, order = 'uncertain', limit, offset = 0, ...rest } = filter;
  const journal = await readJournal(db);
  const wrong = wrongShares(journal);
  // Whoever gives a second opinion is asked about what others decided, too.
  const reviews: readonly ReviewState[] = reviewer === undefined ? ['machine'] : REVIEW_STATES;
  const done = reviewer === undefined ? [] : await decidedBy(db, journal, reviewer);
  let waiting = matching(db, { ...rest, kinds: filter.kinds ?? ITEM_KINDS, reviews }).where(
    sql<boolean>`i.entry = i.key`,
  );
  for (const piece of inPieces(done)) waiting = waiting.where('i.entry', 'not in', piece);
  const { total } = await waiting.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await waiting
    .select('i.key')
    .$if(order === 'uncertain', (query) => query.orderBy(uncertainty(wrong), 'desc'))
    .orderBy((eb) => eb('i.time_start', 'is', null))
    .orderBy('i.time_start')
    .orderBy('i.id')
    .limit(limitOf(limit ?? -1))
    .offset(offset)
    .execute();
  const keys = rows.map(({ key }) => key);
  const views = await hydrate(db, keys);
  return {
    total: Number(total),
    offset,
    limit: limit ?? -1,
    items: views.map((item) => ({ item, ...uncertaintyOf(item, wrong) })),
  };
}

type WrongShares = ReadonlyMap<string, { readonly share: number; readonly wrong: number; readonly decided: number }>;

/** How often items of each rule turned out wrong, drawn towards one half where few were decided. */
function wrongShares(journal: readonly ReviewEntry[]): WrongShares {
  return new Map(
    rulesIn(journal).map(({ rule, accepted, corrected, rejected }) => {
      const wrong = corrected + rejected;
      const decided = accepted + wrong;
      return [rule, { share: (wrong + PRIOR.wrong) / (decided + PRIOR.decided), wrong, decided }] as const;
    }),
  );
}

/** `uncertaintyOf` in SQL. */
function uncertainty(wrong: WrongShares) {
  const has = (...roles: string[]) =>
    sql`EXISTS (SELECT 1 FROM roles r WHERE r.item = i.key AND r.role IN (${sql.join(roles)}))`;
  const acting = has('actor', 'speaker', 'party', 'by');
  const towards = sql`i.kind = 'event' AND i.type IN (${sql.join(TOWARDS)})`;
  const rules = [...wrong].map(([rule, { share }]) => sql`WHEN i.rule = ${rule} THEN ${sql.lit(share)}`);
  const byRule = rules.length === 0 ? sql`0.5` : sql`CASE ${sql.join(rules, sql` `)} ELSE 0.5 END`;
  return sql`(CASE WHEN i.kind = 'obligation' OR ${acting} THEN 0 ELSE ${sql.lit(WEIGHTS.who)} END
    + CASE WHEN ${towards} AND NOT ${has('recipient')} THEN ${sql.lit(WEIGHTS.whom)} ELSE 0 END
    + CASE WHEN i.time_start IS NULL THEN ${sql.lit(WEIGHTS.when)} ELSE 0 END
    + CASE WHEN i.kind = 'event' AND i.state <> 'actual' THEN ${sql.lit(WEIGHTS.modality)} ELSE 0 END
    + ${sql.lit(WEIGHTS.rule)} * ${byRule})`;
}

/**
 * How uncertain an item is, from 0 to 1, and why: nobody acts or speaks in it, it is done to nobody though its type has
 * somebody, it has no date, it did not simply happen, or its rule was often found wrong in this review.
 */
export function uncertaintyOf(
  item: AnyView,
  wrong: WrongShares,
): { readonly uncertainty: number; readonly reasons: readonly string[] } {
  const reasons: string[] = [];
  let sum = 0;
  const add = (weight: number, reason: string) => {
    sum += weight;
    reasons.push(reason);
  };
  if (acting(item) === 0) add(WEIGHTS.who, item.kind === 'statement' ? 'no speaker named' : 'nobody named who acts');
  if (item.kind === 'event') {
    if (TOWARDS.includes(item.type) && item.recipient.length === 0) add(WEIGHTS.whom, 'nobody named to whom');
    if (item.modality !== 'actual') add(WEIGHTS.modality, HOW[item.modality]);
  }
  if (daysOf(item.time.value) === null) add(WEIGHTS.when, 'no date');
  const rule = item.evidence[0]?.rule ?? '';
  const found = wrong.get(rule);
  sum += WEIGHTS.rule * (found?.share ?? PRIOR.wrong / PRIOR.decided);
  if (found && found.wrong > 0) reasons.push(`its rule was wrong in ${found.wrong} of ${found.decided}`);
  return { uncertainty: Math.round(sum * 1000) / 1000, reasons };
}

/** How what did not simply happen stands, for a person. */
const HOW = { planned: 'only planned', hypothetical: 'only possible', negated: 'denied' } as const;

function acting(item: AnyView): number {
  switch (item.kind) {
    case 'event':
      return item.actor.length;
    case 'statement':
      return item.speaker.length;
    case 'meeting':
    case 'activity':
      return item.parties.length;
    case 'development':
      return item.by.length;
    default:
      return 1;
  }
}

/** Entries that a person has decided about. */
async function decidedBy(
  db: Kysely<Tables>,
  journal: readonly ReviewEntry[],
  reviewer: string,
): Promise<readonly number[]> {
  const own = holding(journal).filter(({ who, what }) => who === reviewer && what !== 'noted');
  const found = await resolve(
    db,
    own.flatMap((entry) => entry.items.map((anchor) => soughtOf({ entry, anchor }))),
  );
  const rows = [...found.values()].flatMap((there) => ('rows' in there ? there.rows : []));
  const entries = new Set<number>();
  for (const piece of inPieces(rows)) {
    for (const { entry } of await db.selectFrom('items').select('entry').where('key', 'in', piece).execute()) {
      entries.add(entry);
    }
  }
  return [...entries];
}
