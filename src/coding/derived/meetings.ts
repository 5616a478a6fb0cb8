// The meetings calendar: who met whom at what level, where and when, and whether it took place.
import type { Timex } from '../../model/analysis.ts';
import type { Annotations } from '../../model/annotations.ts';
import type { Entity, Event, EventTime, Meeting, MeetingLevel, MeetingState } from '../../model/items.ts';
import { contains, type Span } from '../../model/span.ts';
import { courseOf } from '../events/course.ts';
import { isAfterNews } from '../events/set-for.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { nearby } from '../nearby.ts';
import { datedBy, UNDATED } from './dated-by.ts';
import { SentenceIndex } from './sentence-index.ts';

/** CAMEO codes of promised and of refused meetings (036 intent to meet, 125 refusal to meet, 106 demand for talks). */
const PROMISED = '036';
const REFUSED = '125';
const ASKED = '106';
/** Mediation: whoever mediates need not bring the sides together. */
const MEDIATED = '045';
/** How far one telephone call or letter is from a meeting: CONSULT in this mode is none. */
const NOT_IN_PERSON = 'phone';

const timesNear = nearby<Timex>(({ span }) => [span]);

type MeetingInput = Pick<Annotations, 'document' | 'head' | 'sentences' | 'tokens' | 'times' | 'register' | 'events'>;

/** The meetings that events tell of, each once, in text order. */
export function findMeetings(so: MeetingInput, lexicon: { readonly events: EventLexicon }): readonly Meeting[] {
  const index = new SentenceIndex(so, lexicon.events.baseForms);
  const joint = jointBodies(so);
  return so.events.flatMap((event): Meeting[] => {
    const state = stateOf(event);
    if (!state || isOneSided(index, event)) return [];
    const all = [...new Set([...event.actor, ...event.recipient])];
    // "Visited Lima": its state takes part, and the city is where.
    const parties = all.filter((id) => {
      const entity = so.register.get(id);
      return entity?.kind !== 'place' || !all.includes(entity.partOf ?? '');
    });
    const named = parties.map((id) => so.register.get(id)).filter((entity): entity is Entity => entity !== null);
    const words = so.document.text.slice(...event.evidence).toLowerCase();
    const agenda = agendaOf(index, event);
    const outcome = state === 'held' ? outcomeOf(index, event) : null;
    const body = bodyOf(so, event, named, joint);
    // "We remain open to dialogue": they name nobody to meet.
    if (event.type === 'AGREE' && !event.recipient.length && /^we\b(?!.*\b(?:with|together|each other)\b)/s.test(words))
      return [];
    if (event.type === 'AGREE' && body === null && event.place === null && sidesOf(so, named).size < 2) return [];
    const isComing = state === 'planned' || state === 'considered';
    return [
      {
        event: event.id,
        parties,
        body,
        level: levelOf(words, named, lexicon.events),
        place: event.place,
        ...datedBy(isComing ? dayAhead(so, event) : event.time),
        state,
        evidence: event.evidence,
        ...(agenda.length ? { agenda } : {}),
        ...(outcome ? { outcome: [outcome] } : {}),
        rule: event.rule ?? 'meeting',
        why: `${event.type} ${event.modality}${event.mode ? ` (${event.mode})` : ''} -> ${state}`,
      },
    ];
  });
}

/** The states and organisations behind some parties: "ready for talks" of a minister and his state is no meeting of two. */
function sidesOf({ register }: MeetingInput, parties: readonly Entity[]): ReadonlySet<string> {
  const above = ({ partOf }: Entity) => (partOf === null ? null : register.get(partOf));
  return new Set(
    parties.map((party) => {
      // A minister is part of a ministry, which is part of a state.
      const owner = above(party);
      return ((owner && above(owner)) ?? owner ?? party).id;
    }),
  );
}

/** The day for which a meeting is promised or asked for, which is not the day on which that was done. */
function dayAhead(so: MeetingInput, event: Event): EventTime {
  const known = event.time.basis === 'published' || isPast(so, event) ? UNDATED : event.time;
  if (known.value !== null || event.type === 'CONSULT') return known;
  const ahead = timesNear(so.times, event.evidence).find(
    ({ span, value }) => contains(event.evidence, span) && isAfterNews(value, so.head),
  );
  return ahead ? { value: ahead.value.slice(0, 10), basis: 'expression' } : UNDATED;
}

/** "Agreed on Monday to meet again", in Tuesday's paper: the day is that of the promise. */
function isPast({ head }: MeetingInput, { type, time }: Event): boolean {
  const published = head.published.value;
  if (type === 'CONSULT' || published === null || time.value === null) return false;
  return time.value.length >= published.length && time.value.slice(0, published.length) <= published;
}

const SITTING = /\b(?:council|committee|commission|group|assembly|summit)\b/i;
const SESSION = /\b(?:meetings?|sessions?|summits?|talks)\b/i;

/**
 * The council or committee that met: named in the event's words, or a joint one of just these sides whose meeting the text
 * speaks of elsewhere ("the interior ministers of Peru and Chile met" beside "the Peru-Chile Council meeting").
 */
function bodyOf(
  so: MeetingInput,
  event: Event,
  parties: readonly Entity[],
  joint: readonly JointBody[],
): string | null {
  const named = so.register.within(event.evidence).find(({ kind, name }) => kind === 'body' && SITTING.test(name));
  if (named) return named.id;
  const words = so.document.text.slice(...event.evidence);
  if (!SESSION.test(words) || /\b(?:informal|unofficial|private)\b/i.test(words)) return null;
  if (parties.some(({ kind }) => kind === 'person')) return null;
  const sides = new Set(
    parties.flatMap((party) => [party.name, so.register.get(party.partOf ?? '')?.name ?? party.name]),
  );
  return joint.find(({ members }) => members.every((member) => sides.has(member)))?.id ?? null;
}

