// Asks the record whom and what the words of a query name.
import { useEffect, useState } from 'react';
import { type Meaning, meaningOf, stretchesOf } from '../../../src/record/typed/read-query.ts';
import type { EntityView, Page } from '../../../src/service/contract.ts';
import { addressOf } from '../data/address.ts';
import { ask } from '../data/api.ts';

/** Null while it is not known yet. */
export function useMeaning(words: readonly string[]): Meaning | null {
  const key = words.join(' ');
  const [known, setKnown] = useState<{ readonly key: string; readonly meaning: Meaning } | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const asked = key.split(' ').filter(Boolean);
    const look = async (stretch: string) => {
      const answer = await ask<Page<EntityView>>(
        addressOf('/api/entities', { name: stretch, limit: 20 }),
        abort.signal,
      );
      return [stretch, answer.state === 'there' ? answer.value.items : []] as const;
    };
    Promise.all(stretchesOf(asked).map(look)).then(
      (found) => setKnown({ key, meaning: meaningOf(asked, new Map(found)) }),
      () => undefined,
    );
    return () => abort.abort();
  }, [key]);
  return known?.key === key ? known.meaning : null;
}
