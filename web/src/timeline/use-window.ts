// Pan and zoom: by dragging, by wheel with Ctrl, by two fingers, by keys.
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Window } from './layout.ts';

/** A window is never narrower than a week nor wider than six centuries, in days. */
const LEAST = 7;
const MOST = 220_000;

/** @param at the place that stays where it is, from 0 at the left edge to 1 at the right */
export function zoomed({ from, to }: Window, factor: number, at = 0.5): Window {
  const length = Math.min(MOST, Math.max(LEAST, (to - from) * factor));
  const held = from + (to - from) * at;
  return { from: held - length * at, to: held + length * (1 - at) };
}

export const panned = ({ from, to }: Window, share: number): Window => {
  const by = (to - from) * share;
  return { from: from + by, to: to + by };
};

const KEYS: Readonly<Record<string, (window: Window) => Window>> = {
  ArrowLeft: (window) => panned(window, -0.15),
  ArrowRight: (window) => panned(window, 0.15),
  '+': (window) => zoomed(window, 0.6),
  '=': (window) => zoomed(window, 0.6),
  '-': (window) => zoomed(window, 1 / 0.6),
};

interface Gestures {
  readonly onKeyDown: (press: KeyboardEvent) => void;
  /** Whether the pointer that was let go last had moved: then its click means nothing. */
  readonly dragged: RefObject<boolean>;
}

/** Hears the gestures on an element and tells the window that they make of the present one. */
export function useGestures(
  element: RefObject<HTMLElement | null>,
  window: Window,
  setWindow: (window: Window) => void,
): Gestures {
  const now = useRef(window);
  now.current = window;
  const dragged = useRef(false);
  useEffect(() => {
    const box = element.current;
    if (!box) return undefined;
    const fingers = new Map<number, PointerEvent>();
    const go = (next: Window) => {
      // Several gestures may come before the page is drawn again.
      now.current = next;
      setWindow(next);
    };
    const shareAt = (x: number) => (x - box.getBoundingClientRect().left) / box.clientWidth;
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      fingers.set(event.pointerId, event);
      if (fingers.size === 1) dragged.current = false;
    };
    const move = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const other = [...fingers.values()].find(({ pointerId }) => pointerId !== event.pointerId);
      // A hand that trembles while it clicks does not pan.
      if (!other && !dragged.current && Math.abs(event.clientX - before.clientX) < 4) return;
      if (!dragged.current) box.setPointerCapture(event.pointerId);
      dragged.current = true;
      fingers.set(event.pointerId, event);
      if (other) {
        const apart = Math.abs(before.clientX - other.clientX) / Math.max(20, Math.abs(event.clientX - other.clientX));
        go(zoomed(now.current, apart, shareAt((event.clientX + other.clientX) / 2)));
      } else go(panned(now.current, (before.clientX - event.clientX) / box.clientWidth));
    };
    const up = (event: PointerEvent) => fingers.delete(event.pointerId);
    const wheel = (event: WheelEvent) => {
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!event.ctrlKey && !event.metaKey && !sideways) return;
      event.preventDefault();
      if (sideways) go(panned(now.current, (event.deltaX || event.deltaY) / box.clientWidth));
      else go(zoomed(now.current, 1.0018 ** event.deltaY, shareAt(event.clientX)));
    };
    const stop = new AbortController();
    const { signal } = stop;
    box.addEventListener('pointerdown', down, { signal });
    box.addEventListener('pointermove', move, { signal });
    box.addEventListener('wheel', wheel, { signal, passive: false });
    addEventListener('pointerup', up, { signal });
    addEventListener('pointercancel', up, { signal });
    return () => stop.abort();
  }, [element, setWindow]);
  const onKeyDown = useCallback(
    (press: KeyboardEvent) => {
      const next = KEYS[press.key]?.(now.current);
      if (!next || press.ctrlKey || press.metaKey || press.altKey) return;
      press.preventDefault();
      setWindow(next);
    },
    [setWindow],
  );
  return { onKeyDown, dragged };
}
