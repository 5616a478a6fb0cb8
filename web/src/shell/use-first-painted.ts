// A long page is drawn in two parts: what one sees first, and what lies below it once that is on the screen.
import { startTransition, useEffect, useState } from 'react';

/** False until the first frame of whatever uses it is painted. */
export function useFirstPainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
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
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setDrawn(drawn + step)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [drawn, total, step]);
  return Math.min(drawn, total);
}
