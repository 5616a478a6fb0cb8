// What this browser remembers for its user: theme, saved searches, work not yet sent.
import { useCallback, useState } from 'react';

/** A value kept under a name; storage that is full or forbidden only means that it is forgotten. */
export function useRemembered<T>(name: string, otherwise: T): readonly [T, (value: T) => void] {
  const key = `rapporteur.${name}`;
  const [value, setValue] = useState<T>(() => {
    try {
      const kept = localStorage.getItem(key);
      return kept === null ? otherwise : (JSON.parse(kept) as T);
    } catch {
      return otherwise;
    }
  });
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Kept for this visit only.
      }
    },
    [key],
  );
  return [value, keep];
}
