// The width that an element has on the page, for what is drawn to fit it.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** That of a sheet, nearly: what is drawn for a wide screen would be shrunk on it until nobody can read its words. */
const SHEET = 720;

export function useWidth<E extends HTMLElement>(otherwise = 800): readonly [RefObject<E | null>, number] {
  const box = useRef<E>(null);
  const [width, setWidth] = useState(otherwise);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () => setWidth(Math.max(200, Math.floor(element.clientWidth)));
    // A browser does not wait for what is drawn later.
    const print = () => flushSync(() => setWidth(SHEET));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    addEventListener('beforeprint', print);
    addEventListener('afterprint', measure);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', measure);
    };
  }, []);
  return [box, width];
}
