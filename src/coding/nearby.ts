// Which items of a document stand near a place: for rules that ask at every mention and must not go through all each time.
import type { Span } from '../model/span.ts';

/** Length of a stretch in code units; an item stands in the list of each one that it touches. */
const STRETCH = 512;

/**
 * Makes a look-up of items by place. It gives the items of a list that have a span in or next to the one asked for, in the
 * order of the list; whether they overlap it is for the caller to see. A list is indexed once and must not change.
 */
export function nearby<Item>(spansOf: (item: Item) => readonly Span[]): (items: readonly Item[], span: Span) => Item[] {
  const known = new WeakMap<readonly Item[], ReadonlyMap<number, ReadonlySet<number>>>();
  return (items, [start, end]) => {
    let index = known.get(items);
    if (!index) {
      index = indexOf(items, spansOf);
      known.set(items, index);
    }
    const places = new Set<number>();
    for (let at = stretchOf(start); at <= stretchOf(end); at += 1)
      for (const place of index.get(at) ?? []) places.add(place);
    return [...places].sort((a, b) => a - b).map((place) => items[place] as Item);
  };
}

const stretchOf = (offset: number): number => Math.floor(offset / STRETCH);

function indexOf<Item>(items: readonly Item[], spansOf: (item: Item) => readonly Span[]): Map<number, Set<number>> {
  const index = new Map<number, Set<number>>();
  for (const [place, item] of items.entries()) {
    for (const [start, end] of spansOf(item)) {
      for (let at = stretchOf(start); at <= stretchOf(end); at += 1) {
        const places = index.get(at);
        if (places) places.add(place);
        else index.set(at, new Set([place]));
      }
    }
  }
  return index;
}
