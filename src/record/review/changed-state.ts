// Reads and writes the fields of an item's state by the names that people use for them.
import { type EventType, PLOVER, scoreOf } from '../../model/plover.ts';
import type { Span } from '../../model/span.ts';
import { daysOf } from '../dates.ts';
import type { ItemKind } from '../views.ts';
import { blockOf } from '../write/blocks.ts';
import type { NamedEntity } from './entry.ts';
import { FIELDS, type FieldPlace } from './fields.ts';
import type { ItemState, Part } from './originals.ts';

type Mutable = { -readonly [K in keyof ItemState]: ItemState[K] };

export interface Surroundings {
  /** The document's text. */
  readonly text: string;
  readonly keyOf: (entity: NamedEntity) => number;
  /** First and last key of the sentences that hold a span. */
  readonly sentencesOf: (span: Span) => readonly [number, number] | null;
}

/** The state with these fields changed; dates, score and block follow from them. */
export function changedState(
  kind: ItemKind,
  original: ItemState,
  fields: ReadonlyMap<string, unknown>,
  surroundings: Surroundings,
): ItemState {
  const state: Mutable = { ...original };
  for (const [name, value] of fields) {
    const field = FIELDS[kind][name];
    if (field) write(state, field.place, value, surroundings);
  }
  if (kind === 'event' && (fields.has('type') || fields.has('mode'))) fitMode(state, fields.has('mode'));
  state.block = blockOf(kind, state.type, state.time_start);
  return state;
}

function write(state: Mutable, place: FieldPlace, value: unknown, { text, keyOf, sentencesOf }: Surroundings): void {
  switch (place.in) {
    case 'type':
      state.type = value as string | null;
      break;
    case 'state':
      state.state = value as string | null;
      break;
    case 'background':
      state.background = value ? 1 : 0;
      break;
    case 'time': {
      const days = daysOf(value as string | null);
      state.time_value = value as string | null;
      state.time_basis = value === null ? 'unknown' : 'expression';
      state.time_start = days?.start ?? null;
      state.time_end = days?.end ?? null;
      break;
    }
    case 'words': {
      const span = value as Span;
      const within = sentencesOf(span);
      [state.start, state.end] = span;
      state.words = text.slice(...span);
      state.sentence_first = within?.[0] ?? null;
      state.sentence_last = within?.[1] ?? null;
      break;
    }
    case 'trigger': {
      const span = value as Span;
      [state.trigger_start, state.trigger_end] = span;
      state.trigger = text.slice(...span);
      break;
    }
    case 'details':
      state.details = JSON.stringify({ ...(JSON.parse(state.details) as object), [place.name]: value });
      break;
    case 'role': {
      const named = (Array.isArray(value) ? value : value === null ? [] : [value]) as readonly NamedEntity[];
      const parts = named.map((entity): Part => ({ role: place.role, entity: keyOf(entity) }));
      state.roles = [...state.roles.filter(({ role }) => role !== place.role), ...parts];
    }
  }
}

/** A mode belongs to a type: one that the new type lacks goes, and so does the CAMEO code of the old type. */
function fitMode(state: Mutable, isGiven: boolean): void {
  const { cameo: _, ...details } = JSON.parse(state.details) as Record<string, unknown>;
  const type = state.type as EventType;
  const mode = (details.mode ?? null) as string | null;
  const fits = mode !== null && mode in (PLOVER[type]?.modes ?? {});
  details.mode = isGiven || fits ? mode : null;
  state.details = JSON.stringify(details);
  state.score = scoreOf(type, details.mode as string | null);
}

/** A field's value; entities as `named` gives them. */
export function fieldValue(
  kind: ItemKind,
  state: ItemState,
  name: string,
  named: (entity: number) => NamedEntity | null,
): unknown {
  const place = FIELDS[kind][name]?.place;
  switch (place?.in) {
    case 'type':
      return state.type;
    case 'state':
      return state.state;
    case 'background':
      return state.background === 1;
    case 'time':
      return state.time_value;
    case 'words':
      return [state.start, state.end];
    case 'trigger':
      return state.trigger_start === null ? null : [state.trigger_start, state.trigger_end];
    case 'details':
      return (JSON.parse(state.details) as Record<string, unknown>)[place.name] ?? null;
    case 'role': {
      const found = state.roles.flatMap(({ role, entity }) => (role === place.role ? (named(entity) ?? []) : []));
      return place.many ? found : (found[0] ?? null);
    }
    default:
      return undefined;
  }
}
