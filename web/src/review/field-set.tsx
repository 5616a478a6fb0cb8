// The form of an item's fields: choices, dates, and entities of the record.
import { useId } from 'react';
import type { Modality } from '../../../src/model/items.ts';
import type { EventType } from '../../../src/model/plover.ts';
import { parseDate } from '../../../src/model/written-date.ts';
import type { EntityLink, ItemKind } from '../../../src/service/contract.ts';
import { ask } from '../data/api.ts';
import { HOW_TO_WRITE_DATES, MODALITY_WORDS, verbOf } from '../data/words.ts';
import { ActorPicker } from '../shell/actor-picker.tsx';
import { FIELDS, type Field, type Values } from './fields.ts';

interface Props {
  readonly kind: ItemKind;
  readonly values: Values;
  /** Takes what makes the new values of those there are by then: an entity that was picked comes after a question. */
  readonly onChange: (change: (values: Values) => Values) => void;
}

type Value = Values[string];
/** A new value, or what makes it of the one there is by then. */
type Next<V> = V | ((before: V) => V);

export function FieldSet({ kind, values, onChange }: Props) {
  const set = (name: string) => (next: Next<Value>) =>
    onChange((now) => ({ ...now, [name]: typeof next === 'function' ? next(now[name] ?? null) : next }));
  return FIELDS[kind].map((field) => (
    <One key={field.name} field={field} value={values[field.name] ?? null} onChange={set(field.name)} />
  ));
}

interface OneProps {
  readonly field: Field;
  readonly value: Value;
  readonly onChange: (next: Next<Value>) => void;
}

function One({ field, value, onChange }: OneProps) {
  const id = useId();
  switch (field.kind) {
    case 'choice':
      return (
        <p className="field">
          <label htmlFor={id}>{field.title}</label>
          <select id={id} value={String(value ?? '')} onChange={(choice) => onChange(choice.target.value || null)}>
            {field.orNone && <option value="">not told</option>}
            {field.values.map((one) => (
              <option key={one} value={one}>
                {choiceWords(field.name, one)}
              </option>
            ))}
          </select>
        </p>
      );
    case 'date': {
      const isWrong = typeof value === 'string' && !value.includes('/') && parseDate(value) === null;
      return (
        <p className="field">
          <label htmlFor={id}>{field.title}</label>
          <input
            id={id}
            type="text"
            placeholder="not told"
            value={String(value ?? '')}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? `${id}-wrong` : undefined}
            onChange={(typed) => onChange(parseDate(typed.target.value) || typed.target.value || null)}
          />
          {isWrong && (
            <span className="fault" id={`${id}-wrong`}>
              {HOW_TO_WRITE_DATES}
            </span>
          )}
        </p>
      );
    }
    case 'flag':
      return (
        <p className="field-flag">
          <label>
            <input type="checkbox" checked={value === true} onChange={(check) => onChange(check.target.checked)} />{' '}
            {field.title}
          </label>
        </p>
      );
    case 'entities':
      return (
        <Entities field={field} value={linksIn(value)} onChange={(next) => onChange((now) => next(linksIn(now)))} />
      );
  }
}

const linksIn = (value: Value): readonly EntityLink[] => (Array.isArray(value) ? value : []);

function choiceWords(field: string, value: string): string {
  if (field === 'modality') return MODALITY_WORDS[value as Modality];
  if (field === 'type') return `${verbOf(value as EventType)} (${value})`;
  return value.replaceAll('-', ' ');
}

interface EntitiesProps {
  readonly field: Extract<Field, { kind: 'entities' }>;
  readonly value: readonly EntityLink[];
  readonly onChange: (next: (value: readonly EntityLink[]) => readonly EntityLink[]) => void;
}

function Entities({ field, value, onChange }: EntitiesProps) {
  const add = async (id: string | null) => {
    if (id === null) return;
    const answer = await ask<EntityLink>(`/api/entities/${encodeURIComponent(id)}`);
    if (answer.state !== 'there') return;
    const picked = answer.value;
    onChange((now) => [...(field.many ? now.filter((entity) => entity.id !== picked.id) : []), picked]);
  };
  return (
    <fieldset className="field">
      <legend>{field.title}</legend>
      <span className="field-entities">
        {value.map((entity) => (
          <span key={entity.id} className="term">
            {entity.name}
            <button
              type="button"
              aria-label={`Take ${entity.name} away`}
              onClick={() => onChange((now) => now.filter(({ id }) => id !== entity.id))}
            >
              ×
            </button>
          </span>
        ))}
        <ActorPicker
          label={`${field.title}: add by name`}
          placeholder={value.length && !field.many ? 'another instead' : 'add by name'}
          kinds={field.of}
          id={null}
          onPick={(id) => void add(id)}
        />
      </span>
    </fieldset>
  );
}
