// The service's answers as React state: loading, there, or refused with the service's own words.
import { useEffect, useState } from 'react';
import type { Endpoints, Refusal } from '../../../src/service/contract.ts';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'there'; readonly value: T }
  | { readonly state: 'refused'; readonly message: string };

/** Query parameters; empty ones are left out. */
export type Query = Readonly<Record<string, string | number | null | undefined>>;

export function addressOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const written = parameters.toString();
  return written ? `${path}?${written}` : path;
}

/** What a GET endpoint answers; asked anew when the address changes. `null` asks nothing. */
export function useAnswer<Path extends keyof Endpoints>(address: string | null): Loaded<Endpoints[Path]> {
  const [answer, setAnswer] = useState<{ address: string | null; loaded: Loaded<Endpoints[Path]> }>({
    address: null,
    loaded: { state: 'loading' },
  });
  useEffect(() => {
    if (address === null) return undefined;
    const abort = new AbortController();
    ask<Endpoints[Path]>(address, abort.signal).then(
      (loaded) => setAnswer({ address, loaded }),
      () => undefined,
    );
    return () => abort.abort();
  }, [address]);
  return answer.address === address ? answer.loaded : { state: 'loading' };
}

/** Rejects only when aborted; every refusal is an answer. */
async function ask<T>(address: string, signal: AbortSignal): Promise<Loaded<T>> {
  try {
    const response = await fetch(address, { signal });
    if (response.ok) return { state: 'there', value: (await response.json()) as T };
    const refusal = (await response.json()) as Refusal;
    return { state: 'refused', message: refusal.error.message };
  } catch (error) {
    if (signal.aborted) throw error;
    return { state: 'refused', message: 'The service does not answer. Is it still running?' };
  }
}
