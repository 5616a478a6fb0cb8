// A long page is drawn in two parts: what one sees first, and what lies below it once that is on the screen.
import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from '../data/after-paint.ts';

/** False until the first frame of whatever uses it is painted. */
export function useFirstPainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(true))), []);
  return painted;
}

/** The beginning of a list until the first frame is painted, then all of it. */
export function useGrowing(): <T>(all: readonly T[], first: number) => readonly T[] {
  const painted = useFirstPainted();
  return (all, first) => (painted ? all : all.slice(0, first));
}

/** How many of a long list are drawn: so many in the first frame, and as many more in each after it, also where it grows later. */
export function useSteps(total: number, step: number): number {
  const [drawn, setDrawn] = useState(step);
  useEffect(() => {
    if (drawn >= total) return undefined;
    return afterPaint(() => startTransition(() => setDrawn(drawn + step)));
  }, [drawn, total, step]);
  return Math.min(drawn, total);
}
