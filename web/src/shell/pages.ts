// The table of pages: address, name in the navigation, and the code that is loaded when one is first opened.
import type { ComponentType } from 'react';
import type { Asks } from '../data/ahead.ts';

/** The code of a page, which comes when it is asked for. */
export interface PageCode {
  /** Null as long as it has not come. */
  there(): ComponentType | null;
  /** What it asks at an address; null as long as it has not come, or where it does not say. */
  asks(): Asks | null;
  /** Rejects where the service does not give it; may be asked again. */
  fetch(): Promise<ComponentType>;
}

export interface PageEntry {
  /** First part of the address. */
  readonly page: string;
  /** Its name in the navigation; null for a page that is reached from others only. */
  readonly title: string | null;
  readonly code: PageCode;
}

/**
 * Not React's `lazy`: once it has shown that it waits, it shows nothing else for 300 ms, where the code comes in 30.
 */
function codeOf<Name extends string>(
  load: () => Promise<Record<Name, ComponentType> & { readonly asks?: Asks }>,
  name: Name,
): PageCode {
  let come: (Record<Name, ComponentType> & { readonly asks?: Asks }) | null = null;
  return {
    there: () => come?.[name] ?? null,
    asks: () => come?.asks ?? null,
    async fetch() {
      try {
        come = await load();
        return come[name];
      } catch (cause) {
        throw new Error(
          'The service does not answer. Start it again with “rapporteur serve”, then load this page anew.',
          { cause },
        );
      }
    },
  };
}

/**
 * Brings the code of all pages once the first one is there, so that going to another needs no wait for it: one after the
 * other, when the page has nothing else to do.
 */
export async function loadAhead(): Promise<void> {
  for (const { code } of PAGES) {
    if (code.there() !== null) continue;
    await idle();
    await code.fetch().catch(() => undefined);
  }
}

/** Milliseconds after which even a busy page goes on with it. */
const BUSY = 2000;

const idle = () =>
  new Promise<void>((begin) => {
    // Safari has none.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => begin(), { timeout: BUSY });
    else setTimeout(begin);
  });

export const PAGES: readonly PageEntry[] = [
  { page: '', title: 'Overview', code: codeOf(() => import('../overview/overview.tsx'), 'Overview') },
  { page: 'timeline', title: 'Timeline', code: codeOf(() => import('../timeline/timeline.tsx'), 'Timeline') },
  { page: 'threads', title: 'Threads', code: codeOf(() => import('../threads/threads.tsx'), 'Threads') },
  { page: 'people', title: 'Who is who', code: codeOf(() => import('../people/people.tsx'), 'People') },
  { page: 'documents', title: 'Documents', code: codeOf(() => import('../document/documents.tsx'), 'Documents') },
  { page: 'compare', title: 'Compare', code: codeOf(() => import('../compare/compare.tsx'), 'Compare') },
  { page: 'review', title: 'Review', code: codeOf(() => import('../review/review.tsx'), 'Review') },
  { page: 'search', title: null, code: codeOf(() => import('../search/search.tsx'), 'Search') },
  { page: 'add', title: null, code: codeOf(() => import('../add/add.tsx'), 'Add') },
];
