// Turns the items of a reading into rows of one shape: the words, the date, who takes which part, and the rest as JSON.
import type { DocumentHead } from '../../model/document.ts';
import type { Activity, Agreement, Event, Meeting, Position, Reasoned, Statement } from '../../model/items.ts';
import type { Reading } from '../../model/reading.ts';
import { contains, hull, piecesOf, type Span } from '../../model/span.ts';
import type { Role } from '../schema/tables.ts';
import type { ItemKind, RecordDate } from '../views.ts';
import { timeOfSaying } from './time-of-saying.ts';

export interface ItemDraft {
  readonly kind: ItemKind;
  /** Place among the reading's items of its kind. */
  readonly n: number;
  /** Its id in the reading, null for kinds that have none. */
  readonly local: string | null;
  readonly span: Span;
  readonly trigger: Span | null;
  readonly type: string | null;
  readonly state: string | null;
  readonly time: Pick<RecordDate, 'value' | 'basis'>;
  readonly score: number | null;
  readonly background: boolean;
  /** Id in the reading of the statement or event it refers to. */
  readonly refers: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly rule: string | null;
  readonly why: string | null;
  /** Ids are the reading's. */
  readonly roles: readonly { readonly role: Role; readonly entity: string }[];
}

/** All items of a reading; statements and events first, since others refer to them. */
export function draftsOf(reading: Reading): readonly ItemDraft[] {
  const { document, statements, events, agreements, meetings, activities, positions } = reading;
  const saidOn = timeOfSaying(reading);
  const times = new Map(
    statements.map((statement) => [statement.id, statement.time ?? saidOn(statement) ?? asPublished(document)]),
  );
  const timeOf = (statement: string | null) => times.get(statement ?? '') ?? asPublished(document);
  return [
    ...statements.map((statement, n) => statementDraft(statement, n, timeOf(statement.id))),
    ...events.map(eventDraft),
    ...meetings.map(meetingDraft),
    ...agreements.flatMap(developmentDrafts).map((draft, n) => ({ ...draft, n })),
    ...agreements.flatMap((agreement) => obligationDrafts(agreement, document)).map((draft, n) => ({ ...draft, n })),
    ...activities.map((activity, n) => activityDraft(activity, n, reading)),
    ...positions.map((position, n) => positionDraft(position, n, position.time ?? timeOf(position.statement))),
  ];
}

const NOTHING = { local: null, trigger: null, type: null, state: null, score: null, background: false, refers: null };

const reasons = ({ rule, why }: Reasoned) => ({ rule: rule ?? null, why: why ?? null });

const inRole = (role: Role, entities: readonly (string | null)[]) =>
  entities.flatMap((entity) => (entity === null ? [] : [{ role, entity }]));

/** What an item rests on, where it does on anything but its words. */
const groundsOf = ({ grounds = [] }: Pick<Position, 'grounds'>) => (grounds.length > 0 ? { grounds } : {});

/** What a document says holds for the day it was published, unless it tells another one. */
const asPublished = ({ published }: DocumentHead): ItemDraft['time'] =>
  published.value === null ? { value: null, basis: 'unknown' } : { value: published.value, basis: 'published' };

const asExpressed = (value: string | null): ItemDraft['time'] => ({
  value,
  basis: value === null ? 'unknown' : 'expression',
});

const asDated = ({ time, basis }: Pick<Meeting, 'time' | 'basis'>): ItemDraft['time'] =>
  basis === undefined ? asExpressed(time) : { value: time, basis };

function statementDraft(statement: Statement, n: number, time: ItemDraft['time']): ItemDraft {
  const source = piecesOf(statement.source);
  const cue = piecesOf(statement.cue);
  const pieces = [...statement.content, ...source, ...cue];
  return {
    ...NOTHING,
    kind: 'statement',
    n,
    local: statement.id,
    span: pieces.reduce(hull, pieces[0] ?? [0, 0]),
    type: statement.form,
    time,
    details: { source, cue, content: statement.content },
    ...reasons(statement),
    roles: [
      ...inRole('speaker', statement.speaker),
      ...inRole('addressee', statement.addressee),
      ...inRole('via', statement.via),
      ...inRole('about', statement.about),
      ...inRole('place', [statement.place ?? null]),
    ],
  };
}

function eventDraft(event: Event, n: number): ItemDraft {
  return {
    kind: 'event',
    n,
    local: event.id,
    span: event.evidence,
    trigger: event.trigger,
    type: event.type,
    state: event.modality,
    time: event.time,
    score: event.score,
    background: event.background,
    refers: event.statement,
    details: {
      mode: event.mode,
      contexts: event.contexts,
      ...(event.also ? { also: event.also } : {}),
      ...(event.cameo === undefined ? {} : { cameo: event.cameo }),
    },
    ...reasons(event),
    roles: [
      ...inRole('actor', event.actor),
      ...inRole('recipient', event.recipient),
      ...inRole('about', event.about),
      ...inRole('place', [event.place]),
    ],
  };
}

function meetingDraft(meeting: Meeting, n: number): ItemDraft {
  return {
    ...NOTHING,
    kind: 'meeting',
    n,
    span: meeting.evidence,
    type: meeting.level,
    state: meeting.state,
    time: asDated(meeting),
    refers: meeting.event,
    details: { agenda: meeting.agenda ?? [], outcome: meeting.outcome ?? [] },
    ...reasons(meeting),
    roles: [
      ...inRole('party', meeting.parties),
      ...inRole('body', [meeting.body]),
      ...inRole('place', [meeting.place]),
    ],
  };
}

function developmentDrafts({ entity, developments }: Agreement): ItemDraft[] {
  return developments.map((development, n) => ({
    ...NOTHING,
    kind: 'development',
    n,
    span: development.evidence,
    type: development.what,
    time: asDated(development),
    details: groundsOf(development),
    ...reasons(development),
    roles: [...inRole('agreement', [entity]), ...inRole('by', development.by)],
  }));
}

function obligationDrafts({ entity, obligations }: Agreement, head: DocumentHead): ItemDraft[] {
  return obligations.map((obligation, n) => ({
    ...NOTHING,
    kind: 'obligation',
    n,
    span: obligation.evidence,
    time: asPublished(head),
    details: {},
    ...reasons(obligation),
    roles: inRole('agreement', [entity]),
  }));
}

/** The date of the event that tells of an activity in the same words ("In 2012 the two trained pilots"), else the document's. */
function timeOfActivity({ evidence }: Activity, { events, document }: Reading): ItemDraft['time'] {
  const dated = events.find(
    (event) =>
      event.time.basis === 'expression' && (contains(event.evidence, evidence) || contains(evidence, event.evidence)),
  );
  return dated ? asExpressed(dated.time.value) : asPublished(document);
}

function activityDraft(activity: Activity, n: number, reading: Reading): ItemDraft {
  return {
    ...NOTHING,
    kind: 'activity',
    n,
    span: activity.evidence,
    type: activity.state,
    time: timeOfActivity(activity, reading),
    details: { figures: activity.figures, ...groundsOf(activity) },
    ...reasons(activity),
    roles: [...inRole('activity', [activity.entity]), ...inRole('party', activity.parties)],
  };
}

function positionDraft(position: Position, n: number, time: ItemDraft['time']): ItemDraft {
  return {
    ...NOTHING,
    kind: 'position',
    n,
    span: position.evidence,
    type: position.stance,
    time,
    refers: position.statement,
    details: groundsOf(position),
    ...reasons(position),
    roles: [...inRole('actor', [position.actor]), ...inRole('on', [position.on])],
  };
}
