// A part of a long page: while it is out of sight, what it asks waits for what is in sight.
import { type ReactNode, useCallback, useRef } from 'react';
import { Seen } from '../data/turns.ts';
import { usePlace } from './use-place.ts';

interface Props {
  readonly className?: string;
  readonly children: ReactNode;
}

export function Part({ className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const placeOf = usePlace(box);
  // What is looked at first asks before the part has a place; others look for it.
  const isSeen = useCallback(() => placeOf()?.isSeen ?? (box.current === null || isInSight(box.current)), [placeOf]);
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
