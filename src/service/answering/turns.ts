// Turns: so many things are done at once, in the order in which they were asked for.

/** Does some work when its turn comes; rejects with an AbortError where it was given up before. */
export type Turns = <T>(work: () => Promise<T>, givenUp?: AbortSignal) => Promise<T>;

export function takeTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  const pass = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async (work, givenUp) => {
    if (running >= atOnce) await new Promise<void>((begin) => waiting.push(begin));
    else running += 1;
    try {
      givenUp?.throwIfAborted();
      return await work();
    } finally {
      // What was done goes out, and who gave up meanwhile is heard, before the next begins.
      if (waiting.length > 0) setImmediate(pass);
      else pass();
    }
  };
}
