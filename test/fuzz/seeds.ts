// Runs properties with the seeds that are kept, and with one more that is new each time and printed where it fails.
import fc from 'fast-check';
import seeds from './seeds.json' with { type: 'json' };

export type Fuzzed = Exclude<keyof typeof seeds, 'about'>;

/** @throws Error naming the seed and the smallest input that fails; keep the seed in seeds.json */
export async function fuzz<T>(of: Fuzzed, runs: number, property: fc.IAsyncProperty<T>): Promise<void> {
  const fresh = process.env.FUZZ_SEED ? Number(process.env.FUZZ_SEED) : Date.now() | 0;
  for (const seed of [...seeds[of], fresh]) await fc.assert(property, { seed, numRuns: runs, endOnFailure: false });
}
