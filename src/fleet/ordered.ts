// Runs work on several workers at once and gives the results in the order of the input, with a bound on what waits.

/** Tasks for one thread at a time: it reads them side by side, so that short documents share the network's batches. */
export const TASKS_AT_ONCE = 4;

/**
 * Maps each item through `work`, at most `atOnce` at a time, and yields the results in the order of the items.
 * Reading ahead stops while `atOnce` results are under way, so memory stays bounded however slow the first one is.
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // A failure is thrown when its turn comes; until then it must not count as unhandled.
    result.catch(() => undefined);
    underWay.push(result);
    if (underWay.length >= atOnce) yield await (underWay.shift() as Promise<Result>);
  }
  for (const result of underWay) yield await result;
}

/**
 * Groups lines so that a message to a worker is worth its cost: up to `most` lines or about `size` code units. Measured: very
 * short documents take a twelfth less time 64 at once than 16, and larger groups of articles save none, but leave one
 * thread with work when the other has none.
 */
export async function* inBatches(
  lines: AsyncIterable<string>,
  most = 64,
  size = 32_768,
): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  let units = 0;
  for await (const line of lines) {
    batch.push(line);
    units += line.length;
    if (batch.length >= most || units >= size) {
      yield batch;
      batch = [];
      units = 0;
    }
  }
  if (batch.length) yield batch;
}
