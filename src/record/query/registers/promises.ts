// Promises, offers and requests, and what became of them in whatever document tells it.
import type { Kysely } from 'kysely';
import type { PromiseFilter } from '../../queries.ts';
import type { Tables } from '../../schema/tables.ts';
import type { EventView, Page, PromiseKind, PromiseView } from '../../views.ts';
import { knownDay } from '../as-of.ts';
import { deedsOf } from '../deeds.ts';
import { listEntities } from '../entities.ts';
import { findItems } from '../filter.ts';
import { hydrateByKey } from '../hydrate.ts';
import { latestFirst } from '../latest-first.ts';
import { inPieces } from '../links.ts';
import { byDate } from '../order.ts';
import { UNLIMITED } from '../page.ts';
import { answersTo } from './answers.ts';

/** By date. */
export async function listPromises(db: Kysely<Tables>, filter: PromiseFilter): Promise<Page<PromiseView>> {
  const { promises: kinds, outcomes, name, limit, offset = 0, ...items } = filter;
  const named = await askedFor(db, items, name);
  // Kind and outcome are known only when the answers are: with one of them asked for, all promises are looked at.
  const sifted = kinds !== undefined || outcomes !== undefined;
  const window = sifted ? {} : { offset, limit: limit ?? UNLIMITED };
  const { total, keys, leftOut } = await findItems(db, { ...named, ...window });
  const found: PromiseView[] = [];
  for (const piece of inPieces(keys)) {
    found.push(...(await withAnswers(db, piece, filter)));
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

/** Promises that are looked at together from the latest on. */
const STEP = 50;

/** The latest by date, then what has no date; no more are looked at than it takes to find as many as are asked for. */
export async function latestPromises(db: Kysely<Tables>, filter: PromiseFilter): Promise<readonly PromiseView[]> {
  const { limit = STEP, offset: _, name, promises: kinds, outcomes, ...items } = filter;
  const asked = await askedFor(db, items, name);
  const found: PromiseView[] = [];
  for await (const keys of latestFirst(db, asked, STEP)) {
    for (const promise of await withAnswers(db, keys, filter)) {
      if ((kinds?.includes(promise.promise) ?? true) && (outcomes?.includes(promise.outcome) ?? true))
        found.push(promise);
    }
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

async function askedFor(
  db: Kysely<Tables>,
  items: Omit<PromiseFilter, 'promises' | 'outcomes' | 'name' | 'limit' | 'offset'>,
  name: string | undefined,
) {
  const asked = { ...items, kinds: ['event'], types: ['AGREE', 'REQUEST'], modalities: ['actual'] } as const;
  return name === undefined ? asked : { ...asked, about: await subjectsNamed(db, name) };
}

async function subjectsNamed(db: Kysely<Tables>, name: string): Promise<readonly string[]> {
  return (await listEntities(db, { name })).items.map(({ id }) => id);
}

/** @param promised keys of promises, in the order in which they are given */
async function withAnswers(
  db: Kysely<Tables>,
  promised: readonly number[],
  { asOf }: Pick<PromiseFilter, 'asOf'>,
): Promise<readonly PromiseView[]> {
  const events = (await hydrateByKey(db, promised, { asOf })) as ReadonlyMap<number, EventView>;
  const deeds = await deedsOf(db, promised, knownDay(asOf));
  const answered = await answersTo(db, deeds, asOf);
  const answersOf = new Map(deeds.map(({ key }, at) => [key, answered[at] ?? []]));
  const keys = [...new Set(answered.flat().map(({ key }) => key))];
  const views = (await hydrateByKey(db, keys, { asOf })) as ReadonlyMap<number, EventView>;
  return promised.flatMap((promise) => {
    const event = events.get(promise);
    if (!event) return [];
    const answers = (answersOf.get(promise) ?? [])
      .flatMap(({ how, key }) => {
        const later = views.get(key);
        return later ? [{ how, event: later }] : [];
      })
      .toSorted((a, b) => byDate(a.event, b.event));
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
