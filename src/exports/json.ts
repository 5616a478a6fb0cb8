// The whole record as one JSON object (format.md, part 2): one item a line, so that two exports can be compared.
import { FORMAT } from '../model/reading.ts';
import { hashOf } from '../record/hash.ts';
import type {
  ActivityView,
  DevelopmentView,
  DocumentText,
  EntityLink,
  EntityMentions,
  EventView,
  Evidence,
  MeetingView,
  ObligationView,
  PositionView,
  Quoted,
  RecordDate,
  StatementView,
  ThreadView,
} from '../record/views.ts';
import type { Exporter } from './format.ts';
import type { Selection } from './selection/selection.ts';

export const json: Exporter = {
  summary: 'the record as one JSON object, for programs and for comparing two states of it',
  mediaType: 'application/json',
  ending: 'json',
  loses: 'Nothing but the order in which documents came.',
  pieces,
};

async function* pieces(selection: Selection): AsyncGenerator<string> {
  yield `{"format":${FORMAT}`;
  yield* list('documents', selection.documents(), documentOut);
  yield* list('entities', selection.entities(), entityOut);
  yield* list('statements', selection.items('statement'), statementOut);
  yield* list('events', selection.items('event'), eventOut);
  yield* list('agreements', agreements(selection), (agreement) => agreement);
  yield* list('meetings', selection.items('meeting'), meetingOut);
  yield* list('activities', selection.items('activity'), activityOut);
  yield* list('positions', selection.items('position'), positionOut);
  yield* list('threads', selection.threads(), threadOut);
  yield* list('reviews', await selection.journal(), (review) => review);
  yield '}\n';
}

async function* list<T>(
  name: string,
  items: AsyncIterable<T> | Iterable<T>,
  out: (item: T) => unknown,
): AsyncGenerator<string> {
  let before = `,\n"${name}":[\n`;
  for await (const item of items) {
    yield before + JSON.stringify(out(item));
    before = ',\n';
  }
  yield before === ',\n' ? '\n]' : `,\n"${name}":[]`;
}

const ids = (links: readonly EntityLink[]): readonly string[] => links.map(({ id }) => id);

/** The words an item rests on, each beside its document. */
const evidenceOut = (evidence: readonly Evidence[]) =>
  evidence.map(({ document, span, trigger, also, rule, why }) => ({
    document: document.id,
    span,
    ...(trigger && { trigger }),
    ...(also.length > 0 && { also }),
    ...reasons({ rule, why }),
  }));

const reasons = ({ rule, why }: { rule: string | null; why: string | null }) => ({
  ...(rule !== null && { rule }),
  ...(why !== null && { why }),
});

/** A plain date, marked as in a reading where it is the day of publication. */
const datedOut = ({ value, basis }: RecordDate) => ({ time: value, ...(basis === 'published' && { basis }) });

const placesOut = (quoted: readonly Quoted[]) => quoted.map(({ document, span }) => ({ document, span }));

const documentOut = (document: DocumentText) => ({
  id: document.id,
  title: document.title,
  publisher: document.publisher,
  author: document.author,
  language: document.language,
  url: document.url,
  published: { value: document.published.value, basis: document.published.basis },
  text: document.text,
  passages: document.passages,
  sentences: document.sentences,
  times: document.times,
  diagnostics: document.diagnostics,
});

const entityOut = (entity: EntityMentions) => ({
  id: entity.id,
  kind: entity.kind,
  name: entity.name,
  code: entity.code,
  partOf: entity.partOf?.id ?? null,
  offices: entity.offices,
  names: entity.names,
  mentions: entity.mentionsAt,
  review: entity.review,
});

/** Statements are each one document's: it stands beside source, cue and content. */
const statementOut = (statement: StatementView) => ({
  id: statement.id,
  document: statement.evidence[0]?.document.id,
  speaker: ids(statement.speaker),
  addressee: ids(statement.addressee),
  source: statement.source.length > 0 ? oneOrMore(statement.source) : null,
  cue: statement.cue.length > 0 ? oneOrMore(statement.cue) : null,
  content: statement.content,
  form: statement.form,
  via: ids(statement.via),
  about: ids(statement.about),
  ...reasons(statement.evidence[0] ?? { rule: null, why: null }),
  review: statement.review,
});

/** A single span as it is, several as a list, as in a reading. */
const oneOrMore = <T>(spans: readonly T[]): T | readonly T[] => (spans.length === 1 ? (spans[0] as T) : spans);

const eventOut = (event: EventView) => ({
  id: event.id,
  type: event.type,
  mode: event.mode,
  contexts: event.contexts,
  actor: ids(event.actor),
  recipient: ids(event.recipient),
  about: ids(event.about),
  place: event.place?.id ?? null,
  time: { value: event.time.value, basis: event.time.basis },
  modality: event.modality,
  background: event.background,
  statement: event.statement,
  score: event.score,
  ...(event.cameo !== null && { cameo: event.cameo }),
  evidence: evidenceOut(event.evidence),
  review: event.review,
});

const meetingOut = (meeting: MeetingView) => ({
  id: meeting.id,
  event: meeting.event,
  parties: ids(meeting.parties),
  body: meeting.body?.id ?? null,
  level: meeting.level,
  place: meeting.place?.id ?? null,
  ...datedOut(meeting.time),
  state: meeting.state,
  agenda: placesOut(meeting.agenda),
  outcome: placesOut(meeting.outcome),
  evidence: evidenceOut(meeting.evidence),
  review: meeting.review,
});

/** Each agreement once, with its developments by date and its obligations. */
async function* agreements(selection: Selection) {
  const found = new Map<string, { developments: DevelopmentView[]; obligations: ObligationView[] }>();
  const of = ({ agreement }: DevelopmentView | ObligationView) => {
    const entry = found.get(agreement.id) ?? { developments: [], obligations: [] };
    found.set(agreement.id, entry);
    return entry;
  };
  for await (const development of selection.items('development')) of(development).developments.push(development);
  for await (const obligation of selection.items('obligation')) of(obligation).obligations.push(obligation);
  for (const [entity, { developments, obligations }] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield {
      id: `g${hashOf(entity)}`,
      entity,
      developments: developments.map(({ id, what, by, time, evidence, review }) => ({
        id,
        what,
        by: ids(by),
        ...datedOut(time),
        evidence: evidenceOut(evidence),
        review,
      })),
      obligations: obligations.map(({ id, evidence, review }) => ({ id, evidence: evidenceOut(evidence), review })),
      review: 'machine',
    };
  }
}

const activityOut = (activity: ActivityView) => ({
  id: activity.id,
  entity: activity.activity.id,
  parties: ids(activity.parties),
  state: activity.state,
  figures: activity.figures.map((figure) => ({ document: activity.evidence[0]?.document.id, ...figure })),
  evidence: evidenceOut(activity.evidence),
  review: activity.review,
});

const positionOut = (position: PositionView) => ({
  id: position.id,
  actor: position.actor.id,
  on: position.on.id,
  stance: position.stance,
  statement: position.statement,
  evidence: evidenceOut(position.evidence),
  review: position.review,
});

const threadOut = ({ id, entity, items }: ThreadView) => ({
  id,
  entity: entity.id,
  items: items.map(({ kind, id: item, time }) => ({ kind, id: item, time: time.value })),
  review: 'machine',
});
