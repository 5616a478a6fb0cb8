// What the decisions about an event or statement mean for what was derived from its words.
import type { ItemKind } from '../views.ts';
import { type Effect, NO_EFFECT } from './effect.ts';
import type { NamedEntity } from './entry.ts';

/** An item by what the reader had in its fields. */
export interface AsRead {
  readonly kind: ItemKind;
  readonly before: (field: string) => unknown;
}

/** What an item rests on, with what was decided about it. */
export interface Ground extends AsRead {
  readonly effect: Effect;
}

/** What a derived item takes from others: a field of its own, and theirs that it is made of. */
const PEOPLE: Readonly<Partial<Record<ItemKind, { readonly own: string; readonly event: readonly string[] }>>> = {
  meeting: { own: 'parties', event: ['actor', 'recipient'] },
  development: { own: 'by', event: ['actor'] },
  activity: { own: 'parties', event: ['actor', 'recipient'] },
  position: { own: 'actor', event: ['actor'] },
};
const SUBJECT: Readonly<Partial<Record<ItemKind, string>>> = {
  development: 'agreement',
  activity: 'activity',
  position: 'on',
};

const SHAKEN: Effect = { ...NO_EFFECT, shaken: true };

/**
 * With all that it rests on it is rejected. With the one thing that it rests on its people and its date are corrected. What cannot be
 * said so surely (another type or modality, people of whom nobody takes its own one's place, one of several grounds) is no more than
 * looked at again: its words may tell it all the same.
 */
export function effectOnDerived(derived: AsRead, grounds: readonly Ground[]): Effect {
  const [ground] = grounds;
  if (!ground) return NO_EFFECT;
  if (grounds.every(({ effect }) => effect.review === 'rejected')) {
    // Tellings of one meeting stay together; stands of several actors are several.
    const rejectedBy = derived.kind === 'meeting' ? ground.effect.rejectedBy : null;
    return { ...NO_EFFECT, review: 'rejected', rejectedBy };
  }
  if (grounds.length > 1) return grounds.some((one) => touches(one, derived)) ? SHAKEN : NO_EFFECT;
  const fields = fieldsAfter(derived, ground);
  if (fields === null) return SHAKEN;
  return fields.size > 0 ? { ...NO_EFFECT, review: 'corrected', fields } : NO_EFFECT;
}

const touches = (ground: Ground, derived: AsRead): boolean =>
  ground.effect.review === 'rejected' || fieldsAfter(derived, ground)?.size !== 0;

const isChanged = ({ effect: { fields }, before }: Ground, field: string): boolean =>
  fields.has(field) && !isSame(fields.get(field), before(field));

/** The fields that change with those of the ground; null where it is not sure what becomes of them. */
function fieldsAfter(derived: AsRead, ground: Ground): ReadonlyMap<string, unknown> | null {
  const { kind, before } = derived;
  const fields = new Map<string, unknown>();
  if (isChanged(ground, 'type') || hasLostSubject(derived, ground)) return null;
  if (isChanged(ground, 'modality')) {
    const state = kind === 'meeting' ? MEETING_STATE[String(ground.effect.fields.get('modality'))] : undefined;
    if (state === undefined) return null;
    fields.set('state', state);
  }
  const people = PEOPLE[kind];
  if (people) {
    const after = peopleAfter(derived, ground, people);
    if (after === null) return null;
    if (!isSame(after, before(people.own))) fields.set(people.own, after);
  }
  const isDatedAlike = kind === 'meeting' || before('time') === ground.before('time');
  if (isChanged(ground, 'time') && isDatedAlike) fields.set('time', ground.effect.fields.get('time'));
  if (isChanged(ground, 'place') && kind === 'meeting') fields.set('place', ground.effect.fields.get('place'));
  return fields;
}

const MEETING_STATE: Readonly<Record<string, string>> = {
  actual: 'held',
  planned: 'planned',
  hypothetical: 'considered',
  negated: 'refused',
};

/** Whether the ground was about the item's subject, and is not any more. */
function hasLostSubject({ kind, before }: AsRead, ground: Ground): boolean {
  const subject = SUBJECT[kind];
  if (subject === undefined || !isChanged(ground, 'about')) return false;
  const isIn = (about: unknown) => listOf(about).some(isOneOf(listOf(before(subject))));
  return isIn(ground.before('about')) && !isIn(ground.effect.fields.get('about'));
}

/** Whoever was put in the place of its people; a stand has one holder, so that one must take the place of one. */
function peopleAfter(
  { kind, before }: AsRead,
  ground: Ground,
  { own, event }: { readonly own: string; readonly event: readonly string[] },
): unknown {
  const from = ground.kind === 'statement' ? ['speaker'] : event;
  const was = before(own);
  if (!from.some((field) => isChanged(ground, field))) return was;
  const old = from.flatMap((field) => listOf(ground.before(field)));
  const now = from.flatMap((field) => listOf(ground.effect.fields.get(field) ?? ground.before(field)));
  if (kind === 'meeting') return now;
  const gone = old.filter((one) => !isOneOf(now)(one));
  const come = now.filter((one) => !isOneOf(old)(one));
  const held = listOf(was);
  if (!held.some(isOneOf(gone))) return was;
  if (Array.isArray(was)) return [...held.filter((one) => !isOneOf([...gone, ...come])(one)), ...come];
  return gone.length === 1 && come.length === 1 ? come[0] : null;
}

const listOf = (value: unknown): readonly NamedEntity[] =>
  (Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]) as readonly NamedEntity[];

const isOneOf =
  (many: readonly NamedEntity[]) =>
  ({ identity }: NamedEntity): boolean =>
    many.some((one) => one.identity === identity);

/** Both are plain data with their fields in one order. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
