// The page's address says all that it shows, so that every view has a link.
import { useCallback, useSyncExternalStore } from 'react';

/** Query parameters; empty ones are left out. */
export type Query = Readonly<Record<string, string | number | null | undefined>>;

export interface Address {
  /** The first part of the path: which page. Empty for the overview. */
  readonly page: string;
  /** The second part: what the page is about; null where there is none. */
  readonly id: string | null;
  readonly query: Readonly<Record<string, string>>;
}

/** What holds from page to page: the two dates of the record, and the two sides looked at. */
export const HELD = ['world', 'known', 'pair'] as const;

export function addressOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const written = parameters.toString();
  return written ? `${path}?${written}` : path;
}

export function parseAddress(path: string, search: string): Address {
  const [page = '', id] = path.replace(/^\//, '').split('/');
  return {
    page,
    id: id === undefined || id === '' ? null : decode(id),
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}

export function hrefOf({ page, id, query }: Address): string {
  return addressOf(`/${page}${id === null ? '' : `/${encodeURIComponent(id)}`}`, query);
}

/** A part of an address that is no percent-encoding is taken as it stands. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of another page: what is held goes along, the rest is left behind. */
export function elsewhere(from: Address, page: string, id: string | null = null, query: Query = {}): string {
  const held = Object.fromEntries(HELD.map((name) => [name, from.query[name]]));
  return addressOf(`/${page}${id === null ? '' : `/${encodeURIComponent(id)}`}`, { ...held, ...query });
}

/** The same page with part of its query changed. */
export function changed(from: Address, change: Query): string {
  return addressOf(`/${from.page}${from.id === null ? '' : `/${encodeURIComponent(from.id)}`}`, {
    ...from.query,
    ...change,
  });
}

/** Moves to an address of this page. `replace` leaves no step to go back to: for what changes while one types. */
export function moveTo(href: string, { replace = false } = {}): void {
  if (href === location.pathname + location.search) return;
  if (replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  moved();
}

const watchers = new Set<() => void>();
let current: Address | null = null;

/** The address as it stands; the same object as long as it does. */
export function addressNow(): Address {
  if (current === null) {
    current = parseAddress(location.pathname, location.search);
    addEventListener('popstate', moved);
  }
  return current;
}

function moved(): void {
  current = parseAddress(location.pathname, location.search);
  for (const watcher of watchers) watcher();
}

/** Calls `changed` on each move, until the function that it returns is called. */
export function watchAddress(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

export const useAddress = (): Address => useSyncExternalStore(watchAddress, addressNow);

/** Changes part of the query of whatever address is current when it is called. */
export function useChange(): (change: Query, how?: { readonly replace?: boolean }) => void {
  return useCallback((change, how) => {
    moveTo(changed(addressNow(), change), how);
  }, []);
}
