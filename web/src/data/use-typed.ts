// A text field whose value goes on once the hand rests, or at once where nothing more is to come.
import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds of rest after which what was typed is asked for. */
const REST = 220;

/**
 * @param settled the value as it is known elsewhere; it may change by other ways than typing: back, forward, a link
 * @returns the text, what takes a change of it, and what goes on at once: for Enter, or where the text is complete
 */
export function useTyped(
  settled: string,
  onRest: (typed: string) => void,
): readonly [string, (typed: string) => void, (typed: string) => void] {
  const [typed, setTyped] = useState(settled);
  const told = useRef(onRest);
  told.current = onRest;
  useEffect(() => setTyped(settled), [settled]);
  useEffect(() => {
    if (typed === settled) return undefined;
    const timer = setTimeout(() => told.current(typed), REST);
    return () => clearTimeout(timer);
  }, [typed, settled]);
  const goOn = useCallback((text: string) => {
    setTyped(text);
    told.current(text);
  }, []);
  return [typed, setTyped, goOn];
}

/** Enter in a field goes on with what stands in it. */
export const onEnter =
  (goOn: (typed: string) => void) =>
  (press: { readonly key: string; readonly currentTarget: HTMLInputElement }): void => {
    if (press.key === 'Enter') goOn(press.currentTarget.value);
  };
