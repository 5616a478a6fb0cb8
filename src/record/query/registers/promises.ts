// Promises, offers and requests, and what became of them in whatever document tells it.
import type { Kysely } from 'kysely';
import { actOf, howAnswered, isFarFrom } from '../../../coding/events/answers.ts';
import { RECIPROCAL_TYPES } from '../../../model/plover.ts';
import type { PromiseFilter } from '../../queries.ts';
import type { Tables } from '../../schema/tables.ts';
import type { EventView, Page, PromiseKind, PromiseView } from '../../views.ts';
import { worldDay } from '../as-of.ts';
import { listEntities } from '../entities.ts';
import { findItems } from '../filter.ts';
import { hydrate } from '../hydrate.ts';
import { inPieces } from '../links.ts';
import { byDate } from '../order.ts';
import { UNLIMITED } from '../page.ts';
import { tellingsThatFit } from '../tellings.ts';

/** Answers that are looked at for one piece of promises. */
const MOST = 5_000;

/**
 * By date. What answers a promise is an act of the kind promised, or its refusal, by the one who promised or was asked,
 * later and about the same, to the same, or in the same company.
 */
export async function listPromises(db: Kysely<Tables>, filter: PromiseFilter): Promise<Page<PromiseView>> {
  const { promises: kinds, outcomes, name, limit, offset = 0, ...items } = filter;
  const asked = {
    ...items,
    kinds: ['event'] as const,
    types: ['AGREE', 'REQUEST'] as const,
    modalities: ['actual'] as const,
  };
  const named = name === undefined ? asked : { ...asked, about: await subjectsNamed(db, name) };
  // Kind and outcome are known only when the answers are: with one of them asked for, all promises are looked at.
  const sifted = kinds !== undefined || outcomes !== undefined;
  const window = sifted ? {} : { offset, limit: limit ?? UNLIMITED };
  const { total, keys, leftOut } = await findItems(db, { ...named, ...window });
  const found: PromiseView[] = [];
  for (const piece of inPieces(keys)) {
    const events = (await hydrate(db, piece, filter)) as readonly EventView[];
    found.push(...(await withAnswers(db, events, filter)));
  }
  const fits = found.filter(
    ({ promise, outcome }) => (kinds?.includes(promise) ?? true) && (outcomes?.includes(outcome) ?? true),
  );
  const page = {
    total: sifted ? fits.length : total,
    offset,
    limit: limit ?? -1,
    items: sifted ? fits.slice(offset, limit === undefined ? undefined : offset + limit) : fits,
  };
  return leftOut === undefined ? page : { ...page, leftOut };
}

async function subjectsNamed(db: Kysely<Tables>, name: string): Promise<readonly string[]> {
  return (await listEntities(db, { name })).items.map(({ id }) => id);
}

async function withAnswers(
  db: Kysely<Tables>,
  events: readonly EventView[],
  { asOf }: Pick<PromiseFilter, 'asOf'>,
): Promise<readonly PromiseView[]> {
  const bound = [...new Set(events.flatMap((event) => boundBy(event)))];
  const candidates = bound.length === 0 ? [] : await actsOf(db, bound, asOf);
  const sides = await sidesOf(db, [...events, ...candidates]);
  return events.map((event) => {
    const answers = candidates.flatMap((later): PromiseView['answers'] => {
      const act = actOf(event);
      const how = act ? howAnswered(later, act) : null;
      return how && isAnswer(event, later, sides) ? [{ how, event: later }] : [];
    });
    const [first] = answers;
    return {
      promise: kindOf(event),
      event,
      outcome: first?.how ?? 'open',
      answer: first?.event ?? null,
      answers,
    };
  });
}

function kindOf({ type, evidence }: EventView): PromiseKind {
  if (type === 'REQUEST') return 'request';
  const words = evidence[0];
  const trigger = words?.trigger ? words.sentence.text.slice(...within(words.trigger, words.sentence.span[0])) : '';
  return /\boffer/iu.test(trigger) ? 'offer' : 'promise';
}

const within = ([start, end]: readonly [number, number], from: number): [number, number] => [start - from, end - from];

/** Ids of those who must act: who promised, or who was asked. */
const boundBy = ({ type, actor, recipient }: EventView): readonly string[] =>
  (type === 'AGREE' ? actor : recipient).map(({ id }) => id);

