// Faults of inputs on stderr, one line each, but of one file no more than a person reads.
import type { Fault } from '../model/fault.ts';
import { complain } from './exit.ts';

/** Of one file so many faults are printed; the others are counted. */
const SHOWN = 20;

export interface Complaints {
  /** How many there were. */
  readonly count: number;
  add(path: string, fault: Fault): void;
  /** Says how many were not printed. */
  end(): void;
}

export function complaints(): Complaints {
  const counts = new Map<string, number>();
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(path, fault) {
      count += 1;
      const number = (counts.get(path) ?? 0) + 1;
      counts.set(path, number);
      if (number <= SHOWN) complain(fault.message);
    },
    end() {
      for (const [path, number] of counts) {
        if (number > SHOWN) complain(`${path}: ${number - SHOWN} more faults of this kind are not shown.`);
      }
    },
  };
}
