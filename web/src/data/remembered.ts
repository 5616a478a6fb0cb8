// What this browser remembers for its user: theme, saved searches, work not yet sent.
import { useCallback, useSyncExternalStore } from 'react';

const CHANGED = 'rapporteur-remembered';
/** Kept for this visit where storage is full or forbidden. */
const fallback = new Map<string, string>();
/** Values by their written form, so that what has not changed stays the same object. */
const parsed = new Map<string, { readonly text: string; readonly value: unknown }>();

/** A value kept under a name, the same wherever it is asked for. */
export function useRemembered<T>(name: string, otherwise: T): readonly [T, (value: T) => void] {
  const key = `rapporteur.${name}`;
  const text = useSyncExternalStore(listen, () => read(key));
  const keep = useCallback(
    (next: T) => {
      const written = JSON.stringify(next);
      fallback.set(key, written);
      try {
        localStorage.setItem(key, written);
      } catch {
        // The fallback holds it.
      }
      dispatchEvent(new Event(CHANGED));
    },
    [key],
  );
  return [text === null ? otherwise : ((parsedOf(key, text) as T) ?? otherwise), keep];
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? fallback.get(key) ?? null;
  } catch {
    return fallback.get(key) ?? null;
  }
}

function parsedOf(key: string, text: string): unknown {
  const known = parsed.get(key);
  if (known?.text === text) return known.value;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  parsed.set(key, { text, value });
  return value;
}

function listen(changed: () => void): () => void {
  addEventListener(CHANGED, changed);
  addEventListener('storage', changed);
  return () => {
    removeEventListener(CHANGED, changed);
    removeEventListener('storage', changed);
  };
}