/** Acts and refusals of the sides of these entities, by date. */
async function actsOf(
  db: Kysely<Tables>,
  bound: readonly string[],
  asOf: PromiseFilter['asOf'],
): Promise<readonly EventView[]> {
  const ofSides = db
    .selectFrom('entities as asked')
    .innerJoin('entity_sides as own', 'own.entity', 'asked.entity')
    .innerJoin('entity_sides as acting', 'acting.side', 'own.side')
    .innerJoin('roles as r', 'r.entity', 'acting.entity')
    .where('asked.id', 'in', bound)
    .where('r.role', '=', 'actor')
    .select('r.item');
  const fitting = await tellingsThatFit(db, {
    kinds: ['event'],
    modalities: ['actual'],
    types: ['RETREAT', 'MOBILIZE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'REJECT'],
    ...(asOf === undefined ? {} : { asOf }),
  });
  const rows = await db
    .selectFrom(fitting.as('f'))
    .innerJoin('items as i', 'i.key', 'f.key')
    .where('i.key', 'in', ofSides)
    .groupBy('i.entry')
    .select('i.entry')
    .orderBy(({ eb, fn }) => eb(fn.min('i.time_start'), 'is', null))
    .orderBy(({ fn }) => fn.min('i.time_start'))
    .orderBy('i.entry')
    .limit(MOST)
    .execute();
  const keys = rows.map(({ entry }) => entry);
  const views = (await hydrate(db, keys, { asOf })) as readonly EventView[];
  const last = worldDay(asOf);
  return views.filter(({ time }) => last === null || time.start === null || time.start <= last).toSorted(byDate);
}

type Sides = ReadonlyMap<string, readonly string[]>;

/** Id of an entity -> ids of its sides and its own. */
async function sidesOf(db: Kysely<Tables>, events: readonly EventView[]): Promise<Sides> {
  const ids = new Set(events.flatMap(({ actor, recipient }) => [...actor, ...recipient].map(({ id }) => id)));
  const sides = new Map([...ids].map((id) => [id, [id]]));
  for (const piece of inPieces([...ids])) {
    const rows = await db
      .selectFrom('entities as e')
      .innerJoin('entity_sides as s', 's.entity', 'e.key')
      .innerJoin('entities as side', 'side.key', 's.side')
      .where('e.id', 'in', piece)
      .select(['e.id', 'side.id as side'])
      .orderBy('side.id')
      .execute();
    for (const { id, side } of rows) sides.get(id)?.push(side);
  }
  return sides;
}

function isAnswer(first: EventView, later: EventView, sides: Sides): boolean {
  if (first.id === later.id || isBefore(later, first) || tellSame(first, later)) return false;
  if (isFarFrom(first.time.value, later.time.value)) return false;
  const ids = (links: readonly { readonly id: string }[]) => links.flatMap(({ id }) => sides.get(id) ?? [id]);
  const promised = first.type === 'AGREE';
  const bound = ids(promised ? first.actor : first.recipient);
  const asking = ids(promised ? first.recipient : first.actor);
  if (!shares(ids(later.actor), bound)) return false;
  const about = [first.about, later.about].map((links) => links.map(({ id }) => id)) as [string[], string[]];
  // Two acts about different matters have nothing to do with one another, whoever does them.
  if (about[0].length > 0 && about[1].length > 0) return shares(...about);
  const parties = [...later.actor, ...later.recipient].flatMap(({ id }) => sides.get(id)?.at(-1) ?? id);
  const company = parties.filter((id) => bound.includes(id) || asking.includes(id));
  const together = (RECIPROCAL_TYPES.has(later.type) || later.type === 'REJECT') && new Set(company).size > 1;
  return shares(ids(later.recipient), asking) || together;
}

/** Whether two events rest on the same words: a promise is no answer to itself. */
const tellSame = (a: EventView, b: EventView): boolean =>
  a.evidence.some((one) =>
    b.evidence.some(
      ({ document, span }) => document.id === one.document.id && span[0] < one.span[1] && one.span[0] < span[1],
    ),
  );

/** By their dates; where one has none, by those of the documents that tell them first. */
function isBefore(event: EventView, other: EventView): boolean {
  const day = ({ time, evidence: [told] }: EventView, edge: 'start' | 'end') =>
    time[edge] ?? told?.document.published[edge] ?? null;
  const [own, others] = [day(event, 'end'), day(other, 'start')];
  if (own === null || others === null || own < others) return true;
  return event.background && !other.background && event.time.start === null;
}

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id));
