// What can answer promises, offers and requests: found in lists near their days, however large the record.
import { type Kysely, sql } from 'kysely';
import { type Act, ANSWERED_WITHIN_DAYS, actOf, howAnswered } from '../../../coding/events/answers.ts';
import { addTo } from '../../group-by.ts';
import { ALL_ITEMS, listOfPair } from '../../schema/list.ts';
import type { Tables } from '../../schema/tables.ts';
import type { AsOf } from '../../views.ts';
import { knownDay, worldDay } from '../as-of.ts';
import { type Deed, deedsOf } from '../deeds.ts';
import { earliestEnding } from '../listing.ts';
import { daysFrom, isNear, type Near, NearLists } from '../near.ts';
import { isLikely, isWhereNamed } from './is-answer.ts';
import { NOTHING_NAMED, namedIn } from './named-in.ts';
import { type PromisedDays, promisedDays } from './promised-days.ts';
import { type AllSides, askingOf, boundBy, idsOf, sidesIn } from './sides.ts';

/** How an event answers a promise, and which. */
export interface Answered {
  readonly how: 'fulfilled' | 'refused';
  readonly key: number;
}

/**
 * What answers each promise or request, in no order: an act of the kind promised, or its refusal, by the one who promised
 * or was asked, later and on the days promised, about the same, with the same.
 */
export async function answersTo(
  db: Kysely<Tables>,
  promises: readonly Deed[],
  asOf: AsOf | undefined,
): Promise<readonly (readonly Answered[])[]> {
  const known = knownDay(asOf);
  const asked = await askedBy(db, promises, known);
  if (asked.length === 0) return promises.map(() => []);
  const sides = await sidesIn(
    db,
    asked.map(({ promise }) => promise),
  );
  const deeds = await deedsOf(db, [...(await candidates(db, asked, sides, known))], known);
  const world = worldDay(asOf);
  const done = deeds.filter(({ time }) => world === null || (time.start !== null && time.start <= world));
  const answers = await answersAmong(db, asked, done, known);
  return promises.map((promise) => answers.get(promise.key) ?? []);
}

/** The promises and requests that can be answered: of an act that the record tells apart, made on a known day. */
export async function askedBy(
  db: Kysely<Tables>,
  promises: readonly Deed[],
  known: string | null,
): Promise<readonly Asked[]> {
  const named = await namedIn(db, promises.filter(actOf).map(keyOf), known);
  return promises.flatMap((promise): readonly Asked[] => {
    const act = actOf(promise);
    const days = promisedDays(promise, named.get(promise.key)?.days ?? []);
    return act && days ? [{ promise, act, days }] : [];
  });
}

/** What answers each promise or request among these deeds, by the promise's key. */
export async function answersAmong(
  db: Kysely<Tables>,
  asked: readonly Asked[],
  deeds: readonly Deed[],
  known: string | null,
): Promise<ReadonlyMap<number, readonly Answered[]>> {
  const sides = await sidesIn(db, [...asked.map(({ promise }) => promise), ...deeds]);
  const byActor = new Map<string, Set<Deed>>();
  for (const deed of deeds) {
    for (const id of idsOf([...deed.actor, ...deed.recipient], sides)) {
      byActor.set(id, (byActor.get(id) ?? new Set()).add(deed));
    }
  }
  const likely = asked.flatMap(({ promise, act, days }) => {
    const able = new Set(idsOf(boundBy(promise), sides).flatMap((id) => [...(byActor.get(id) ?? [])]));
    return [...able].flatMap((deed) => {
      const how = howAnswered(deed, act);
      return how && isLikely(promise, days, deed, how, sides) ? [{ promise, days, deed, how }] : [];
    });
  });
  // The words are looked at last, since few deeds come so far.
  const keys = new Set(likely.flatMap(({ promise, deed }) => [promise.key, deed.key]));
  const named = await namedIn(db, [...keys], known);
  const answers = new Map<number, Answered[]>();
  for (const { promise, days, deed, how } of likely) {
    const [first, later] = [promise, deed].map((one) => ({ deed: one, named: named.get(one.key) ?? NOTHING_NAMED }));
    if (first && later && isWhereNamed(first, days, later, how)) addTo(answers, promise.key, { how, key: deed.key });
  }
  return answers;
}

const keyOf = ({ key }: Deed): number => key;

/** A promise or request, with the act it is about and the days it is for. */
export interface Asked {
  readonly promise: Deed;
  readonly act: Act;
  readonly days: PromisedDays;
}

/**
 * Keys of all events that may be answers, and of others: those about the same; those between the sides; those of parties
 * that have no side, or several; those of a side with itself, where it is both bound and asking; refusals by several against a third.
 */
async function candidates(db: Kysely<Tables>, asked: readonly Asked[], sides: AllSides, known: string | null) {
  const lists = new NearLists();
  const own = new Map<number, Near[]>();
  const all: Near[] = [];
  // What was known at a date may have been told less exactly.
  const slack = known === null ? 0 : ANSWERED_WITHIN_DAYS;
  for (const { promise, days } of asked) {
    const near = { from: daysFrom(days.made, -slack), to: daysFrom(days.last, slack) };
    all.push(near);
    const found = (parties: readonly string[]) => parties.flatMap((id) => sides.get(id) ?? []);
    const [bound, asking] = [found(boundBy(promise)), found(askingOf(promise))];
    for (const { key } of found(promise.about)) lists.ask(key, near);
    for (const { key, keys } of [...bound, ...asking]) if (keys.length !== 1) lists.ask(key, near);
    const others = [...bound, ...asking].flatMap(({ keys }) => keys);
    for (const one of new Set(bound.flatMap(({ keys }) => keys))) {
      for (const other of new Set(others)) if (one !== other) lists.ask(listOfPair(one, other), near);
      if (asking.some(({ keys }) => keys.includes(one))) addTo(own, one, near);
    }
  }
  const types = [...new Set(asked.map(({ act }) => act.act)), 'REJECT'];
  const keys = new Set(await lists.items(db, 'event', { types, states: ['actual'] }));
  if (all.length === 0) return keys;
  const opens = await earliestEnding(db, ['event'], spanOf(all).from);
  for (const [side, nears] of own) {
    const { rows } = await sql<{ item: number }>`
      SELECT DISTINCT l.item FROM entity_sides s CROSS JOIN listed l
      WHERE s.side = ${side} AND l.list = s.entity AND l.kind = 'event' AND ${isNear(spanOf(nears), opens)}
        AND l.type IN (${sql.join(types)}) AND l.state = 'actual'`.execute(db);
    for (const { item } of rows) keys.add(item);
  }
  const { rows } = await sql<{ item: number }>`
    SELECT l.item FROM listed l WHERE l.list = ${sql.lit(ALL_ITEMS)} AND l.kind = 'event' AND ${isNear(spanOf(all), opens)}
      AND l.type = 'REJECT' AND l.state = 'actual' AND 1 < (
        SELECT count(*) FROM items t JOIN roles r ON r.item = t.key WHERE t.entry = l.item AND r.role = 'actor')`.execute(
    db,
  );
  for (const { item } of rows) keys.add(item);
  return keys;
}

function spanOf(nears: readonly Near[]): Near {
  const from = nears.reduce((day, near) => (near.from < day ? near.from : day), '~');
  const ends = nears.map(({ to }) => to);
  return { from, to: ends.includes(null) ? null : ends.reduce((day, to) => ((to ?? '') > (day ?? '') ? to : day), '') };
}
