// To whom a deed is done whose own clause names nobody: the other side of the deed told before it.
import type { EntityRegister } from '../../model/annotations.ts';
import type { Event } from '../../model/items.ts';
import type { EventType } from '../../model/plover.ts';
import { sidesOf } from '../sides-of.ts';

/** Deeds that are always done to somebody, and that a text tells in rows: "cut off Chad's fuel and froze its assets". */
const DONE_TO: ReadonlySet<EventType> = new Set(['SANCTION', 'COERCE', 'AID', 'ACCUSE', 'THREATEN', 'REQUEST']);

/** Those that answer what was done before: "Oslo expelled two envoys. Lima responded by closing a consulate." */
const ANSWERING: ReadonlySet<EventType> = new Set(['SANCTION', 'COERCE']);

/** What is said after the first words to somebody: "Oslo protested to Lima. The Norwegian government demanded an apology." */
const FOLLOWING: ReadonlySet<EventType> = new Set(['REQUEST', 'THREATEN']);

/** What is answered, and what a row of deeds begins with. */
const DIRECTED: ReadonlySet<EventType> = new Set([
  ...DONE_TO,
  'ASSAULT',
  'SUPPORT',
  'REJECT',
  'REQUEST',
  'CONCEDE',
  'PROTEST',
]);

/** How far back, in code units, the deed before may stand. */
const REACH = 260;

interface Told {
  readonly text: string;
  readonly register: EntityRegister;
}

/**
 * Gives deeds without a recipient that of the deed before by the same doer in one sentence ("accused Nepal of theft and recalled its
 * envoy"), or the doer whom they answer in the sentence behind ("Chad shut the bridge. Niger retaliated by ...").
 * @param events in text order
 */
export function withOtherSide(events: readonly Event[], told: Told): readonly Event[] {
  const out: Event[] = [];
  for (const event of events) {
    const recipient = lacksRecipient(event) ? otherSide(out, event, told) : [];
    out.push(
      recipient.length ? { ...event, recipient, about: event.about.filter((id) => !recipient.includes(id)) } : event,
    );
  }
  return out;
}

const lacksRecipient = ({ type, recipient, actor, modality }: Event): boolean =>
  DONE_TO.has(type) && recipient.length === 0 && actor.length > 0 && modality === 'actual';

function otherSide(before: readonly Event[], event: Event, told: Told): readonly string[] {
  const own = sidesOf(told.register, event.actor);
  const shares = (ids: readonly string[]) => sidesOf(told.register, ids).some((id) => own.includes(id));
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const other = before[at];
    if (!other || event.trigger[0] - other.trigger[1] > REACH) break;
    if (other.modality !== 'actual' || !DIRECTED.has(other.type)) continue;
    const breaks = sentencesBetween(told.text, other.trigger[1], event.trigger[0]);
    const from = breaks <= (FOLLOWING.has(event.type) ? 1 : 0) && shares(other.actor) ? other.recipient : [];
    const to = breaks <= 1 && ANSWERING.has(event.type) && shares(other.recipient) ? other.actor : [];
    const [only, ...more] = sidesOf(told.register, [...from, ...to]);
    if (only) return more.length === 0 && isSide(told.register, only) && !own.includes(only) ? [only] : [];
  }
  return event.mode === 'withdraw' || event.mode === 'expel' ? onlyOtherState(event, own, told) : [];
}

/** "Egypt and Chad fell out over the dam. Cairo recalled its ambassador": the only other state named shortly before, which
 * the text names most. */
function onlyOtherState({ trigger: [start], about }: Event, own: readonly string[], told: Told): readonly string[] {
  // Who leaves a treaty leaves alone.
  if (about.some((id) => told.register.get(id)?.kind === 'agreement')) return [];
  const near = told.register.within([Math.max(0, start - REACH), start]).filter(({ kind }) => kind === 'state');
  const [only, ...more] = near.filter(({ id }) => !own.includes(id));
  if (!only || more.length > 0 || near.length !== 2) return [];
  const isForemost = told.register
    .all()
    .every(({ id, kind, mentions }) => kind !== 'state' || own.includes(id) || mentions.length <= only.mentions.length);
  return isForemost && sentencesBetween(told.text, only.mentions[0]?.span[1] ?? 0, start) > 0 ? [only.id] : [];
}

const isSide = (register: EntityRegister, id: string): boolean => {
  const kind = register.get(id)?.kind;
  return kind === 'state' || kind === 'organization';
};

/** How many sentences end between two places. */
const sentencesBetween = (text: string, from: number, to: number): number =>
  text.slice(from, to).match(/[.!?]["”’]?\s+["“‘]?\p{Lu}/gu)?.length ?? 0;
