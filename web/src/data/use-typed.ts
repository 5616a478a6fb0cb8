// A text field whose value goes on once the hand rests.
import { useEffect, useRef, useState } from 'react';

/** Milliseconds of rest after which what was typed is asked for. */
const REST = 220;

/** @param settled the value as it is known elsewhere; it may change by other ways than typing: back, forward, a link */
export function useTyped(settled: string, onRest: (typed: string) => void): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState(settled);
  const told = useRef(onRest);
  told.current = onRest;
  useEffect(() => setTyped(settled), [settled]);
  useEffect(() => {
    if (typed === settled) return undefined;
    const timer = setTimeout(() => told.current(typed), REST);
    return () => clearTimeout(timer);
  }, [typed, settled]);
  return [typed, setTyped];
}
