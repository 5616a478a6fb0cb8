// Chooses one document by typing part of its title.

import { useState } from 'react';
import { useAnswer } from '../data/api.ts';
import { dateWords } from '../data/words.ts';
import { Combobox } from './combobox.tsx';

/** Documents offered at once. */
const MOST = 12;

interface Props {
  /** Id of the document chosen; null for none. */
  readonly id: string | null;
  readonly onPick: (id: string | null) => void;
}

export function DocumentPicker({ id, onPick }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = useAnswer('/api/documents', id === null ? null : { query: { document: id, limit: 1 } });
  const found = useAnswer('/api/documents', typed === null ? null : { query: { title: typed, limit: MOST } });
  const [document] = id !== null && chosen.state === 'there' ? chosen.value.items : [];
  return (
    <Combobox
      label="Document"
      placeholder="of all documents"
      value={document ? (document.title ?? document.id) : ''}
      typed={typed}
      onType={setTyped}
      options={
        found.state === 'there'
          ? found.value.items.map(({ id, title, publisher, published }) => ({
              id,
              name: title ?? id,
              note: [publisher, dateWords(published)].filter(Boolean).join(' · '),
            }))
          : []
      }
      nothing={found.state === 'refused' ? found.message : 'No document of that title'}
      waiting={found.state === 'loading' || (found.state === 'there' && !found.fresh)}
      onPick={onPick}
    />
  );
}
