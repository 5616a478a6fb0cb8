// Pushes the nodes of a network apart, each from every other.
import type { Force } from 'd3-force';

/** A node as the simulation moves it; pixels, and pixels a step. */
export interface Body {
  x: number;
  y: number;
  vx: number;
  vy: number;
  readonly radius: number;
}

interface Options {
  /** How strongly two nodes push one another at a distance of one pixel. */
  readonly strength: number;
  /** Pixels that stay free around each node. */
  readonly room: number;
}

/** Two nodes that are nearer than this push one another no harder for it. */
const NEAREST = 1;

/** Stands for the distance of two nodes in one place, which no direction leads apart. */
const NONE = 1e-6;

/**
 * A force for d3-force in place of its `forceManyBody` and `forceCollide`, between all pairs as they are: for some hundred
 * nodes that takes a fraction of the time of the quadtrees which those two build anew at each step.
 */
export function forceApart<B extends Body>({ strength, room }: Options): Force<B, undefined> {
  let bodies: readonly B[] = [];
  const apart = (alpha: number): void => {
    const push = strength * alpha;
    for (const [n, one] of bodies.entries()) {
      for (let m = n + 1; m < bodies.length; m += 1) {
        const other = bodies[m] as B;
        repel(one, other, push);
      }
    }
    for (const [n, one] of bodies.entries()) {
      for (let m = n + 1; m < bodies.length; m += 1) separate(one, bodies[m] as B, room);
    }
  };
  apart.initialize = (nodes: B[]) => {
    bodies = nodes;
  };
  return apart;
}

/** The force falls with the distance. */
function repel(one: Body, other: Body, push: number): void {
  const x = other.x - one.x || NONE;
  const y = other.y - one.y;
  const square = x * x + y * y;
  const by = push / (square < NEAREST ? Math.sqrt(square * NEAREST) : square);
  one.vx -= x * by;
  one.vy -= y * by;
  other.vx += x * by;
  other.vy += y * by;
}

/** Where two would cover one another after the step, both give way, the smaller one more. */
function separate(one: Body, other: Body, room: number): void {
  const x = other.x + other.vx - one.x - one.vx || NONE;
  const y = other.y + other.vy - one.y - one.vy;
  const least = one.radius + other.radius + 2 * room;
  const square = x * x + y * y;
  if (square >= least * least) return;
  const distance = Math.sqrt(square);
  const by = (least - distance) / distance;
  const [own, others] = [(one.radius + room) ** 2, (other.radius + room) ** 2];
  const share = others / (own + others);
  one.vx -= x * by * share;
  one.vy -= y * by * share;
  other.vx += x * by * (1 - share);
  other.vy += y * by * (1 - share);
}
