// How likely it is that a look at an item is worth the time: what its reading leaves open, and how often its rule was wrong.

import { sql } from 'kysely';
import { daysOf } from '../dates.ts';
import { ACTING_ROLES } from '../schema/tables.ts';
import type { AnyView, ReviewEntry } from '../views.ts';
import { rulesIn } from './reviewers.ts';

/** What makes an item uncertain, each with how much it adds; the sum is 1 at most: an event rests on nothing. */
const WEIGHTS = { who: 0.3, whom: 0.15, when: 0.2, modality: 0.15, rule: 0.2, ground: 0.3 } as const;

/** Bits of `doubts.doubt`. */
const DOUBTS = { who: 1, whom: 2, when: 4, modality: 8, ground: 16 } as const;

/** Types of which a text nearly always says to whom. */
const TOWARDS = ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SANCTION', 'AID', 'COERCE', 'ASSAULT', 'SUPPORT'];

/** A rule nobody decided about is taken to be wrong as often as not, and moves from there as decisions come in. */
const PRIOR = { wrong: 1, decided: 2 };

export type WrongShares = ReadonlyMap<
  string,
  { readonly share: number; readonly wrong: number; readonly decided: number }
>;

/** How often items of each rule turned out wrong, drawn towards one half where few were decided. */
export function wrongShares(journal: readonly ReviewEntry[]): WrongShares {
  return new Map(
    rulesIn(journal).map(({ rule, accepted, corrected, rejected }) => {
      const wrong = corrected + rejected;
      const decided = accepted + wrong;
      return [rule, { share: (wrong + PRIOR.wrong) / (decided + PRIOR.decided), wrong, decided }] as const;
    }),
  );
}

const wrongShareOf = (rule: string, wrong: WrongShares): number =>
  wrong.get(rule)?.share ?? PRIOR.wrong / PRIOR.decided;

/** What an item (`i`) leaves open, as a sum of bits. */
export function doubtIn() {
  const has = (...roles: readonly string[]) =>
    sql`EXISTS (SELECT 1 FROM roles r WHERE r.item = i.key AND r.role IN (${sql.join(roles)}))`;
  const towards = sql`i.kind = 'event' AND i.type IN (${sql.join(TOWARDS)})`;
  return sql<number>`(CASE WHEN i.kind = 'obligation' OR ${has(...ACTING_ROLES)} THEN 0 ELSE ${sql.lit(DOUBTS.who)} END
    + CASE WHEN ${towards} AND NOT ${has('recipient')} THEN ${sql.lit(DOUBTS.whom)} ELSE 0 END
    + CASE WHEN i.time_start IS NULL THEN ${sql.lit(DOUBTS.when)} ELSE 0 END
    + CASE WHEN i.kind = 'event' AND i.state <> 'actual' THEN ${sql.lit(DOUBTS.modality)} ELSE 0 END
    + CASE WHEN EXISTS (SELECT 1 FROM items t CROSS JOIN shaken h WHERE t.entry = i.key AND h.item = t.key)
      THEN ${sql.lit(DOUBTS.ground)} ELSE 0 END)`;
}

/** How uncertain an item is that leaves this open and was made by this rule. */
export function scoreOf(doubt: number, rule: string, wrong: WrongShares): number {
  const open = (Object.keys(DOUBTS) as (keyof typeof DOUBTS)[]).filter((what) => (doubt & DOUBTS[what]) !== 0);
  return open.reduce((sum, what) => sum + WEIGHTS[what], 0) + WEIGHTS.rule * wrongShareOf(rule, wrong);
}

/** `scoreOf` in SQL, of an item's row of doubts (`q`). */
export function scoreIn(wrong: WrongShares) {
  const adds = (what: keyof typeof DOUBTS) =>
    sql`CASE WHEN (q.doubt & ${sql.lit(DOUBTS[what])}) <> 0 THEN ${sql.lit(WEIGHTS[what])} ELSE 0 END`;
  const rules = [...wrong].map(([rule, { share }]) => sql`WHEN q.rule = ${rule} THEN ${sql.lit(share)}`);
  const other = sql.lit(PRIOR.wrong / PRIOR.decided);
  const byRule = rules.length === 0 ? other : sql`CASE ${sql.join(rules, sql` `)} ELSE ${other} END`;
  return sql<number>`(${adds('who')} + ${adds('whom')} + ${adds('when')} + ${adds('modality')} + ${adds('ground')}
    + ${sql.lit(WEIGHTS.rule)} * ${byRule})`;
}

/**
 * How uncertain an item is, from 0 to 1, and why: nobody acts or speaks in it, it is done to nobody though its type has
 * somebody, it has no date, it did not simply happen, its rule was often found wrong in this review, or what it rests on was
 * corrected in a way that it could not follow.
 */
export function uncertaintyOf(
  item: AnyView,
  wrong: WrongShares,
  isShaken: boolean,
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
  if (isShaken) add(WEIGHTS.ground, 'what it rests on was corrected or rejected');
  const rule = item.evidence[0]?.rule ?? '';
  sum += WEIGHTS.rule * wrongShareOf(rule, wrong);
  const found = wrong.get(rule);
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
