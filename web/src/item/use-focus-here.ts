// Who opens something by keyboard goes on in it, and is back where it was opened once it closes.
import { type RefObject, useLayoutEffect } from 'react';

/** Where one stands after Tab; what was clicked does not match, and leaves the focus alone. */
const BY_KEYBOARD = 'main :focus-visible:not(input, textarea, select)';

export function useFocusHere(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const here = box.current;
    const from = document.activeElement;
    if (!here || !(from instanceof HTMLElement || from instanceof SVGElement)) return undefined;
    if (from.matches(BY_KEYBOARD)) here.focus({ preventScroll: true });
    return () => {
      if (here.contains(document.activeElement) && from.isConnected) from.focus();
    };
  }, [box]);
}
