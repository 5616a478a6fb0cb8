// Who does a piece of work that two threads may do: the first that claims it.

/** One number in memory that both threads see. */
export type Claim = Int32Array<SharedArrayBuffer>;

export const unclaimed = (): Claim => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Whether the work was free, and is the caller's from now on. */
export const take = (claim: Claim): boolean => Atomics.exchange(claim, 0, 1) === 0;
