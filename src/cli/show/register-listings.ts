// Listings of the registers: agreements, activities, meetings, promises, positions, issues.
import type {
  ActivityHistory,
  AgreementView,
  AnyView,
  IssueView,
  MeetingEntry,
  PromiseView,
  RecordDate,
  Stand,
} from '../../record/views.ts';
import { deedCell, documentOf, namesOf, quoteOf, stanceAndDeed, whenOf } from './item-cells.ts';
import { column, document, type Listing, once, when, words } from './listing.ts';

/** `suspended 2007-12-12`, with `(disputed)` where another telling claims otherwise. */
function stateCell(
  state: { readonly what: string; readonly time: RecordDate; readonly contradicted?: boolean } | null,
): string {
  if (!state) return '–';
  const date = state.time.value === null ? '' : ` ${whenOf(state.time)}`;
  return `${state.what}${date}${state.contradicted ? ' (disputed)' : ''}`;
}

export const agreements: Listing<AgreementView> = {
  ask: (record, filter) => record.agreements(filter),
  columns: [once('agreement', 3), once('state'), when, column('development'), column('by', 2), words, document],
  rows: ({ agreement, state, developments, contradictions, obligations }) => {
    const head = [agreement.name, stateCell(state)];
    const disputed = new Set(contradictions.flatMap(({ claims }) => claims.map(({ id }) => id)));
    return [
      ...developments.map((development) => {
        const mark = disputed.has(development.id) ? ' (disputed)' : '';
        const { time, what, by } = development;
        return [...head, whenOf(time), what + mark, namesOf(by), quoteOf(development), documentOf(development)];
      }),
      ...obligations.map((item) => [...head, whenOf(item.time), 'obligation', '', quoteOf(item), documentOf(item)]),
    ];
  },
  ids: ({ developments, obligations }) => [...developments, ...obligations].map(({ id }) => id),
};

export const activities: Listing<ActivityHistory> = {
  ask: (record, filter) => record.activities(filter),
  columns: [once('activity', 3), once('state'), when, column('told as'), column('figures', 1), words, document],
  rows: ({ activity, state, tellings }) =>
    tellings.map((telling) => [
      activity.name,
      stateCell(state),
      whenOf(telling.time),
      telling.state,
      telling.figures.map(({ value, of }) => `${value} ${of}`).join('; '),
      quoteOf(telling),
      documentOf(telling),
    ]),
  ids: ({ tellings }) => tellings.map(({ id }) => id),
};

export const meetings: Listing<MeetingEntry> = {
  ask: (record, filter) => record.meetings(filter),
  columns: [
    when,
    column('state'),
    column('level'),
    column('who', 2),
    column('place', 1),
    words,
    column('link', 1),
    document,
  ],
  rows: ({ meeting, became, plans }) => [
    [
      whenOf(meeting.time),
      meeting.state,
      meeting.level ?? '',
      namesOf(meeting.body ? [meeting.body, ...meeting.parties] : meeting.parties),
      meeting.place?.name ?? '',
      quoteOf(meeting),
      became
        ? `${became.state} ${whenOf(became.time)}`
        : plans.length > 0
          ? `planned in ${documentOf(plans[0] as MeetingEntry['meeting'])}`
          : '',
      documentOf(meeting),
    ],
  ],
  ids: ({ meeting }) => [meeting.id],
};

export const promises: Listing<PromiseView> = {
  ask: (record, filter) => record.promises(filter),
  columns: [when, column('what'), column('who', 2), words, column('since'), column('answer', 3), document],
  rows: ({ promise, event, outcome, answer }) => [
    [
      whenOf(event.time),
      promise,
      event.recipient.length > 0 ? `${namesOf(event.actor)} → ${namesOf(event.recipient)}` : namesOf(event.actor),
      quoteOf(event),
      answer ? `${outcome} ${whenOf(answer.time)}` : 'nothing found since',
      answer ? quoteOf(answer) : '',
      documentOf(event),
    ],
  ],
  ids: ({ event }) => [event.id],
};

export const positions: Listing<Stand> = {
  ask: (record, filter) => record.stands(filter),
  columns: [once('on', 2), once('who', 2), when, column('stance'), words, document],
  rows: ({ actor, on, positions: held, shifts, deed }) => {
    const shifted = new Set(shifts.map(({ after }) => after.id));
    const row = (item: AnyView, told: string) => [
      ...[on.name, actor.name, whenOf(item.time), told, quoteOf(item), documentOf(item)],
    ];
    return [
      ...held.map((position) => row(position, position.stance + (shifted.has(position.id) ? ' (shift)' : ''))),
      ...(deed ? [row(deed, deedCell(deed))] : []),
    ];
  },
  ids: ({ positions: held, deed }) => [...held, ...(deed ? [deed] : [])].map(({ id }) => id),
};

export const issues: Listing<IssueView> = {
  ask: (record, filter) => record.issues(filter),
  columns: [once('issue', 3), once('positions'), column('who', 2), column('latest stance'), when, words],
  rows: ({ issue, positions: number, sides }) =>
    sides.map((side) => [
      issue.name,
      String(number),
      side.actor.name,
      stanceAndDeed(side),
      whenOf(side.position.time),
      quoteOf(side.position),
    ]),
  ids: ({ sides }) => sides.map(({ position }) => position.id),
};
