// When to ask addresses again: at a steady pace, and less and less often where they fail.

/** The longest wait between two tries of an address that fails, in milliseconds. */
const LONGEST = 6 * 3_600_000;

export interface Schedule {
  /** Addresses whose time has come. */
  due(now: number): readonly string[];
  /** Milliseconds until the next one is due. */
  wait(now: number): number;
  /** Sets the next time of an address, by whether asking it succeeded. */
  asked(address: string, now: number, success: boolean): void;
}

/** @param every milliseconds between two requests to an address that answers */
export function scheduleOf(addresses: readonly string[], every: number): Schedule {
  const next = new Map(addresses.map((address) => [address, { at: 0, failures: 0 }]));
  return {
    due: (now) => addresses.filter((address) => (next.get(address)?.at ?? 0) <= now),
    wait: (now) => Math.max(0, Math.min(...[...next.values()].map(({ at }) => at - now))),
    asked(address, now, success) {
      const failures = success ? 0 : (next.get(address)?.failures ?? 0) + 1;
      next.set(address, { at: now + Math.max(every, Math.min(LONGEST, every * 2 ** failures)), failures });
    },
  };
}
