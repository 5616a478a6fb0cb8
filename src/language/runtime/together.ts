// Documents that are read at the same time share a network's batches: many short texts cost little more than one.

interface Request<Item, Result> {
  readonly items: readonly Item[];
  readonly done: (results: readonly Result[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The same work for callers that ask at the same time: requests of one turn of the event loop are done in one call, and each
 * gets the results of its own items. The work must give an item the same result in any company.
 */
export function together<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (items: readonly Item[]) => Promise<readonly Result[]> {
  let waiting: Request<Item, Result>[] = [];
  const answer = async () => {
    const requests = waiting;
    waiting = [];
    try {
      const results = await work(requests.flatMap(({ items }) => items));
      let start = 0;
      for (const { items, done } of requests) {
        done(results.slice(start, start + items.length));
        start += items.length;
      }
    } catch (error) {
      for (const { failed } of requests) failed(error);
    }
  };
  return (items) =>
    new Promise((done, failed) => {
      if (waiting.length === 0) setTimeout(answer, 0);
      waiting.push({ items, done, failed });
    });
}
