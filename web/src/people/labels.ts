// Where the names of the network's nodes stand: beside, above or below them, where they cover nothing.
import type { PlacedNode } from './settle.ts';

/** Where a name stands, from the middle of its node. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'middle' | 'start' | 'end';
}

export interface Label extends Place {
  /** What of the plane it takes, at most. */
  readonly box: Box;
}

/** Pixels: height of a line of text, of it above the foot of letters, width of a letter on the average, room at its ends. */
const LINE = 16;
const ASCENT = 12;
const LETTER = 7;
const AIR = 3;

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The first place of each name that covers no node and no name before it; where there is none, that which covers least.
 * @param nodes those whose name matters most first
 */
export function labelsOf(
  nodes: readonly { readonly place: PlacedNode; readonly name: string }[],
): ReadonlyMap<string, Label> {
  const taken: Box[] = nodes.map(({ place }) => boxOf(place));
  const labels = new Map<string, Label>();
  for (const { place, name } of nodes) {
    const width = name.length * LETTER;
    let best: { readonly label: Label; readonly covered: number } | null = null;
    for (const beside of placesAround(place.radius)) {
      const left = place.x + beside.x - (beside.anchor === 'middle' ? width / 2 : beside.anchor === 'end' ? width : 0);
      const box = boxAt(left - AIR, place.y + beside.y - ASCENT, width + 2 * AIR, LINE);
      const covered = taken.reduce((sum, other) => sum + shared(box, other), 0);
      if (best === null || covered < best.covered) best = { label: { ...beside, box }, covered };
      if (covered === 0) break;
    }
    if (!best) continue;
    taken.push(best.label.box);
    labels.set(place.id, best.label);
  }
  return labels;
}

const placesAround = (radius: number): readonly Place[] => [
  { x: 0, y: radius + 13, anchor: 'middle' },
  { x: 0, y: -radius - 5, anchor: 'middle' },
  { x: radius + 5, y: 4, anchor: 'start' },
  { x: -radius - 5, y: 4, anchor: 'end' },
  { x: radius * 0.7 + 3, y: radius * 0.7 + 12, anchor: 'start' },
  { x: -radius * 0.7 - 3, y: radius * 0.7 + 12, anchor: 'end' },
  { x: radius * 0.7 + 3, y: -radius * 0.7 - 4, anchor: 'start' },
  { x: -radius * 0.7 - 3, y: -radius * 0.7 - 4, anchor: 'end' },
];

/** What of the plane a node takes. */
export const boxOf = ({ x, y, radius }: PlacedNode): Box => boxAt(x - radius, y - radius, 2 * radius, 2 * radius);

const boxAt = (left: number, top: number, width: number, height: number): Box => ({
  left,
  right: left + width,
  top,
  bottom: top + height,
});

/** Pixels that two boxes have in common. */
const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
