// In what order the page's questions are asked, and when their answers are shown: what one sees goes first, and together;
// what lies further down the page after it.
import { createContext } from 'react';
import { afterPaint } from './after-paint.ts';

/** Whether the part of a page that a component stands in is seen; all is where no part says otherwise. */
export const Seen = createContext<() => boolean>(() => true);

/** Questions of what one sees, not answered yet. */
let underway = 0;
const waiting = new Set<() => void>();

/** Milliseconds for which what came waits at most for what is on its way beside it. */
const TOGETHER = 60;

/** Settles when all that is seen is answered: to draw each answer as it comes takes the machine from those that answer. */
let together = Promise.resolve();
let showAll = () => {};

/**
 * An answer to what one sees, as it is to be shown: with the others that are underway, or alone where those take long. Lets
 * what is not seen go once all are settled.
 */
export async function beforeOthers<T>(answer: Promise<T>): Promise<T> {
  if (underway === 0) {
    together = new Promise((shown) => {
      showAll = shown;
    });
  }
  underway += 1;
  const all = together;
  try {
    const value = await answer;
    setTimeout(showAll, TOGETHER);
    return value;
  } finally {
    underway -= 1;
    if (underway === 0) showAll();
    letGo();
    await all;
  }
}

/** Settles when all that is seen has been answered and drawn; never where it is given up before. */
export function afterSeen(signal: AbortSignal): Promise<void> {
  return new Promise((go) => {
    waiting.add(go);
    signal.addEventListener('abort', () => waiting.delete(go), { once: true });
    // Those beside it ask in the same turn.
    setTimeout(letGo);
  });
}

function letGo(): void {
  if (underway > 0 || waiting.size === 0) return;
  // Whatever answers it is not to take the machine from the drawing of what came.
  afterPaint(() => {
    if (underway > 0) return;
    for (const go of waiting) go();
    waiting.clear();
  });
}
