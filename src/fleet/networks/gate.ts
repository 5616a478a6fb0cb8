// Keeps a thread from being ended in the middle of native work: the library would take the whole process down with it.

/** Two numbers in memory that both threads see: whether the gate is shut, and whether somebody is in. */
export type Gate = Int32Array<SharedArrayBuffer>;

const SHUT = 0;
const IN = 1;
/** Milliseconds; a batch takes some twenty. */
const LONGEST_WAIT = 2000;

export const openGate = (): Gate => new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));

/** In the thread: does the work, which is one piece at a time, unless the gate is shut; null then. */
export async function throughGate<Result>(gate: Gate, work: () => Promise<Result>): Promise<Result | null> {
  Atomics.store(gate, IN, 1);
  try {
    return Atomics.load(gate, SHUT) ? null : await work();
  } finally {
    Atomics.store(gate, IN, 0);
    Atomics.notify(gate, IN);
  }
}

/** From outside: lets nobody in any more, and waits until whoever is in is out, so that the thread can be ended. */
export function shutGate(gate: Gate): void {
  Atomics.store(gate, SHUT, 1);
  Atomics.wait(gate, IN, 1, LONGEST_WAIT);
}
