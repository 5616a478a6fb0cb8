// What can answer promises, offers and requests: found in lists near their days, however large the record.
import { type Kysely, sql } from 'kysely';
import { ANSWERED_WITHIN_DAYS, actOf, howAnswered, isFarFrom } from '../../../coding/events/answers.ts';
import { type EventType, RECIPROCAL_TYPES } from '../../../model/plover.ts';
import { addTo } from '../../group-by.ts';
import { ALL_ITEMS, listOfPair } from '../../schema/list.ts';
import type { Tables } from '../../schema/tables.ts';
import type { AsOf } from '../../views.ts';
import { knownDay } from '../as-of.ts';
import { type Deed, deedsOf, type KeyedDeed } from '../deeds.ts';
import { inPieces } from '../links.ts';
import { earliestEnding } from '../listing.ts';
import { daysFrom, isNear, type Near, NearLists } from '../near.ts';

/** How an event answers a promise, and which. */
export interface Answered {
  readonly how: 'fulfilled' | 'refused';
  readonly key: number;
}

/**
 * What answers each promise or request, in no order: an act of the kind promised, or its refusal, by the one who promised
 * or was asked, later and about the same, to the same, or in the same company.
 */
export async function answersTo(
  db: Kysely<Tables>,
  promises: readonly Deed[],
  asOf: AsOf | undefined,
): Promise<readonly (readonly Answered[])[]> {
  const asked = promises.flatMap((promise) => {
    const act = actOf(promise)?.act;
    return act ? [{ promise, act }] : [];
  });
  if (asked.length === 0) return promises.map(() => []);
  const sides = new Map<string, Sides>();
  await addSides(db, sides, partiesOf(promises));
  const deeds = await deedsOf(db, [...(await candidates(db, asked, sides, asOf))], asOf);
  return answersAmong(db, promises, deeds);
}

/** What answers each promise or request among these deeds. */
export async function answersAmong(
  db: Kysely<Tables>,
  promises: readonly Deed[],
  deeds: readonly KeyedDeed[],
): Promise<readonly (readonly Answered[])[]> {
  const sides = new Map<string, Sides>();
  await addSides(db, sides, partiesOf([...promises, ...deeds]));
  const byActor = new Map<string, Set<KeyedDeed>>();
  for (const deed of deeds) {
    for (const id of idsOf(deed.actor, sides)) byActor.set(id, (byActor.get(id) ?? new Set()).add(deed));
  }
  return promises.map((promise) => {
    const act = actOf(promise);
    if (!act) return [];
    const able = new Set(idsOf(boundBy(promise), sides).flatMap((id) => [...(byActor.get(id) ?? [])]));
    return [...able].flatMap((deed): Answered[] => {
      const how = howAnswered(deed, act);
      return how && isAnswer(promise, deed, sides) ? [{ how, key: deed.key }] : [];
    });
  });
}

/** An entity's sides, in the order of their ids. */
interface Sides {
  readonly key: number;
  readonly ids: readonly string[];
  readonly keys: readonly number[];
}

type AllSides = ReadonlyMap<string, Sides>;

const partiesOf = (deeds: readonly Deed[]) =>
  new Set(deeds.flatMap(({ actor, recipient, about }) => [...actor, ...recipient, ...about]));

async function addSides(db: Kysely<Tables>, sides: Map<string, Sides>, parties: ReadonlySet<string>): Promise<void> {
  for (const piece of inPieces([...parties].filter((id) => !sides.has(id)))) {
    const rows = await db
      .selectFrom('entities as e')
      .leftJoin('entity_sides as s', 's.entity', 'e.key')
      .leftJoin('entities as side', 'side.key', 's.side')
      .where('e.id', 'in', piece)
      .select(['e.id', 'e.key', 'side.id as side', 'side.key as sideKey'])
      .orderBy('side.id')
      .execute();
    for (const { id, key, side, sideKey } of rows) {
      const known = sides.get(id) ?? { key, ids: [], keys: [] };
      const more =
        side === null || sideKey === null ? known : { key, ids: [...known.ids, side], keys: [...known.keys, sideKey] };
      sides.set(id, more);
    }
  }
}

/** Their own ids and those of their sides. */
const idsOf = (parties: readonly string[], sides: AllSides): readonly string[] =>
  parties.flatMap((id) => [id, ...(sides.get(id)?.ids ?? [])]);

