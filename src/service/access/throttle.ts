// Slows down guessing: after a few failures from one address each further try must wait, twice as long each time.
/** Failures that cost nothing: a person mistypes. */
const FREE = 5;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15 * 60_000;
/** Addresses remembered at most; the oldest are forgotten first. */
const REMEMBERED = 10_000;

export interface Throttle {
  /** Milliseconds until the address may try again; 0 at once. */
  wait(address: string): number;
  failed(address: string): void;
  succeeded(address: string): void;
}

export function createThrottle(now: () => number = Date.now): Throttle {
  const failures = new Map<string, { readonly count: number; readonly until: number }>();
  return {
    wait: (address) => Math.max(0, (failures.get(address)?.until ?? 0) - now()),
    failed(address) {
      const count = (failures.get(address)?.count ?? 0) + 1;
      const wait = count < FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (count - FREE));
      failures.delete(address);
      failures.set(address, { count, until: now() + wait });
      if (failures.size > REMEMBERED) failures.delete(failures.keys().next().value ?? '');
    },
    succeeded: (address) => void failures.delete(address),
  };
}
