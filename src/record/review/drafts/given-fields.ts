// The fields that a decision gives an item, checked against what the kind of item has.
import type { Kysely } from 'kysely';
import { EVENT_TYPES, type EventType, PLOVER } from '../../../model/plover.ts';
import type { Span } from '../../../model/span.ts';
import type { ItemRow, Tables } from '../../schema/tables.ts';
import type { ItemKind } from '../../views.ts';
import { isOfWords } from '../effect.ts';
import type { Change, NamedEntity } from '../entry.ts';
import { FIELDS } from '../fields.ts';
import type { EntityRef } from '../values.ts';
import { refuse } from './draft.ts';
import { refOf } from './entities.ts';

/** The values of fields, entities looked up. */
export async function checkedFields(
  db: Kysely<Tables>,
  kind: ItemKind,
  fields: Readonly<Record<string, unknown>>,
  text: string,
): Promise<ReadonlyMap<string, unknown>> {
  const checked = new Map<string, unknown>();
  for (const [name, value] of Object.entries(fields)) {
    const field = FIELDS[kind][name];
    if (!field) refuse(`the kind ${kind} has no field "${name}"; it has ${Object.keys(FIELDS[kind]).join(', ')}`);
    const { success, data, error } = field.schema.safeParse(value);
    if (!success) refuse(`${name}: ${error.issues[0]?.message ?? 'this value does not fit'}`);
    if (lastOffset(data) > text.length && isOfWords({ kind }, name)) refuse(`${name} ends after the document`);
    if (field.place.in !== 'role') checked.set(name, data);
    else if (Array.isArray(data)) {
      const refs: NamedEntity[] = [];
      for (const ref of data as EntityRef[]) refs.push(await refOf(db, ref));
      checked.set(name, [...new Map(refs.map((ref) => [ref.identity, ref])).values()]);
    } else checked.set(name, data === null ? null : await refOf(db, data as EntityRef));
  }
  return checked;
}

function lastOffset(value: unknown): number {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return Math.max(0, ...value.map(lastOffset));
  return typeof value === 'object' && value !== null && 'span' in value ? lastOffset(value.span) : 0;
}

/** An event's mode is one of its type's, and its trigger lies in its evidence. */
export function checkWords(row: ItemRow, fields: Readonly<Record<string, Change>>, text: string): void {
  if (row.kind !== 'event') return;
  const type = (fields.type?.to ?? row.type) as EventType;
  const mode = fields.mode?.to as string | null | undefined;
  const modes = EVENT_TYPES.includes(type) ? Object.keys(PLOVER[type].modes) : [];
  if (mode && !modes.includes(mode)) refuse(`${type} has no mode "${mode}"; it has ${modes.join(', ') || 'none'}`);
  const trigger = fields.trigger?.to as Span | undefined;
  const evidence = (fields.evidence?.to ?? [row.start, row.end]) as Span;
  if (trigger && (trigger[0] < evidence[0] || trigger[1] > evidence[1])) {
    refuse(`the trigger "${text.slice(...trigger)}" lies outside the evidence; correct "evidence" too`);
  }
}
