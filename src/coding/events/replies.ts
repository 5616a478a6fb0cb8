// Whom a refusal or denial answers that names nobody: "Peru accused Chad of ... Chad denied the charge" is denied to Peru.
import type { EntityRegister } from '../../model/annotations.ts';
import type { Event, Statement } from '../../model/items.ts';
import type { EventType } from '../../model/plover.ts';

/** How far back, in code units, what is answered may stand. */
const REACH = 1200;

/** How near what is answered must be, in code units, where it was put to nobody by name. */
const NEAR = 100;

/** What is answered, by the words for it, and the types of event that it may have been. */
const ANSWERED: readonly { readonly words: RegExp; readonly types: ReadonlySet<EventType> }[] = [
  {
    words:
      /^\W*(?:all |both )?(?:the|these|those|such|this|that)\s(?:\p{Ll}+\s)?(?:charges?|accusations?|allegations?|claims?)\b/u,
    types: new Set(['ACCUSE']),
  },
  {
    words:
      /^\W*(?:down\s)?(?:the|these|those|this|that)\s(?:\p{Ll}+\s)?(?:demands?|requests?|ultimatum|calls?|appeals?|proposals?|offers?|invitation|ideas?|plan|threats?|warnings?)\b/u,
    types: new Set(['REQUEST', 'AGREE', 'THREATEN']),
  },
  { words: /^\s(?:that|this|it|them)\b/, types: new Set(['ACCUSE', 'REQUEST', 'AGREE']) },
  // "Chad refused on Monday".
  { words: /^\W*(?:$|(?:on|at|in|yesterday|later|again)\b)/, types: new Set(['REQUEST', 'AGREE']) },
];

/** Deeds that somebody may be charged with by telling of them. */
const CHARGED: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE']);

interface Told {
  readonly text: string;
  readonly register: EntityRegister;
  readonly statements: readonly Statement[];
}

/** The events with those who are answered as recipients of the refusals and acceptances that name nobody. */
export function withAnswered(events: readonly Event[], told: Told): readonly Event[] {
  return events.map((event, at) => {
    if ((event.type !== 'REJECT' && event.type !== 'AGREE') || event.recipient.length || event.modality !== 'actual')
      return event;
    const behind = told.text.slice(event.trigger[1], Math.min(event.evidence[1], event.trigger[1] + 60));
    const known = ANSWERED.find(({ words }) => words.test(behind));
    if (!known || (event.type === 'AGREE' && !ACCEPTED.test(told.text.slice(...event.trigger)))) return event;
    const recipient = answered(events.slice(Math.max(0, at - 12), at), event, known.types, told);
    return recipient.length
      ? { ...event, recipient, about: event.about.filter((id) => !recipient.includes(id)) }
      : event;
  });
}

const ACCEPTED = /^accept/i;

function answered(
  before: readonly Event[],
  { actor, trigger }: Event,
  types: ReadonlySet<EventType>,
  { register, statements }: Told,
): readonly string[] {
  const sideOf = (id: string) => register.get(id)?.partOf ?? id;
  const own = new Set(actor.flatMap((id) => [id, sideOf(id)]));
  const isOwn = (id: string) => own.has(id) || own.has(sideOf(id));
  for (const other of [...before].reverse()) {
    if (trigger[0] - other.trigger[1] > REACH) return [];
    if (other.modality !== 'actual') continue;
    // "Chad proposed a patrol. Mali turned down the proposal."
    const isOpen = other.recipient.length === 0 && trigger[0] - other.evidence[1] < NEAR;
    const said = types.has(other.type) && (isOpen || other.recipient.some(isOwn));
    if (said && other.actor.length && !other.actor.some(isOwn)) return other.actor;
    // "Peru said Chad had shelled the port. Chad denied the charge."
    const speakers = statements.find(({ id }) => id === other.statement)?.speaker ?? [];
    const charged = types.has('ACCUSE') && CHARGED.has(other.type) && other.actor.some(isOwn);
    if (charged && speakers.length && !speakers.some(isOwn))
      return [...new Set(speakers.flatMap((id) => [id, sideOf(id)]))];
  }
  return [];
}
