// What a network does, seen from outside: batches in, results out, in whichever thread it stands.

/** Gives each item of one batch its result. An item gets the same result in any company. */
export type BatchWork<Item, Result> = (batch: readonly Item[]) => Promise<readonly Result[]>;

/** The same work, one batch after another, as a network wants it whose batches share the room for their input. */
export function oneAtATime<Item, Result>(work: BatchWork<Item, Result>): BatchWork<Item, Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (batch) => {
    const done = last.then(() => work(batch));
    // A failure is its caller's; the next batch comes all the same.
    last = done.catch(() => undefined);
    return done;
  };
}
