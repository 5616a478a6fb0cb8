// How much garbage may grow while documents are read. Left to itself the heap grows to four times of what is live in it, so that
// much of a reader's memory is garbage; that of a long document, which has much that is live, most of all.
import { setFlagsFromString } from 'node:v8';

/** Per cent of what is live that may be added before the collector goes through it all again. */
const USUAL = 100;
/** Measured on 5 MB beside 84 articles, as long as that is read: 708 MiB instead of 951, for some 10 % more time. */
const BESIDE_LONG = 20;
/** Code units of a line. */
const LONG = 500_000;

let long = 0;

/** Does the work on some lines with no more garbage than goes with their length. The bound holds for all threads of the process. */
export async function withLittleGarbage<Result>(
  lines: readonly string[],
  work: () => Promise<Result>,
  bound: (percent: number) => void = setBound,
): Promise<Result> {
  const isLong = lines.some(({ length }) => length >= LONG);
  if (isLong) long += 1;
  bound(long ? BESIDE_LONG : USUAL);
  try {
    return await work();
  } finally {
    if (isLong) long -= 1;
    bound(long ? BESIDE_LONG : USUAL);
  }
}

/** Only looked at by the collector when it has done: it may change at any time. */
function setBound(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}
