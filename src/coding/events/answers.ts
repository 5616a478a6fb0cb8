// What became, within a document, of its promises, offers and requests: done, or refused.
import type { Answer, Event } from '../../model/items.ts';
import { type EventType, RECIPROCAL_TYPES } from '../../model/plover.ts';
import { overlaps } from '../../model/span.ts';

/** What would answer a promise or request: the type of act that fulfils it, and the CAMEO code of its refusal. */
export interface Act {
  readonly act: EventType;
  readonly refused: RegExp;
}

/** What an event is known by here: of a reading, or of the record. */
type Deed = Pick<Event, 'type' | 'modality'> & { readonly cameo?: string | null };

/** The act that a promise or request is about, by its CAMEO code (lexicon/events/compositions.tsv), and its refusal's code. */
const ACTS: readonly (Act & { readonly asked: RegExp })[] = [
  { asked: /^(?:0356|1056)$/, act: 'RETREAT', refused: /^1246$/ },
  { asked: /^(?:0312|1012)$/, act: 'MOBILIZE', refused: /^1212$/ },
  { asked: /^(?:036|106)/, act: 'CONSULT', refused: /^125/ },
  { asked: /^032/, act: 'SUPPORT', refused: /^121/ },
  { asked: /^(?:035|105)/, act: 'CONCEDE', refused: /^124/ },
  { asked: /^(?:031|101)/, act: 'COOPERATE', refused: /^121/ },
  { asked: /^(?:033|103)/, act: 'AID', refused: /^122/ },
];

/**
 * Links events to the promises and requests of the same document that they answer: "Norway promised to send helicopters ...
 * In May Norway sent the helicopters" is fulfilled, "Chad asked Mali to open talks ... Mali refused to talk" is refused.
 * The one who promised, or who was asked, must do it, and both must share their subject, their recipient or their company.
 */
export function linkAnswers(events: readonly Event[]): readonly Event[] {
  const asked = events.flatMap((event) => {
    const act = actOf(event);
    return act ? [{ event, act }] : [];
  });
  if (!asked.length) return events;
  return events.map((event) => {
    if (event.modality !== 'actual') return event;
    const answers = asked.flatMap(({ event: first, act }): readonly Answer[] => {
      const how = howAnswered(event, act);
      return how && isAnswer(first, event) ? [{ event: first.id, how }] : [];
    });
    return answers.length ? { ...event, answers } : event;
  });
}

/** What a promise or request is about; null for other events. */
export function actOf({ type, modality, cameo }: Deed): Act | null {
  if ((type !== 'AGREE' && type !== 'REQUEST') || modality !== 'actual') return null;
  return ACTS.find(({ asked }) => asked.test(cameo ?? '')) ?? null;
}

/** Whether an event does what was promised or asked for, or refuses it; who does it for whom is not looked at. */
export function howAnswered(event: Deed, { act, refused }: Act): Answer['how'] | null {
  if (event.type === act) return 'fulfilled';
  return event.type === 'REJECT' && refused.test(event.cameo ?? '') ? 'refused' : null;
}

function isAnswer(first: Event, later: Event): boolean {
  if (first === later || overlaps(first.evidence, later.evidence) || isBefore(later, first)) return false;
  if (isFarFrom(first.time.value, later.time.value)) return false;
  const bound = first.type === 'AGREE' ? first.actor : first.recipient;
  if (!shares(later.actor, bound)) return false;
  const asking = first.type === 'AGREE' ? first.recipient : first.actor;
  const parties = [...later.actor, ...later.recipient].filter((id) => [...bound, ...asking].includes(id));
  const company = (RECIPROCAL_TYPES.has(later.type) || later.type === 'REJECT') && new Set(parties).size > 1;
  return shares(first.about, later.about) || shares(later.recipient, asking) || company;
}

/** Whether an event is told as older than another: dated earlier, or recalled as history without a date. */
function isBefore(event: Event, other: Event): boolean {
  const [own, others] = [event.time.value, other.time.value];
  if (own !== null && others !== null && own < others.slice(0, own.length)) return true;
  return event.background && !other.background;
}

/** Days past which a deed is no longer held to be what a promise or request spoke of, unless the text gives no dates. */
export const ANSWERED_WITHIN_DAYS = 366;

/**
 * Whether one date lies too long after another to answer it: the visit promised for December 2009 is not the meeting of April 2016.
 * Dates that cannot be compared are near.
 */
export function isFarFrom(asked: string | null, done: string | null): boolean {
  const [first, last] = [asked, done].map((value) => Date.parse(value?.match(/^\d{4}(?:-\d{2}){0,2}$/)?.[0] ?? ''));
  return (last ?? 0) - (first ?? 0) > ANSWERED_WITHIN_DAYS * 86_400_000;
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((id) => b.includes(id));
}
