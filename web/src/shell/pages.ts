// The table of pages: address, name in the navigation, and the code that is loaded when one is first opened.
import { type ComponentType, lazy } from 'react';

export interface PageEntry {
  /** First part of the address. */
  readonly page: string;
  /** Its name in the navigation; null for a page that is reached from others only. */
  readonly title: string | null;
  readonly Page: ComponentType;
}

const waiting: (() => Promise<unknown>)[] = [];

const load = <Name extends string>(page: () => Promise<Record<Name, ComponentType>>, name: Name) => {
  waiting.push(page);
  return lazy(async () => {
    try {
      return { default: (await page())[name] };
    } catch (error) {
      throw new Error(
        'The service does not answer. Start it again with “rapporteur serve”, then load this page anew.',
        {
          cause: error,
        },
      );
    }
  });
};

/** Brings the code of all pages once the first one is there, so that going to another needs no wait for it. */
export function loadAhead(): void {
  for (const page of waiting.splice(0)) page().catch(() => undefined);
}

export const PAGES: readonly PageEntry[] = [
  { page: '', title: 'Overview', Page: load(() => import('../overview/overview.tsx'), 'Overview') },
  { page: 'timeline', title: 'Timeline', Page: load(() => import('../timeline/timeline.tsx'), 'Timeline') },
  { page: 'threads', title: 'Threads', Page: load(() => import('../threads/threads.tsx'), 'Threads') },
  { page: 'people', title: 'Who is who', Page: load(() => import('../people/people.tsx'), 'People') },
  { page: 'documents', title: 'Documents', Page: load(() => import('../document/documents.tsx'), 'Documents') },
  { page: 'compare', title: 'Compare', Page: load(() => import('../compare/compare.tsx'), 'Compare') },
  { page: 'review', title: 'Review', Page: load(() => import('../review/review.tsx'), 'Review') },
  { page: 'search', title: null, Page: load(() => import('../search/search.tsx'), 'Search') },
  { page: 'add', title: null, Page: load(() => import('../add/add.tsx'), 'Add') },
];
