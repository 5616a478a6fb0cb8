// Whether an element is in sight, and how tall it is, as the browser told last: to look for it would cost a layout.
import { type RefObject, useCallback, useEffect, useRef } from 'react';

export interface Place {
  readonly isSeen: boolean;
  /** Pixels. */
  readonly height: number;
}

/** @returns asks for it; null until the element has been drawn */
export function usePlace(box: RefObject<Element | null>): () => Place | null {
  const told = useRef<Place | null>(null);
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      if (last) told.current = { isSeen: last.isIntersecting, height: last.boundingClientRect.height };
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return useCallback(() => told.current, []);
}
