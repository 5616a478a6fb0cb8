// From `actor=Norway;Sweden` and `trigger="turned down"` as a person types them to the values of a decision.
import { Fault } from '../../model/fault.ts';
import { ENTITY_KINDS, type EntityKind } from '../../model/items.ts';
import type { Span } from '../../model/span.ts';
import type { OpenRecord } from '../../record/record.ts';
import { FIELDS, type Field } from '../../record/review/fields.ts';
import type { ItemKind } from '../../record/views.ts';
import { entityNamed } from '../entity-named.ts';

/** Between the values of a field that holds several. */
const BETWEEN = ';';
const NONE = 'none';

interface Around {
  readonly record: OpenRecord;
  readonly kind: ItemKind;
  /** The text that quoted words are looked for in. */
  readonly text: string;
  /** Where to look first. */
  readonly near: Span;
}

/** @throws Fault `option-value` for what is no field, no entity, or stands nowhere in the text */
export async function fieldValues(given: readonly string[], around: Around): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const one of given) {
    const [name, typed] = nameAndValue(one);
    const field = FIELDS[around.kind][name];
    if (!field) throw noField(name, around.kind);
    values[name] = await typedValue(name, typed, field, around);
  }
  return values;
}

export function nameAndValue(given: string): readonly [name: string, value: string] {
  const at = given.indexOf('=');
  if (at < 1) throw new Fault('option-value', { option: 'a field', value: given, reason: 'write it as NAME=VALUE' });
  return [given.slice(0, at).trim(), given.slice(at + 1).trim()];
}

const noField = (name: string, kind: ItemKind): Fault =>
  new Fault('option-value', {
    option: 'a field',
    value: `"${name}"`,
    reason: `the kind ${kind} has ${Object.keys(FIELDS[kind]).join(', ')}`,
  });

async function typedValue(name: string, typed: string, { place }: Field, around: Around): Promise<unknown> {
  const isNone = typed === '' || typed === NONE;
  const parts = isNone
    ? []
    : typed
        .split(BETWEEN)
        .map((part) => part.trim())
        .filter(Boolean);
  switch (place.in) {
    case 'role': {
      const found: unknown[] = [];
      for (const part of parts) found.push(await entityFrom(around.record, name, part));
      return place.many ? found : (found[0] ?? null);
    }
    case 'words':
    case 'trigger':
      return spanFrom(name, typed, around);
    case 'background':
      return typed === 'true' ? true : typed === 'false' ? false : typed;
    case 'details':
      if (name === 'contexts') return parts;
      if (name === 'mode') return isNone ? null : typed;
      if (name === 'figures') return jsonFrom(name, typed);
      return parts.map((part) => spanFrom(name, part, around));
    default:
      return isNone ? null : typed;
  }
}

/** `Norway`, `NOR`, an id, or `+person:Kari Berg` for one that the record does not have. */
export async function entityFrom(
  record: OpenRecord,
  option: string,
  typed: string,
): Promise<string | { kind: EntityKind; name: string }> {
  const fresh = /^\+(\w+):(.+)$/u.exec(typed);
  if (!fresh) return (await entityNamed(record, option, typed)).id;
  const kind = ENTITY_KINDS.find((one) => one === fresh[1]);
  if (kind) return { kind, name: (fresh[2] ?? '').trim() };
  throw new Fault('option-value', {
    option,
    value: `"${typed}"`,
    reason: `a kind is one of ${ENTITY_KINDS.join(', ')}`,
  });
}

/** Words of the text, or their place as `12-40`; words that stand in several places are taken from the item's own. */
export function spanFrom(name: string, typed: string, { text, near }: Pick<Around, 'text' | 'near'>): Span {
  const place = /^(\d+)-(\d+)$/u.exec(typed);
  if (place) return [Number(place[1]), Number(place[2])];
  const words = typed.replace(/^"(.*)"$/su, '$1');
  const inside = text.slice(...near).indexOf(words);
  if (words !== '' && inside >= 0) return [near[0] + inside, near[0] + inside + words.length];
  const start = words === '' ? -1 : text.indexOf(words);
  const reason =
    start < 0
      ? 'these words do not stand in the document, letter by letter'
      : text.indexOf(words, start + 1) >= 0
        ? 'these words stand in several places; give more of them, or the place as 120-140'
        : null;
  if (reason !== null) throw new Fault('option-value', { option: name, value: `"${typed}"`, reason });
  return [start, start + words.length];
}

function jsonFrom(name: string, typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch {
    throw new Fault('option-value', { option: name, value: typed, reason: 'write it as JSON' });
  }
}
