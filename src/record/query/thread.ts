// One thread in full: what was said and done about a subject, what it has come to, who stands where, and who tells it.
import type { Kysely } from 'kysely';
import type { ThreadFilter } from '../queries.ts';
import type { Tables } from '../schema/tables.ts';
import type { AnyView, ThreadDetail, ThreadList } from '../views.ts';
import { findEntity } from './entities.ts';
import { findItems } from './filter.ts';
import { hydrate } from './hydrate.ts';
import type { ItemFilter } from './item-filter.ts';
import { lastOf } from './latest-first.ts';
import { entityLink } from './links.ts';
import { limitOf } from './page.ts';
import { type Held, positionsOn, toldPositions } from './positions.ts';
import { findActivity } from './registers/activities.ts';
import { findAgreement } from './registers/agreements.ts';
import { listMeetings } from './registers/meetings.ts';
import { publishersOf } from './sources.ts';
import { subjectWith } from './subjects.ts';
import { documentsOf } from './threads.ts';

export async function findThread(
  db: Kysely<Tables>,
  id: string,
  { asOf, limit, offset = 0, ...parts }: ThreadFilter,
): Promise<ThreadDetail | null> {
  const { lists, whole = [] } = parts;
  const isWanted = (list: ThreadList) => lists === undefined || lists.includes(list);
  const mostOf = (list: ThreadList) => (whole.includes(list) ? undefined : parts.shown);
  const shownOf = (list: ThreadList) => (isWanted(list) ? limitOf(mostOf(list)) : 0);
  const entity = await findEntity(db, id, asOf, isWanted('documents') ? mostOf('documents') : 0);
  const subject = await subjectWith(db, id);
  if (!entity || !subject) return null;
  const dated = asOf === undefined ? {} : { asOf };
  const own = { ...dated, themselves: [entity.id] };
  const held = await positionsOn(db, subject, asOf);
  const { matrix, shifts, totals } = await toldPositions(db, entityLink(subject), held, {
    asOf,
    shown: { actors: shownOf('actors'), shifts: shownOf('shifts') },
  });
  const meetings = await listMeetings(db, { ...own, limit: shownOf('meetings') });
  const agreement =
    entity.kind === 'agreement'
      ? await findAgreement(db, entity.id, {
          ...dated,
          limit: Math.min(limitOf(limit || undefined), shownOf('course')),
        })
      : null;
  const activity =
    entity.kind === 'activity' ? await findActivity(db, entity.id, { ...dated, shown: shownOf('course') }) : null;
  return {
    entity,
    state: stateOfRegister(agreement, activity) ?? (await lastState(db, own, held)),
    agreement,
    activity,
    items: await pageOf(db, { ...own, offset, ...(limit === undefined ? {} : { limit }) }),
    positions: matrix,
    shifts,
    meetings: meetings.items,
    publishers: isWanted('publishers') ? await publishersOf(db, { entity: entity.id, ...dated }) : [],
    totals: {
      ...totals,
      meetings: meetings.total,
      documents: (await documentsOf(db, [subject.key], asOf)).get(subject.key) ?? 0,
    },
  };
}

async function pageOf(db: Kysely<Tables>, filter: ItemFilter): Promise<ThreadDetail['items']> {
  const { total, keys, leftOut } = await findItems(db, filter);
  const page = { total, offset: filter.offset ?? 0, limit: filter.limit ?? -1, items: await hydrate(db, keys, filter) };
  return leftOut === undefined ? page : { ...page, leftOut };
}

type State = ThreadDetail['state'];

function stateOfRegister(agreement: ThreadDetail['agreement'], activity: ThreadDetail['activity']): State {
  if (agreement?.state) {
    const { what, time, development } = agreement.state;
    return { what, time, item: development };
  }
  return activity?.state ?? null;
}

/** What is told last of a subject that has no register of its own: its last meeting, stance or event. */
async function lastState(db: Kysely<Tables>, own: ItemFilter, held: readonly Held[]): Promise<State> {
  const last = async (filter: ItemFilter): Promise<AnyView | undefined> => {
    const key = await lastOf(db, { ...own, ...filter });
    return key === null ? undefined : (await hydrate(db, [key], own))[0];
  };
  const met = await last({ kinds: ['meeting'] });
  if (met?.kind === 'meeting') return { what: met.state, time: met.time, item: met.id };
  const stance = held.findLast(({ time }) => time.end !== null) ?? held.at(-1);
  if (stance) return { what: `${stance.actor.name} ${stance.stance}`, time: stance.time, item: stance.id };
  const event = await last({ kinds: ['event'], modalities: ['actual'] });
  return event?.kind === 'event' ? { what: event.type.toLowerCase(), time: event.time, item: event.id } : null;
}
