// What comes of fetching an address.

export interface Fetched {
  /** The address in the end, after redirections. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** The encoding that the server names. */
  readonly charset: string | null;
}

/**
 * Fetches an address; null where it has not changed since this fetcher fetched it last.
 * @throws Fault of the codes `address-…`
 */
export type Fetcher = (address: string) => Promise<Fetched | null>;

/** Whether an argument is an address rather than a file. */
export const isAddress = (argument: string): boolean => /^https?:\/\//i.test(argument);
