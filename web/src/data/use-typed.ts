// A text field whose value goes on once the hand rests, or at once where nothing more is to come.
import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds of rest after which what was typed is asked for. */
const REST = 220;

/** A service whose last answer took no longer is asked at each letter. */
const QUICK = 150;

/** The rest that a list needs which is narrowed while one types. */
export const restNow = (took: number): number => (took <= QUICK ? 0 : REST);

/**
 * @param settled the value as it is known elsewhere; it may change by other ways than typing: back, forward, a link
 * @param rest milliseconds of rest as things stand; none asks at each letter
 * @returns the text, what takes a change of it, and what goes on at once: for Enter, or where the text is complete
 */
export function useTyped(
  settled: string,
  onRest: (typed: string) => void,
  rest = () => REST,
): readonly [string, (typed: string) => void, (typed: string) => void] {
  const [typed, setTyped] = useState(settled);
  const told = useRef(onRest);
  told.current = onRest;
  const resting = useRef(rest);
  resting.current = rest;
  useEffect(() => setTyped(settled), [settled]);
  useEffect(() => {
    if (typed === settled) return undefined;
    const wait = resting.current();
    if (wait === 0) {
      told.current(typed);
      return undefined;
    }
    const timer = setTimeout(() => told.current(typed), wait);
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
