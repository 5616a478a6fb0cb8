// One thread in full: what was said and done about a subject, what it has come to, who stands where, and who tells it.
import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import type {
  AnyView,
  EventView,
  ItemKind as Kind,
  MeetingEntry,
  MeetingView,
  Page,
  PositionMatrix,
  PositionView,
  ThreadDetail,
} from '../views.ts';
import { findEntity } from './entities.ts';
import { findItems } from './filter.ts';
import { hydrate } from './hydrate.ts';
import type { ItemFilter } from './item-filter.ts';
import { latest } from './order.ts';
import { listActivities } from './registers/activities.ts';
import { findAgreement } from './registers/agreements.ts';
import { withPlans } from './registers/meetings.ts';
import { standsOf } from './registers/stands.ts';
import { publishersOf } from './sources.ts';

/** So many of the last events are looked at for the latest: undated ones stand at the end. */
const LAST = 100;

export type ThreadFilter = Pick<ItemFilter, 'asOf' | 'limit' | 'offset'>;

export async function findThread(
  db: Kysely<Tables>,
  id: string,
  { asOf, limit, offset = 0 }: ThreadFilter,
): Promise<ThreadDetail | null> {
  const entity = await findEntity(db, id, asOf);
  if (!entity) return null;
  const dated = asOf === undefined ? {} : { asOf };
  const about = async <V extends AnyView>(kinds?: readonly Kind[], window = {}): Promise<Page<V>> => {
    const filter = { ...dated, ...window, entities: [entity.id], ...(kinds ? { kinds } : {}) };
    const { total, keys, leftOut } = await findItems(db, filter);
    const items = (await hydrate(db, keys, dated)) as readonly V[];
    const page = { total, offset, limit: limit ?? -1, items };
    return leftOut === undefined ? page : { ...page, leftOut };
  };
  const positions = (await about<PositionView>(['position'])).items.filter(({ on }) => on.id === entity.id);
  const met = (await about<MeetingView>(['meeting'])).items;
  const meetings = await withPlans(db, met, dated);
  const agreement =
    entity.kind === 'agreement'
      ? await findAgreement(db, entity.id, { ...dated, ...(limit === undefined ? {} : { limit }) })
      : null;
  const activities = entity.kind === 'activity' ? await listActivities(db, { ...dated, entities: [entity.id] }) : null;
  const activity = activities?.items.find((one) => one.activity.id === entity.id) ?? null;
  return {
    entity,
    state: stateOf(agreement, activity, meetings, positions, await lastEvent(db, entity.id, dated)),
    agreement,
    activity,
    items: await about(undefined, { offset, ...(limit === undefined ? {} : { limit }) }),
    positions: matrixOf(positions),
    shifts: standsOf(positions).flatMap(({ shifts }) => shifts),
    meetings,
    publishers: await publishersOf(db, { entity: entity.id, ...dated }),
  };
}

function stateOf(
  agreement: ThreadDetail['agreement'],
  activity: ThreadDetail['activity'],
  meetings: readonly MeetingEntry[],
  positions: readonly PositionView[],
  event: EventView | null,
): ThreadDetail['state'] {
  if (agreement?.state) {
    const { what, time, development } = agreement.state;
    return { what, time, item: development };
  }
  if (activity?.state) return activity.state;
  const last = latest(meetings.map(({ meeting }) => meeting));
  if (last) return { what: last.state, time: last.time, item: last.id };
  const stance = latest(positions);
  if (stance) return { what: `${stance.actor.name} ${stance.stance}`, time: stance.time, item: stance.id };
  return event && { what: event.type.toLowerCase(), time: event.time, item: event.id };
}

/** The last event about a subject that has no register of its own. */
async function lastEvent(db: Kysely<Tables>, id: string, dated: Pick<ItemFilter, 'asOf'>): Promise<EventView | null> {
  const { keys } = await findItems(db, { ...dated, kinds: ['event'], modalities: ['actual'], entities: [id] });
  return latest((await hydrate(db, keys.slice(-LAST), dated)) as readonly EventView[]);
}

/** Actors with most positions first. */
export function matrixOf(positions: readonly PositionView[]): PositionMatrix {
  const stands = standsOf(positions).toSorted((a, b) => b.positions.length - a.positions.length);
  const cells = new Map<string, PositionMatrix['cells'][number]>();
  for (const { actor, positions: held } of stands) {
    for (const { id, time, stance, evidence } of held) {
      const period = time.start?.slice(0, 4) ?? 'undated';
      const key = `${actor.id} ${period} ${stance}`;
      const cell = cells.get(key);
      const [words] = evidence;
      if (cell) cells.set(key, { ...cell, number: cell.number + 1 });
      else if (words) {
        const { quote, document } = words;
        cells.set(key, { actor: actor.id, period, stance, position: id, quote, document: document.id, number: 1 });
      }
    }
  }
  const periods = new Set([...cells.values()].map(({ period }) => period));
  return {
    actors: stands.map(({ actor }) => actor),
    // Digits sort before letters: "undated" comes last.
    periods: [...periods].sort(),
    cells: [...cells.values()],
  };
}
