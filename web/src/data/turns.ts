// In what order the page's questions are asked: what one sees goes first, what lies further down the page after it.
import { createContext } from 'react';
import { afterPaint } from './after-paint.ts';

/** Whether the part of a page that a component stands in is seen; all is where no part says otherwise. */
export const Seen = createContext<() => boolean>(() => true);

/** Questions of what one sees, not answered yet. */
let underway = 0;
const waiting = new Set<() => void>();

/** Lets those that wait go once this, and all the others that are seen, are settled. */
export function beforeOthers<T>(answer: Promise<T>): Promise<T> {
  underway += 1;
  const settle = () => {
    underway -= 1;
    letGo();
  };
  answer.then(settle, settle);
  return answer;
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
