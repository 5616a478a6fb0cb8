// A part of a long page: while it is out of sight, what it asks waits for what is in sight.
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { Seen } from '../data/turns.ts';

interface Props {
  readonly className?: string;
  readonly children: ReactNode;
}

export function Part({ className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // Told by the browser once the part has been drawn.
  const seen = useRef<boolean | null>(null);
  const isSeen = useCallback(() => {
    // What is looked at first asks before the part has a place; others look for it, not before: a place costs a layout.
    if (seen.current === null && box.current) seen.current = isInSight(box.current);
    return seen.current ?? true;
  }, []);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(([entry]) => {
      seen.current = entry?.isIntersecting ?? seen.current;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <Seen value={isSeen}>
      <div ref={box} className={className}>
        {children}
      </div>
    </Seen>
  );
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}