/** Those who must act: who promised, or who was asked. */
const boundBy = ({ type, actor, recipient }: Deed): readonly string[] => (type === 'AGREE' ? actor : recipient);
const askingOf = ({ type, actor, recipient }: Deed): readonly string[] => (type === 'AGREE' ? recipient : actor);

interface Asked {
  readonly promise: Deed;
  readonly act: EventType;
}

/**
 * Keys of all events that may be answers, and of others: those about the same; those between the sides; those of parties
 * that have no side; those of a side with itself, where it is both bound and asking; refusals by several against a third.
 */
async function candidates(db: Kysely<Tables>, asked: readonly Asked[], sides: AllSides, asOf: AsOf | undefined) {
  const lists = new NearLists();
  const own = new Map<number, Near[]>();
  const all: Near[] = [];
  for (const { promise } of asked) {
    const near = daysAfter(promise, asOf);
    if (!near) continue;
    all.push(near);
    const found = (parties: readonly string[]) => parties.flatMap((id) => sides.get(id) ?? []);
    const [bound, asking] = [found(boundBy(promise)), found(askingOf(promise))];
    for (const { key } of found(promise.about)) lists.ask(key, near);
    for (const { key, keys } of [...bound, ...asking]) if (keys.length === 0) lists.ask(key, near);
    const others = [...bound, ...asking].flatMap(({ keys }) => keys);
    for (const one of new Set(bound.flatMap(({ keys }) => keys))) {
      for (const other of new Set(others)) if (one !== other) lists.ask(listOfPair(one, other), near);
      if (asking.some(({ keys }) => keys.includes(one))) addTo(own, one, near);
    }
  }
  const types = [...new Set(asked.map(({ act }) => act)), 'REJECT'];
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

/** Days on which an answer can lie; null where nobody can say what is later. What was known at a date may have been told less exactly. */
function daysAfter({ time, told }: Deed, asOf: AsOf | undefined): Near | null {
  const first = time.start ?? told.start;
  if (first === null) return null;
  const slack = knownDay(asOf) === null ? 0 : ANSWERED_WITHIN_DAYS;
  const last = time.start === null ? null : daysFrom(first, ANSWERED_WITHIN_DAYS + slack);
  return { from: daysFrom(first, -slack), to: last };
}

function spanOf(nears: readonly Near[]): Near {
  const from = nears.reduce((day, near) => (near.from < day ? near.from : day), '~');
  const ends = nears.map(({ to }) => to);
  return { from, to: ends.includes(null) ? null : ends.reduce((day, to) => ((to ?? '') > (day ?? '') ? to : day), '') };
}

function isAnswer(first: Deed, later: Deed, sides: AllSides): boolean {
  if (first.id === later.id || isBefore(later, first) || tellSame(first, later)) return false;
  if (isFarFrom(first.time.start, later.time.start)) return false;
  const [bound, asking] = [idsOf(boundBy(first), sides), idsOf(askingOf(first), sides)];
  if (!shares(idsOf(later.actor, sides), bound)) return false;
  // Two acts about different matters have nothing to do with one another, whoever does them.
  if (first.about.length > 0 && later.about.length > 0) return shares(first.about, later.about);
  const parties = [...later.actor, ...later.recipient].map((id) => sides.get(id)?.ids.at(-1) ?? id);
  const company = parties.filter((id) => bound.includes(id) || asking.includes(id));
  const together = (RECIPROCAL_TYPES.has(later.type) || later.type === 'REJECT') && new Set(company).size > 1;
  return shares(idsOf(later.recipient, sides), asking) || together;
}

/** Whether two events rest on the same words: a promise is no answer to itself. */
const tellSame = (a: Deed, b: Deed): boolean =>
  a.places.some((one) =>
    b.places.some(({ document, span }) => document === one.document && span[0] < one.span[1] && one.span[0] < span[1]),
  );

/** By their dates; where one has none, by those of the documents that tell them first. */
function isBefore(event: Deed, other: Deed): boolean {
  const [own, others] = [event.time.end ?? event.told.end, other.time.start ?? other.told.start];
  if (own === null || others === null || own < others) return true;
  return event.background && !other.background && event.time.start === null;
}

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id));
