// The page's address says all that it shows: the document, the item in it, and the filters of the timeline.
import { useCallback, useSyncExternalStore } from 'react';
import { addressOf, type Query } from './api.ts';

export interface Route {
  /** Id of the open document. */
  readonly document: string | null;
  /** Id of the item shown in it. */
  readonly item: string | null;
  readonly kind: string;
  readonly text: string;
  readonly year: string;
}

/** Kinds of item that the timeline shows where the address does not say. */
export const DEFAULT_KIND = 'event';
const MOVED = 'rapporteur-moved';

export function parseRoute(path: string, search: string): Route {
  const query = new URLSearchParams(search);
  const document = /^\/documents\/([^/]+)$/.exec(path)?.[1];
  return {
    document: document === undefined ? null : decodeURIComponent(document),
    item: query.get('item'),
    kind: query.get('kind') ?? DEFAULT_KIND,
    text: query.get('text') ?? '',
    year: query.get('year') ?? '',
  };
}

export function hrefOf(route: Route): string {
  const path = route.document === null ? '/' : `/documents/${encodeURIComponent(route.document)}`;
  const { item, text, year } = route;
  const query: Query = { item, kind: route.kind === DEFAULT_KIND ? null : route.kind, text, year };
  return addressOf(path, query);
}

/** The address as it is now, and a way to change part of it. */
export function useRoute(): readonly [Route, (change: Partial<Route>) => void] {
  const address = useSyncExternalStore(listen, () => location.pathname + location.search);
  const mark = address.indexOf('?');
  const route = parseRoute(mark === -1 ? address : address.slice(0, mark), mark === -1 ? '' : address.slice(mark));
  const change = useCallback((part: Partial<Route>) => {
    history.pushState(null, '', hrefOf({ ...parseRoute(location.pathname, location.search), ...part }));
    dispatchEvent(new Event(MOVED));
  }, []);
  return [route, change];
}

function listen(changed: () => void): () => void {
  addEventListener('popstate', changed);
  addEventListener(MOVED, changed);
  return () => {
    removeEventListener('popstate', changed);
    removeEventListener(MOVED, changed);
  };
}
