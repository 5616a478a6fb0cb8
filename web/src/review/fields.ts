// The fields of each kind of item that a person can correct, and how each is filled in.

import {
  ACTIVITY_STATES,
  DEVELOPMENTS,
  MEETING_LEVELS,
  MEETING_STATES,
  MODALITIES,
  STANCES,
  STATEMENT_FORMS,
} from '../../../src/model/items.ts';
import { EVENT_TYPES } from '../../../src/model/plover.ts';
import { NEEDED } from '../../../src/record/review/needed-fields.ts';
import type { AnyView, EntityLink, ItemKind } from '../../../src/service/contract.ts';

export type Field = {
  /** As the record names it. */
  readonly name: string;
  readonly title: string;
} & (
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly orNone?: boolean }
  | { readonly kind: 'date' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'entities'; readonly of: string; readonly many: boolean; readonly orNone?: boolean }
);

const ACTORS = 'state,organization,body,person,group';
const SUBJECTS = 'issue,agreement,activity,body';

const choice = (name: string, title: string, values: readonly string[], orNone = false): Field => ({
  ...{ name, title, kind: 'choice', values, orNone },
});
const actors = (name: string, title: string): Field => ({ name, title, kind: 'entities', of: ACTORS, many: true });
const one = (name: string, title: string, of: string, orNone = false): Field => ({
  ...{ name, title, kind: 'entities', of, many: false, orNone },
});
const about: Field = { name: 'about', title: 'about', kind: 'entities', of: SUBJECTS, many: true };
const time: Field = { name: 'time', title: 'when', kind: 'date' };

export const FIELDS: Readonly<Record<ItemKind, readonly Field[]>> = {
  event: [
    actors('actor', 'who'),
    choice('type', 'did what', EVENT_TYPES),
    actors('recipient', 'to or with whom'),
    about,
    one('place', 'where', 'place,state', true),
    time,
    choice('modality', 'did it happen', MODALITIES),
    { name: 'background', title: 'told as background', kind: 'flag' },
  ],
  statement: [
    actors('speaker', 'who'),
    actors('addressee', 'to whom'),
    about,
    choice('form', 'form', STATEMENT_FORMS),
    time,
  ],
  meeting: [
    actors('parties', 'who'),
    one('body', 'in', 'body,organization', true),
    choice('level', 'level', MEETING_LEVELS, true),
    one('place', 'where', 'place,state', true),
    choice('state', 'state', MEETING_STATES),
    time,
  ],
  development: [
    one('agreement', 'agreement', 'agreement'),
    choice('what', 'what', DEVELOPMENTS),
    actors('by', 'by'),
    time,
  ],
  obligation: [one('agreement', 'agreement', 'agreement'), time],
  activity: [
    one('activity', 'activity', 'activity'),
    actors('parties', 'parties'),
    choice('state', 'state', ACTIVITY_STATES),
    time,
  ],
  position: [one('actor', 'who', ACTORS), one('on', 'on', SUBJECTS), choice('stance', 'stance', STANCES), time],
};

export type Value = string | null | boolean | readonly EntityLink[];
export type Values = Readonly<Record<string, Value>>;

/** The fields as an item has them. */
export function valuesOf(item: AnyView): Values {
  const view = item as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    FIELDS[item.kind].map((field) => {
      const value = field.kind === 'date' ? item.time.value : view[field.name];
      if (field.kind !== 'entities') return [field.name, (value ?? null) as Value];
      return [field.name, (Array.isArray(value) ? value : value ? [value] : []) as readonly EntityLink[]];
    }),
  );
}

/** Values where nothing is known yet: the first of each choice, nobody, no date. */
export const noValues = (kind: ItemKind): Values =>
  Object.fromEntries(
    FIELDS[kind].map((field) => {
      if (field.kind === 'entities') return [field.name, []];
      if (field.kind === 'flag') return [field.name, false];
      return [field.name, field.kind === 'choice' && !field.orNone ? (field.values[0] ?? null) : null];
    }),
  );

/** What differs, as the record takes it: entities by their ids. */
export function changesIn(kind: ItemKind, before: Values, after: Values): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    FIELDS[kind].flatMap((field) => {
      const [old, now] = [sent(field, before[field.name]), sent(field, after[field.name])];
      return JSON.stringify(old) === JSON.stringify(now) ? [] : [[field.name, now]];
    }),
  );
}

/** All of it, for an item that is new. */
export const allOf = (kind: ItemKind, values: Values): Readonly<Record<string, unknown>> =>
  Object.fromEntries(FIELDS[kind].map((field) => [field.name, sent(field, values[field.name])]));

function sent(field: Field, value: Value | undefined): unknown {
  if (field.kind !== 'entities') return value ?? null;
  const ids = Array.isArray(value) ? value.map(({ id }: EntityLink) => id) : [];
  return field.many ? ids : (ids[0] ?? null);
}

/** Titles of the fields that a new item needs and that nothing stands in yet; its words are no fields. */
export const missingIn = (kind: ItemKind, values: Values): readonly string[] =>
  FIELDS[kind].flatMap(({ name, title }) => {
    const value = values[name];
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    return isEmpty && NEEDED[kind].includes(name) ? [title] : [];
  });

/** What the page calls these fields; one that it does not show keeps the record's name. */
export const fieldWords = (names: readonly string[]): readonly string[] =>
  names.map((name) => TITLES.get(name) ?? name);

const TITLES: ReadonlyMap<string, string> = new Map(
  Object.values(FIELDS).flatMap((fields) => fields.map(({ name, title }) => [name, title] as const)),
);
