// A part of a long page: while it is out of sight, what it asks waits for what is in sight.
import { type ReactNode, useCallback, useLayoutEffect, useRef } from 'react';
import { Seen } from '../data/turns.ts';

interface Props {
  readonly className?: string;
  readonly children: ReactNode;
}

export function Part({ className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // Until it has a place: what is looked at first asks before that.
  const seen = useRef(true);
  const isSeen = useCallback(() => seen.current, []);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const { top, bottom } = element.getBoundingClientRect();
    seen.current = top < innerHeight && bottom > 0;
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
