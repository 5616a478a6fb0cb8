// The calendar of meetings: what was held and refused, and what became of what was planned.
import type { Kysely } from 'kysely';
import { isComing } from '../../coming.ts';
import { addTo } from '../../group-by.ts';
import type { LatestMeetingsFilter, RegisterFilter } from '../../queries.ts';
import type { Tables } from '../../schema/tables.ts';
import type { MeetingEntry, MeetingView, Page } from '../../views.ts';
import { knownDay, UNCERTAIN_STATES, worldDay } from '../as-of.ts';
import { listEntities } from '../entities.ts';
import { findItems } from '../filter.ts';
import { hydrate } from '../hydrate.ts';
import { latestDated } from '../latest-first.ts';
import { inPieces } from '../links.ts';
import { daysFrom, type Near, NearLists } from '../near.ts';
import { byDate } from '../order.ts';
import { limitOf } from '../page.ts';

/** A plan without a date is taken to be for the next so many days after the document that tells of it. */
const NEAR_DAYS = 120;

/** What was known at a date may have been told so much less exactly than it is now. */
const SLACK_DAYS = 366;

export async function listMeetings(db: Kysely<Tables>, filter: RegisterFilter): Promise<Page<MeetingEntry>> {
  const { total, keys, leftOut } = await findItems(db, await askedFor(db, filter));
  const meetings = (await hydrate(db, keys, filter)) as readonly MeetingView[];
  const page = {
    total,
    offset: filter.offset ?? 0,
    limit: filter.limit ?? -1,
    items: await withPlans(db, meetings, filter),
  };
  return leftOut === undefined ? page : { ...page, leftOut };
}

/** Among so many of the latest meetings those to come and the others are looked for, so many at a time. */
const LATEST = 60;
const STEP = 12;

/** The latest of those that have a date. */
export async function latestMeetings(
  db: Kysely<Tables>,
  { coming, ...filter }: LatestMeetingsFilter,
): Promise<readonly MeetingEntry[]> {
  const dated = await latestDated(
    db,
    await askedFor(db, filter),
    coming === undefined ? limitOf(filter.limit) : LATEST,
  );
  const entriesOf = async (keys: readonly number[]) =>
    withPlans(db, (await hydrate(db, keys, filter)) as readonly MeetingView[], filter);
  if (coming === undefined) return entriesOf(dated);
  const left = { coming, others: filter.limit ?? LATEST };
  const found: MeetingEntry[] = [];
  for (let keys = dated; keys.length > 0 && left.coming + left.others > 0; ) {
    for (const entry of await entriesOf(keys.slice(0, STEP))) {
      const which = isComing(entry) ? 'coming' : 'others';
      if (left[which] === 0) continue;
      left[which] -= 1;
      found.push(entry);
    }
    keys = keys.slice(STEP);
    if (left.others === 0) keys = await toldAsPlanned(db, keys);
  }
  return found;
}

/** Those that any telling has as planned or considered. */
async function toldAsPlanned(db: Kysely<Tables>, keys: readonly number[]): Promise<readonly number[]> {
  const told = await db
    .selectFrom('items')
    .where('entry', 'in', keys)
    .where('state', 'in', PLANNED)
    .select('entry')
    .distinct()
    .execute();
  const planned = new Set(told.map(({ entry }) => entry));
  return keys.filter((key) => planned.has(key));
}

async function askedFor(db: Kysely<Tables>, { name, ...items }: RegisterFilter) {
  const asked = { ...items, kinds: ['meeting'] as const };
  if (name === undefined) return asked;
  const bodies = await listEntities(db, { name, kinds: ['body', 'organization'] });
  return { ...asked, themselves: bodies.items.map(({ id }) => id) };
}

/** Meetings with their plans, or with what became of them, looked for among all of the same parties near their days. */
export async function withPlans(
  db: Kysely<Tables>,
  meetings: readonly MeetingView[],
  { asOf }: Pick<RegisterFilter, 'asOf'>,
): Promise<readonly MeetingEntry[]> {
  const slack = knownDay(asOf) === null ? 0 : SLACK_DAYS;
  const near = async (
    of: readonly MeetingView[],
    daysOf: (of: MeetingView) => Near | null,
    states: readonly string[],
  ) =>
    ((await hydrate(db, await meetingsNear(db, of, daysOf, states, slack), { asOf })) as readonly MeetingView[]).filter(
      (meeting) => hadHappened(meeting, worldDay(asOf)),
    );
  const own = meetings.filter(isPlan);
  const planned = await near(
    meetings.filter((meeting) => !isPlan(meeting)),
    daysBefore,
    PLANNED,
  );
  const all = new Map([...own, ...planned].map((plan) => [plan.id, plan]));
  const done = (await near([...all.values()], daysFor, DONE)).toSorted(byDate);
  const firstOf = firstFulfilling(done);
  const became = new Map<string, MeetingView>();
  const plans = new Map<string, MeetingView[]>();
  for (const plan of [...all.values()].toSorted(byDate)) {
    const first = firstOf(plan);
    if (!first) continue;
    became.set(plan.id, first);
    addTo(plans, first.id, plan);
  }
  return meetings.map((meeting) => ({
    meeting,
    became: became.get(meeting.id) ?? null,
    plans: plans.get(meeting.id) ?? [],
  }));
}

