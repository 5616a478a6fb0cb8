// The view of one record item from its tellings: parties of all, the rest from the one that leads.
import type { Activity, Meeting, Modality, Position, StatementForm } from '../../model/items.ts';
import { type Context, type EventType, PLOVER } from '../../model/plover.ts';
import type { Span } from '../../model/span.ts';
import type { Role } from '../schema/tables.ts';
import type { AnyView, DevelopmentView, EntityLink, EventView, Quoted, ReviewState, StatementView } from '../views.ts';
import type { Telling } from './telling.ts';

export function viewOf(lead: Telling, tellings: readonly Telling[], review: ReviewState): AnyView {
  const { row, details } = lead;
  const common = {
    id: row.id,
    time: { value: row.time_value, start: row.time_start, end: row.time_end, basis: row.time_basis },
    evidence: tellings.map(({ evidence }) => evidence),
    review,
  };
  const inRole = (role: Role) => entitiesIn(role, lead, tellings);
  const only = (role: Role) => inRole(role)[0] ?? null;
  switch (row.kind) {
    case 'event':
      return { kind: 'event', ...common, ...eventFields(lead, tellings), ...eventParties(inRole) };
    case 'statement':
      return { kind: 'statement', ...common, ...statementFields(lead), ...statementParties(inRole) };
    case 'meeting':
      return {
        kind: 'meeting',
        ...common,
        event: lead.refers ?? '',
        parties: inRole('party'),
        body: only('body'),
        level: row.type as Meeting['level'],
        place: only('place'),
        state: row.state as Meeting['state'],
        agenda: quotedIn('agenda', tellings),
        outcome: quotedIn('outcome', tellings),
      };
    case 'development':
      return {
        kind: 'development',
        ...common,
        agreement: required(inRole('agreement')),
        what: row.type as DevelopmentView['what'],
        by: inRole('by'),
      };
    case 'obligation':
      return { kind: 'obligation', ...common, agreement: required(inRole('agreement')) };
    case 'activity':
      return {
        kind: 'activity',
        ...common,
        activity: required(inRole('activity')),
        parties: inRole('party'),
        state: row.type as Activity['state'],
        figures: details.figures as Activity['figures'],
      };
    case 'position':
      return {
        kind: 'position',
        ...common,
        actor: required(inRole('actor')),
        on: required(inRole('on')),
        stance: row.type as Position['stance'],
        statement: lead.refers,
      };
  }
}

function eventFields({ row, details, refers }: Telling, tellings: readonly Telling[]) {
  const type = row.type as EventType;
  const mode = details.mode ?? tellings.find((telling) => telling.details.mode)?.details.mode ?? null;
  return {
    type,
    mode: mode as string | null,
    quad: PLOVER[type]?.quad ?? 1,
    contexts: [...new Set(tellings.flatMap((telling) => telling.details.contexts as Context[]))],
    modality: row.state as Modality,
    // News in one document is background in a later one.
    background: tellings.every((telling) => telling.row.background === 1),
    statement: refers,
    score: row.score ?? 0,
    cameo: (details.cameo ?? null) as string | null,
  } satisfies Partial<EventView>;
}

const eventParties = (inRole: (role: Role) => readonly EntityLink[]) => ({
  actor: inRole('actor'),
  recipient: inRole('recipient'),
  about: inRole('about'),
  place: inRole('place')[0] ?? null,
});

function statementFields({ row, details, text }: Telling) {
  const cue = details.cue as readonly Span[];
  const content = details.content as readonly Span[];
  const words = (spans: readonly Span[]) => spans.map((span) => text.slice(...span)).join(' … ');
  return {
    form: row.type as StatementForm,
    source: details.source as readonly Span[],
    cue,
    content,
    cueText: words(cue),
    contentText: words(content),
  } satisfies Partial<StatementView>;
}

const statementParties = (inRole: (role: Role) => readonly EntityLink[]) => ({
  speaker: inRole('speaker'),
  addressee: inRole('addressee'),
  about: inRole('about'),
  via: inRole('via'),
});

/** The entities in a role in any telling, those of the leading one first. */
function entitiesIn(role: Role, lead: Telling, tellings: readonly Telling[]): readonly EntityLink[] {
  const found = new Map<string, EntityLink>();
  for (const telling of [lead, ...tellings]) {
    for (const part of telling.roles) if (part.role === role) found.set(part.entity.id, part.entity);
  }
  return [...found.values()];
}

/** The words that any telling gives for a part of an item. */
function quotedIn(part: 'agenda' | 'outcome', tellings: readonly Telling[]): readonly Quoted[] {
  return tellings.flatMap(({ details, evidence, text }) =>
    (details[part] as readonly Span[]).map((span) => ({
      document: evidence.document.id,
      span,
      quote: text.slice(...span),
    })),
  );
}

/** What an agreement, activity or position is of; the writer leaves out items that lack it. */
function required([entity]: readonly EntityLink[]): EntityLink {
  return entity as EntityLink;
}
