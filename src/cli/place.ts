// How far into its inputs a run is, counted in bytes of files: a large file is no less work than many small ones.
import { isAddress } from '../intake/address/fetched.ts';
import type { Step } from '../intake/inputs.ts';
import { sizeOf } from './files.ts';

export interface Place {
  /** Takes how many bytes of the present file are read. */
  readonly onBytes: (bytes: number) => void;
  /** Hands the steps on and keeps count of the files they come from. */
  follow(steps: AsyncIterable<Step>): AsyncGenerator<Step>;
  /** Share of all bytes; null where addresses are among the inputs, whose size nobody knows. */
  share(total: number): number | null;
}

export function placeIn(inputs: readonly string[]): Place {
  const known = !inputs.some(isAddress);
  const files = new Set(inputs);
  let current = '';
  let before = 0;
  let inside = 0;
  return {
    onBytes: (bytes) => {
      inside = bytes;
    },
    async *follow(steps) {
      for await (const step of steps) {
        const path = 'source' in step ? step.source.path : step.path;
        if (path !== current && files.has(path)) {
          before += current === '' ? 0 : await sizeOf(current);
          current = path;
          inside = 0;
        }
        if (step.step === 'known' || step.step === 'end') inside = await sizeOf(path);
        yield step;
      }
    },
    share: (total) => (known && total > 0 ? Math.min(1, (before + inside) / total) : null),
  };
}