interface JointBody {
  readonly id: string;
  /** Names of those who sit in it. */
  readonly members: readonly string[];
}

/** The councils named by their sides of which the text says that they meet. */
function jointBodies(so: MeetingInput): readonly JointBody[] {
  return so.register.all().flatMap(({ id, kind, name, mentions }): JointBody[] => {
    if (kind !== 'body' || !SITTING.test(name)) return [];
    const members = name
      .replace(SITTING, '')
      .trim()
      .split(/[-–/]| and /);
    return members.length > 1 && mentions.some(({ span }) => isAtSession(so, span)) ? [{ id, members }] : [];
  });
}

/** "The Peru-Chile Council meeting", "a meeting of the Peru-Chile Council". */
function isAtSession({ document }: MeetingInput, [start, end]: Span): boolean {
  const behind = document.text.slice(end, end + 20);
  const before = document.text.slice(Math.max(0, start - 24), start);
  return (
    /^(?:\s\([A-Z]+\))?\s(?:meeting|session|summit)\b/.test(behind) ||
    /\b(?:meeting|session) of (?:the )?$/i.test(before)
  );
}

/** Verbs by which one tells others something, who need not meet: "briefed the Council", "spoke to the Herald". */
const TELLING = /^(?:brief|address|speak|talk|inform|lecture|testify|write)$/;

/**
 * Whether a CONSULT is no meeting of parties: one briefs or addresses others, or speaks to somebody without "with".
 * "The minister spoke to Ana Torres of the Herald", "Kenya briefed the Council"; "Kenya spoke with Chad" stays a meeting.
 */
function isOneSided(index: SentenceIndex, event: Event): boolean {
  const placed = event.type === 'CONSULT' ? index.place(event.trigger) : null;
  if (!placed || !TELLING.test(placed.tree.lemma(placed.at))) return false;
  const { tree, at } = placed;
  if (tree.upos(at) !== 'VERB') return false;
  return !tree.childrenIn(at, 'obl').some((child) => /^(?:with|between)$/.test(tree.preposition(child)));
}

function stateOf(event: Event): MeetingState | null {
  if (event.type === 'CONSULT' && event.mode !== NOT_IN_PERSON && event.cameo !== MEDIATED) {
    return { actual: 'held', planned: 'planned', hypothetical: 'considered', negated: 'refused' }[
      event.modality
    ] as MeetingState;
  }
  if (event.type === 'AGREE' && event.cameo === PROMISED) return 'planned';
  // "The visit could be called off", "was not called off": it may well take place.
  if (event.type === 'REJECT' && event.cameo === REFUSED) return event.modality === 'actual' ? 'refused' : null;
  if (event.type === 'REQUEST' && event.cameo === ASKED) return 'considered';
  return null;
}

/** The level that words of the clause or the offices of those present show; null where neither does. */
function levelOf(words: string, parties: readonly Entity[], lexicon: EventLexicon): MeetingLevel | null {
  const offices = parties
    .flatMap((entity) => [...entity.offices, entity.kind === 'group' ? entity.name : ''])
    .join(' ; ')
    .toLowerCase();
  for (const text of [offices, words]) {
    const hit = lexicon.derived.levels.find((row) => row.words.some((word) => hasWord(text, word)));
    if (hit) return hit.level;
  }
  return null;
}

function hasWord(text: string, word: string): boolean {
  let from = text.indexOf(word);
  while (from >= 0) {
    const before = text.charAt(from - 1);
    const after = text.charAt(from + word.length);
    if (!/\p{L}/u.test(before) && !/\p{L}/u.test(after)) return true;
    from = text.indexOf(word, from + 1);
  }
  return false;
}

/** What the text says came of it, by a verb whose subject it is: "ended without a result", "the talks collapsed". */
function outcomeOf(index: SentenceIndex, event: Event): Span | null {
  for (const span of [event.evidence, ...(event.also ?? [])]) {
    const placed = index.place(span);
    if (!placed) continue;
    const { tree } = placed;
    for (const [at, token] of tree.tokens.entries()) {
      const course = contains(span, token.span) ? courseOf(tree, at) : null;
      if (!course?.judged) continue;
      const { verb, result } = course;
      const told = [verb, ...tree.childrenIn(verb, 'compound', 'cop', 'advmod')];
      return tree.hullOf(result === null ? told : [...told, ...tree.phrase(result)]);
    }
  }
  return null;
}

/** What they spoke about: "talks on fisheries", "discussed the border". */
function agendaOf(index: SentenceIndex, event: Event): readonly Span[] {
  const placed = index.place(event.trigger);
  if (!placed) return [];
  const { tree, at } = placed;
  const heads = [at, ...tree.childrenIn(at, 'obj', 'obl')];
  const topics = heads.flatMap((head) =>
    tree
      .childrenIn(head, 'obl', 'nmod')
      .filter((child) => /^(?:on|about|over|regarding|concerning)$/.test(tree.preposition(child))),
  );
  const discussed = /^(?:discuss|debate|review|consider|address)$/.test(tree.lemma(at))
    ? tree.childrenIn(at, 'obj')
    : [];
  const isTime = (place: number) =>
    /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|\d+)$/.test(
      tree.form(place),
    );
  return [...new Set([...topics, ...discussed])]
    .filter((place) => !isTime(place))
    .map((place) => tree.hullOf(tree.phrase(place)));
}
