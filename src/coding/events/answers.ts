// What became, within a document, of its promises, offers and requests: done, or refused.
import type { Answer, Event } from '../../model/items.ts';
import { type EventType, RECIPROCAL_TYPES } from '../../model/plover.ts';
import { overlaps } from '../../model/span.ts';

/** The act that a promise or request is about, by its CAMEO code (lexicon/events/compositions.tsv), and its refusal's code. */
const ACTS: readonly { readonly asked: RegExp; readonly act: EventType; readonly refused: RegExp }[] = [
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
    if (event.type !== 'AGREE' && event.type !== 'REQUEST') return [];
    const known = ACTS.find(({ asked: code }) => code.test(event.cameo ?? ''));
    return known && event.modality === 'actual' ? [{ event, ...known }] : [];
  });
  if (!asked.length) return events;
  return events.map((event) => {
    if (event.modality !== 'actual') return event;
    const answers = asked.flatMap(({ event: first, act, refused }): readonly Answer[] => {
      const how = howAnswered(event, act, refused);
      return how && isAnswer(first, event) ? [{ event: first.id, how }] : [];
    });
    return answers.length ? { ...event, answers } : event;
  });
}

function howAnswered(event: Event, act: EventType, refused: RegExp): Answer['how'] | null {
  if (event.type === act) return 'fulfilled';
  return event.type === 'REJECT' && refused.test(event.cameo ?? '') ? 'refused' : null;
}

function isAnswer(first: Event, later: Event): boolean {
  if (first === later || overlaps(first.evidence, later.evidence) || isBefore(later, first)) return false;
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

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((id) => b.includes(id));
}
