// Reads one state of the record from the first piece to the last, whatever is written meanwhile.
import type { OpenRecord } from '../record/record.ts';

export async function* steady<T>(record: OpenRecord, pieces: () => AsyncIterable<T>): AsyncGenerator<T> {
  let end = () => {};
  let begun = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const begin = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const held = record.steadily(async () => {
    begun();
    await ended;
  });
  // A record that cannot be read ends the wait as well.
  await Promise.race([begin, held]);
  try {
    yield* pieces();
  } finally {
    end();
    await held;
  }
}
