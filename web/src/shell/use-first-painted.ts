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

/** How many of a list are to be drawn: the first in one frame, and so many more in each after it; anew where it is another. */
export function useSteps(list: readonly unknown[], step: number): number {
  const [{ of, drawn }, setDrawn] = useState({ of: list, drawn: 1 });
  const now = of === list ? drawn : 1;
  useEffect(() => {
    if (now >= list.length) return undefined;
    return afterPaint(() => startTransition(() => setDrawn({ of: list, drawn: now + step })));
  }, [now, list, step]);
  return now;
}
