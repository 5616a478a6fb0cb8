// Places the nodes of the network, the same every time: forces are run to their rest before anything is drawn.
import { forceLink, forceSimulation, forceX, forceY } from 'd3-force';
import type { NetworkView } from '../../../src/service/contract.ts';
import { forceApart } from './apart.ts';

export interface PlacedNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Steps to the rest, in each of which the forces weaken so that they end at a thousandth of what they were. */
const STEPS = 100;

export function settle({ nodes, edges }: NetworkView): ReadonlyMap<string, PlacedNode> {
  const most = Math.max(1, ...nodes.map(({ events }) => events));
  const bodies = nodes.map(({ entity, events }, at) => ({
    id: entity.id,
    radius: 5 + 15 * Math.sqrt(events / most),
    // A spiral to begin with: no two in one place, and no chance in it.
    x: 14 * Math.sqrt(at) * Math.cos(at * 2.4),
    y: 14 * Math.sqrt(at) * Math.sin(at * 2.4),
    vx: 0,
    vy: 0,
  }));
  const known = new Set(bodies.map(({ id }) => id));
  const links = edges
    .filter(({ from, to }) => known.has(from) && known.has(to) && from !== to)
    .map(({ from, to, events }) => ({ source: from, target: to, events }));
  forceSimulation(bodies)
    .force(
      'links',
      forceLink<(typeof bodies)[number], (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(90),
    )
    .force('x', forceX(0).strength(0.06))
    .force('y', forceY(0).strength(0.1))
    .force('apart', forceApart({ strength: 260, room: 12 }))
    .alphaDecay(1 - 0.001 ** (1 / STEPS))
    .stop()
    .tick(STEPS);
  return new Map(bodies.map((body) => [body.id, body]));
}
