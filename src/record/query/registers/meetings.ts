// The calendar of meetings: what was held and refused, and what became of what was planned.
import type { Kysely } from 'kysely';
import type { RegisterFilter } from '../../queries.ts';
import type { Tables } from '../../schema/tables.ts';
import type { MeetingEntry, MeetingView, Page } from '../../views.ts';
import { listEntities } from '../entities.ts';
import { findItems } from '../filter.ts';
import { hydrate } from '../hydrate.ts';
import { byDate } from '../order.ts';

/** A plan without a date is taken to be for the next so many days after the document that tells of it. */
const NEAR_DAYS = 120;

/** Meetings that are looked at for one page of plans. */
const MOST = 5_000;

export async function listMeetings(db: Kysely<Tables>, filter: RegisterFilter): Promise<Page<MeetingEntry>> {
  const { name, ...items } = filter;
  const bodies = name === undefined ? null : (await listEntities(db, { name, kinds: ['body', 'organization'] })).items;
  const asked = { ...items, kinds: ['meeting'] as const };
  const named = bodies === null ? asked : { ...asked, entities: bodies.map(({ id }) => id) };
  const { total, keys, leftOut } = await findItems(db, named);
  const meetings = (await hydrate(db, keys, filter)) as readonly MeetingView[];
  const page = {
    total,
    offset: filter.offset ?? 0,
    limit: filter.limit ?? -1,
    items: await withPlans(db, meetings, filter),
  };
  return leftOut === undefined ? page : { ...page, leftOut };
}

/** Meetings with their plans, or with what became of them, looked for among all of the same parties. */
export async function withPlans(
  db: Kysely<Tables>,
  meetings: readonly MeetingView[],
  { asOf }: Pick<RegisterFilter, 'asOf'>,
): Promise<readonly MeetingEntry[]> {
  const parties = [...new Set(meetings.flatMap((meeting) => partiesOf(meeting)))];
  if (parties.length === 0) return meetings.map((meeting) => ({ meeting, became: null, plans: [] }));
  const { keys } = await findItems(db, {
    kinds: ['meeting'],
    entities: parties,
    limit: MOST,
    ...(asOf === undefined ? {} : { asOf }),
  });
  const all = ((await hydrate(db, keys, { asOf })) as readonly MeetingView[]).toSorted(byDate);
  const became = new Map<string, MeetingView>();
  const plans = new Map<string, MeetingView[]>();
  for (const plan of all.filter(isPlan)) {
    const done = all.find((meeting) => !isPlan(meeting) && fulfils(plan, meeting));
    if (!done) continue;
    became.set(plan.id, done);
    plans.set(done.id, [...(plans.get(done.id) ?? []), plan]);
  }
  return meetings.map((meeting) => ({
    meeting,
    became: became.get(meeting.id) ?? null,
    plans: plans.get(meeting.id) ?? [],
  }));
}

const isPlan = ({ state }: MeetingView): boolean => state === 'planned' || state === 'considered';

const partiesOf = ({ parties, body }: MeetingView): readonly string[] =>
  [...parties, ...(body ? [body] : [])].map(({ id }) => id);

/** The same body or two of the same parties, no other level or place, on a day the plan was for. */
function fulfils(plan: MeetingView, done: MeetingView): boolean {
  if (plan.level && done.level && plan.level !== 'other' && done.level !== 'other' && plan.level !== done.level)
    return false;
  if (plan.place && done.place && plan.place.id !== done.place.id) return false;
  const sameBody = plan.body !== null && plan.body.id === done.body?.id;
  const shared = partiesOf(plan).filter((id) => partiesOf(done).includes(id));
  return (sameBody || new Set(shared).size > 1) && inTime(plan, done);
}

function inTime(plan: MeetingView, done: MeetingView): boolean {
  const day =
    done.time.start ?? (done.state === 'refused' ? (done.evidence[0]?.document.published.start ?? null) : null);
  if (day === null) return false;
  const told = plan.evidence[0]?.document.published.start ?? null;
  if (plan.time.start !== null && plan.time.end !== null) {
    const refused = done.state === 'refused' && (told ?? plan.time.start) <= day && day <= plan.time.end;
    return refused || (plan.time.start <= (done.time.end ?? day) && day <= plan.time.end);
  }
  return told !== null && told <= day && daysBetween(told, day) <= NEAR_DAYS;
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
