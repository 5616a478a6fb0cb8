// Whom a judgement of something told before is for: "Chad shut the bridge. Niger condemned the move" is for Chad.
import type { EntityRegister } from '../../model/annotations.ts';
import type { Event } from '../../model/items.ts';
import type { EventType } from '../../model/plover.ts';
import { sidesOf } from '../sides-of.ts';

/** How far back, in code units, what is judged may stand. */
const REACH = 500;

/** What follows the verb of a judgement: "the move", "these latest attacks". */
const JUDGED = /^\W*(?:the|this|that|these|those|such)\s((?:\p{Ll}|-)+(?:\s(?:\p{Ll}|-)+){0,2})/u;
/** Words behind which another phrase begins. */
const FURTHER = /^(?:a|an|and|as|at|by|for|from|in|of|on|that|the|to|which|with)$/;

interface Deed {
  readonly nouns: RegExp;
  readonly types: ReadonlySet<EventType>;
  /** Whether it takes several to do it. */
  readonly joint?: true;
}

/** Nouns by which something told before is taken up, with the types of event that it may have been. */
const DEEDS: readonly Deed[] = [
  {
    nouns: /^(?:steps?|moves?|decisions?|actions?|measures?|gestures?)$/,
    types: new Set(['SANCTION', 'COERCE', 'CONCEDE', 'RETREAT', 'REJECT', 'AGREE', 'MOBILIZE', 'AID']),
  },
  {
    nouns: /^(?:agreements?|accords?|deal|pact|truce|ceasefire|cease-fire|treaty|settlement)$/,
    types: new Set(['AGREE', 'SUPPORT', 'RETREAT']),
    joint: true,
  },
  {
    nouns: /^(?:attacks?|assault|bombings?|raids?|strikes?|airstrikes?|shelling|killings?|invasion|incursion)$/,
    types: new Set(['ASSAULT']),
  },
  { nouns: /^(?:launch|launches|tests?|deployment|drills?|build-up|buildup)$/, types: new Set(['MOBILIZE']) },
  {
    nouns: /^(?:arrests?|blockade|closure|embargo|expulsions?|sanctions|seizures?|suspension)$/,
    types: new Set(['SANCTION', 'COERCE']),
  },
  { nouns: /^(?:meetings?|talks|trip|visits?)$/, types: new Set(['CONSULT']) },
  { nouns: /^(?:refusal|rejection)$/, types: new Set(['REJECT']) },
  { nouns: /^(?:release|withdrawal)$/, types: new Set(['RETREAT', 'CONCEDE']) },
];

interface Told {
  readonly text: string;
  readonly register: EntityRegister;
}

/**
 * Gives praise and blame of what was told before, whose own words name nobody, the doers of the nearest such deed.
 * @param events in text order
 */
export function withJudged(events: readonly Event[], told: Told): readonly Event[] {
  return events.map((event, at) => {
    if ((event.type !== 'ACCUSE' && event.type !== 'SUPPORT') || event.recipient.length || !event.actor.length)
      return event;
    const deed = deedJudged(told.text.slice(event.trigger[1], event.trigger[1] + 60));
    const doers = deed ? doersBefore(events.slice(Math.max(0, at - 8), at), event, deed, told) : [];
    return doers.length
      ? { ...event, recipient: doers, about: event.about.filter((id) => !doers.includes(id)) }
      : event;
  });
}

function deedJudged(behind: string): Deed | null {
  const words = JUDGED.exec(behind)?.[1]?.split(/\s/) ?? [];
  const end = words.findIndex((word) => FURTHER.test(word));
  const own = end < 0 ? words : words.slice(0, end);
  return DEEDS.find(({ nouns }) => own.some((word) => nouns.test(word))) ?? null;
}

function doersBefore(
  before: readonly Event[],
  { actor, trigger }: Event,
  { types, joint }: Deed,
  { register }: Told,
): readonly string[] {
  const own = sidesOf(register, actor);
  for (const done of [...before].reverse()) {
    if (trigger[0] - done.trigger[1] > REACH) return [];
    if (!types.has(done.type) || done.modality === 'negated') continue;
    const sides = sidesOf(register, done.actor);
    if (sides.length < (joint ? 2 : 1)) continue;
    // Who did it with others does not judge it for them alone.
    if (sides.some((id) => own.includes(id))) return [];
    // What "Chadian officers" did is Chad's.
    const isGroup = (id: string) => register.get(id)?.kind === 'group';
    return [...new Set(done.actor.flatMap((id) => (isGroup(id) ? sidesOf(register, [id]) : [id])))];
  }
  return [];
}