/** As `happenedBy` has it: what is only planned or refused counts from the day on which it was told. */
function hadHappened({ time, state, evidence }: MeetingView, world: string | null): boolean {
  if (world === null || (time.start !== null && time.start <= world)) return true;
  const isTold = evidence.some(({ document }) => (document.published.end ?? '~') <= world);
  return isTold && (time.start === null || UNCERTAIN_STATES.includes(state));
}

/** The first by date that fulfils a plan. @param done by date */
function firstFulfilling(done: readonly MeetingView[]): (plan: MeetingView) => MeetingView | null {
  const ofParty = new Map<string, number[]>();
  for (const [at, meeting] of done.entries()) {
    for (const id of new Set(partiesOf(meeting))) {
      addTo(ofParty, id, at);
    }
  }
  return (plan) => {
    const ids = [...new Set(partiesOf(plan))].sort(
      (a, b) => (ofParty.get(a)?.length ?? 0) - (ofParty.get(b)?.length ?? 0),
    );
    // Who shares two parties shares one other than the busiest.
    const searched = new Set([...ids.slice(0, -1), ...(plan.body ? [plan.body.id] : [])]);
    const firsts = [...searched].flatMap(
      (id) => ofParty.get(id)?.find((at) => fulfils(plan, done[at] as MeetingView)) ?? [],
    );
    return firsts.length === 0 ? null : (done[Math.min(...firsts)] ?? null);
  };
}

/** Keys of meetings in these states near the days of others, with a party or body of theirs. */
async function meetingsNear(
  db: Kysely<Tables>,
  meetings: readonly MeetingView[],
  daysOf: (meeting: MeetingView) => Near | null,
  states: readonly string[],
  slack: number,
): Promise<readonly number[]> {
  const ids = [...new Set(meetings.flatMap(partiesOf))];
  const keys = new Map<string, number>();
  for (const piece of inPieces(ids)) {
    const rows = await db.selectFrom('entities').select(['id', 'key']).where('id', 'in', piece).execute();
    for (const { id, key } of rows) keys.set(id, key);
  }
  const lists = new NearLists();
  for (const meeting of meetings) {
    const near = daysOf(meeting);
    if (!near) continue;
    const days = { from: daysFrom(near.from, -slack), to: near.to === null ? null : daysFrom(near.to, slack) };
    for (const id of partiesOf(meeting)) if (keys.has(id)) lists.ask(keys.get(id) ?? 0, days);
  }
  return [...(await lists.items(db, 'meeting', { states }))];
}

/** Days on which a plan can have been for, or without a date told before, what was held or refused. */
function daysBefore(done: MeetingView): Near | null {
  const day = dayOf(done);
  if (day === null) return null;
  // What is refused may have been planned for later.
  return { from: daysFrom(day, -NEAR_DAYS), to: done.state === 'refused' ? null : (done.time.end ?? day) };
}

/** Days on which what a plan was for can have been held or refused. */
function daysFor(plan: MeetingView): Near | null {
  const told = plan.evidence[0]?.document.published.start ?? null;
  const { start, end } = plan.time;
  if (start !== null && end !== null) return { from: told !== null && told < start ? told : start, to: end };
  return told === null ? null : { from: told, to: daysFrom(told, NEAR_DAYS) };
}

const PLANNED = ['planned', 'considered'];
const DONE = ['held', 'refused'];
const isPlan = ({ state }: MeetingView): boolean => PLANNED.includes(state);

const partiesOf = ({ parties, body }: MeetingView): readonly string[] =>
  [...parties, ...(body ? [body] : [])].map(({ id }) => id);

/** The same body or two of the same parties, no other level or place, on a day the plan was for. */
export function fulfils(plan: MeetingView, done: MeetingView): boolean {
  if (plan.level && done.level && plan.level !== 'other' && done.level !== 'other' && plan.level !== done.level)
    return false;
  if (plan.place && done.place && plan.place.id !== done.place.id) return false;
  const sameBody = plan.body !== null && plan.body.id === done.body?.id;
  const shared = partiesOf(plan).filter((id) => partiesOf(done).includes(id));
  return (sameBody || new Set(shared).size > 1) && inTime(plan, done);
}

function inTime(plan: MeetingView, done: MeetingView): boolean {
  const day = dayOf(done);
  if (day === null) return false;
  const told = plan.evidence[0]?.document.published.start ?? null;
  if (plan.time.start !== null && plan.time.end !== null) {
    const refused = done.state === 'refused' && (told ?? plan.time.start) <= day && day <= plan.time.end;
    return refused || (plan.time.start <= (done.time.end ?? day) && day <= plan.time.end);
  }
  return told !== null && told <= day && daysBetween(told, day) <= NEAR_DAYS;
}

/** The day something was held, or refused: without a date, when it was told. */
const dayOf = ({ time, state, evidence }: MeetingView): string | null =>
  time.start ?? (state === 'refused' ? (evidence[0]?.document.published.start ?? null) : null);

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
