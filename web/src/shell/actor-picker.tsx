// Chooses one actor by typing part of its name.

import { useState } from 'react';
import { named, useAnswer } from '../data/api.ts';
import { kindWords } from '../data/words.ts';
import { Combobox } from './combobox.tsx';

const ACTORS = 'state,organization,body,person,group';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  /** Id of the entity chosen; null for none. */
  readonly id: string | null;
  /** Kinds of entity to choose from, comma-separated. */
  readonly kinds?: string;
  readonly onPick: (id: string | null) => void;
}

export function ActorPicker({ label, placeholder, id, kinds = ACTORS, onPick }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = useAnswer('/api/entities/:id', id === null ? null : named(id));
  const found = useAnswer('/api/entities', typed === null ? null : { query: { kind: kinds, name: typed, limit: 12 } });
  const name = id !== null && chosen.state === 'there' ? chosen.value.name : '';
  return (
    <Combobox
      label={label}
      placeholder={placeholder}
      value={name}
      typed={typed}
      onType={setTyped}
      options={
        found.state === 'there'
          ? found.value.items.map((entity) => ({
              id: entity.id,
              name: entity.name,
              note: entity.kind === 'person' ? (entity.offices[0] ?? 'person') : kindWords(entity.kind),
            }))
          : []
      }
      nothing={found.state === 'refused' ? found.message : 'Nobody of that name in the record'}
      waiting={found.state === 'loading' || (found.state === 'there' && !found.fresh)}
      onPick={onPick}
    />
  );
}
