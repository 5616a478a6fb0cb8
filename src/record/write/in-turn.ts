// Lets the calls of an object wait for one another, where each must find what the one before left.

type Calls = Readonly<Record<string, (...given: never[]) => Promise<unknown>>>;

/** The same methods; a call begins when all earlier ones have ended, well or badly. */
export function inTurn<T>(calls: T & { [Name in keyof T]: Calls[string] }): T {
  let last: Promise<unknown> = Promise.resolve();
  const entries = Object.entries(calls as Calls).map(([name, call]) => {
    const queued = (...given: never[]) => {
      const turn = last.then(() => call(...given));
      last = turn.catch(() => undefined);
      return turn;
    };
    return [name, queued];
  });
  return Object.fromEntries(entries) as T;
}
