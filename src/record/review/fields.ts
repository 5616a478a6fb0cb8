// The fields of each kind of item that people can correct: what may stand in them, and where the record keeps them.
import { z } from 'zod';
import {
  ACTIVITY_STATES,
  DEVELOPMENTS,
  MEETING_LEVELS,
  MEETING_STATES,
  MODALITIES,
  STANCES,
  STATEMENT_FORMS,
} from '../../model/items.ts';
import { CONTEXTS, EVENT_TYPES } from '../../model/plover.ts';
import { daysOf } from '../dates.ts';
import type { Role } from '../schema/tables.ts';
import type { ItemKind } from '../views.ts';
import { entityRefSchema, spanSchema } from './values.ts';

const dateSchema = z
  .string()
  .refine((value) => daysOf(value) !== null, 'a date is 2013, 2013-10, 2013-10-23 or two of these as 2013-10/2013-11')
  .nullable();
const spans = z.array(spanSchema).max(100);

/** Where the record keeps a field: in a column of the item, in its details, as parties in a role, or as its words. */
export type FieldPlace =
  | { readonly in: 'type' | 'state' | 'time' | 'background' | 'words' | 'trigger' }
  | { readonly in: 'details'; readonly name: string }
  | { readonly in: 'role'; readonly role: Role; readonly many: boolean };

export interface Field {
  readonly place: FieldPlace;
  readonly schema: z.ZodType;
}

const time: Field = { place: { in: 'time' }, schema: dateSchema };
const evidence: Field = { place: { in: 'words' }, schema: spanSchema };
const oneOf = (column: 'type' | 'state', values: readonly string[], none = false): Field => {
  const schema = z.enum(values as [string, ...string[]]);
  return { place: { in: column }, schema: none ? schema.nullable() : schema };
};
const several = (role: Role): Field => ({
  place: { in: 'role', role, many: true },
  schema: z.array(entityRefSchema).max(50),
});
const one = (role: Role): Field => ({ place: { in: 'role', role, many: false }, schema: entityRefSchema });
const oneOrNone = (role: Role): Field => ({
  place: { in: 'role', role, many: false },
  schema: entityRefSchema.nullable(),
});
const detail = (name: string, schema: z.ZodType): Field => ({ place: { in: 'details', name }, schema });

/** By kind, under the names that the views of items use. */
export const FIELDS: Readonly<Record<ItemKind, Readonly<Record<string, Field>>>> = {
  event: {
    type: oneOf('type', EVENT_TYPES),
    mode: detail('mode', z.string().min(1).nullable()),
    contexts: detail('contexts', z.array(z.enum(CONTEXTS))),
    modality: oneOf('state', MODALITIES),
    actor: several('actor'),
    recipient: several('recipient'),
    about: several('about'),
    place: oneOrNone('place'),
    time,
    background: { place: { in: 'background' }, schema: z.boolean() },
    trigger: { place: { in: 'trigger' }, schema: spanSchema },
    evidence,
  },
  statement: {
    speaker: several('speaker'),
    addressee: several('addressee'),
    about: several('about'),
    via: several('via'),
    form: oneOf('type', STATEMENT_FORMS),
    source: detail('source', spans),
    cue: detail('cue', spans),
    content: detail('content', spans.min(1)),
    time,
    evidence,
  },
  meeting: {
    parties: several('party'),
    body: oneOrNone('body'),
    level: oneOf('type', MEETING_LEVELS, true),
    place: oneOrNone('place'),
    state: oneOf('state', MEETING_STATES),
    agenda: detail('agenda', spans),
    outcome: detail('outcome', spans),
    time,
    evidence,
  },
  development: { agreement: one('agreement'), what: oneOf('type', DEVELOPMENTS), by: several('by'), time, evidence },
  obligation: { agreement: one('agreement'), time, evidence },
  activity: {
    activity: one('activity'),
    parties: several('party'),
    state: oneOf('type', ACTIVITY_STATES),
    figures: detail('figures', z.array(z.strictObject({ span: spanSchema, value: z.number(), of: z.string() }))),
    time,
    evidence,
  },
  position: { actor: one('actor'), on: one('on'), stance: oneOf('type', STANCES), time, evidence },
};

export const fieldNames = (kind: ItemKind): readonly string[] => Object.keys(FIELDS[kind]);
