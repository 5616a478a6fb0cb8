// Names documents after their files, and tells apart documents of one name.
import { basename, extname } from 'node:path';
import type { Document } from '../model/document.ts';

/** "reports/2013-10-talks.html" gives "2013-10-talks"; a name that is all extension is kept. */
export function idOfPath(path: string): string {
  const name = basename(path);
  return basename(name, extname(name)) || name;
}

/** "https://courier.example/2013/talks-resume.html?x=1" gives "talks-resume"; an address that is all host, its host. */
export function idOfAddress(address: string): string {
  try {
    const { hostname, pathname } = new URL(address);
    const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
    return idOfPath(decodeURIComponent(last)).slice(0, 120);
  } catch {
    return '';
  }
}

/**
 * Gives documents of one run ids that differ: the first of a name keeps it, the next are `name-2`, `name-3` and so on,
 * passing over names that are taken. Keep one for the whole run.
 */
export function uniqueIds(): (document: Document) => Document {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (document) => {
    let id = document.id;
    let number = next.get(document.id) ?? 2;
    while (taken.has(id)) {
      id = `${document.id}-${number}`;
      number += 1;
    }
    next.set(document.id, number);
    taken.add(id);
    return id === document.id ? document : { ...document, id };
  };
}
