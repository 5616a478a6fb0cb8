// The registers as schemas: agreements, activities, meetings, promises, positions, threads.
import { z } from 'zod';
import { ACTIVITY_STATES, DEVELOPMENTS, STANCES } from '../../model/items.ts';
import type * as contract from '../contract.ts';
import { counts, entityDetail, entityView, pageOf } from './documents.ts';
import {
  activity,
  anyItem,
  count,
  day,
  development,
  entities,
  entityLink,
  event,
  id,
  meeting,
  obligation,
  position,
  recordDate,
  text,
} from './items.ts';
import { publisher } from './sources.ts';

export const agreement = z.strictObject({
  agreement: entityView,
  state: z
    .strictObject({ what: z.enum(DEVELOPMENTS), time: recordDate, development: id, contradicted: z.boolean() })
    .nullable(),
  developments: z.array(development),
  contradictions: z.array(z.strictObject({ about: text, claims: z.array(development), total: count })),
  obligations: z.array(obligation),
  totals: z.strictObject({ developments: count, obligations: count }),
}) satisfies z.ZodType<contract.AgreementView>;

export const activityHistory = z.strictObject({
  activity: entityView,
  state: z.strictObject({ what: z.enum(ACTIVITY_STATES), time: recordDate, item: id }).nullable(),
  parties: entities,
  tellings: z.array(activity),
  total: count,
  figures: z.array(z.strictObject({ value: z.number(), of: text, items: z.array(id) })),
}) satisfies z.ZodType<contract.ActivityHistory>;

export const meetingEntry = z.strictObject({
  meeting,
  became: meeting.nullable(),
  plans: z.array(meeting),
}) satisfies z.ZodType<contract.MeetingEntry>;

export const promise = z.strictObject({
  promise: z.enum(['promise', 'offer', 'request']),
  event,
  outcome: z.enum(['fulfilled', 'refused', 'open']),
  answer: event.nullable(),
  answers: z.array(z.strictObject({ how: z.enum(['fulfilled', 'refused']), event })),
}) satisfies z.ZodType<contract.PromiseView>;

const shift = z.strictObject({
  actor: entityLink,
  on: entityLink,
  before: position,
  after: position,
}) satisfies z.ZodType<contract.PositionShift>;

const stance = z.enum(STANCES);
const deed = z.discriminatedUnion('kind', [development, activity]).nullable();

export const stand = z.strictObject({
  actor: entityLink,
  on: entityLink,
  stance,
  latest: position,
  deed,
  positions: z.array(position),
  shifts: z.array(shift),
  total: count,
}) satisfies z.ZodType<contract.Stand>;

export const issue = z.strictObject({
  issue: entityLink,
  positions: count,
  contest: count,
  sides: z.array(z.strictObject({ actor: entityLink, stance, position, deed })),
  total: count,
}) satisfies z.ZodType<contract.IssueView>;

export const threadSummary = z.strictObject({
  entity: entityLink,
  items: count,
  documents: count,
  counts,
  from: day,
  to: day,
}) satisfies z.ZodType<contract.ThreadSummary>;

export const threadDetail = z.strictObject({
  entity: entityDetail,
  state: z.strictObject({ what: text, time: recordDate, item: id }).nullable(),
  agreement: agreement.nullable(),
  activity: activityHistory.nullable(),
  items: pageOf(anyItem),
  positions: z.strictObject({
    actors: entities,
    periods: z.array(text),
    cells: z.array(
      z.strictObject({ actor: id, period: text, stance, position: id, quote: text, document: id, number: count }),
    ),
  }),
  shifts: z.array(shift),
  meetings: z.array(meetingEntry),
  publishers: z.array(publisher),
  totals: z.strictObject({ actors: count, shifts: count, meetings: count, documents: count }),
}) satisfies z.ZodType<contract.ThreadDetail>;
