// What is pointed at, or has the focus, for a moment is likely to be chosen.
import { useRef } from 'react';

/** Milliseconds for which something is pointed at before what it leads to is fetched. */
const DWELL = 60;

/** Calls `act` when the moment has passed and it was not left. */
export function useDwell(act: () => void): { readonly start: () => void; readonly stop: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => clearTimeout(timer.current);
  return {
    stop,
    start() {
      stop();
      timer.current = setTimeout(act, DWELL);
    },
  };
}
