import { expect, test } from 'vitest';
import type { NetworkView } from '../../../src/service/contract.ts';
import { settle } from './settle.ts';

/** A ring of sides, each of which deals with the next and with the first. */
function ring(number: number): NetworkView {
  const id = (at: number) => `e${at % number}`;
  const at = Array.from({ length: number }, (_, at) => at);
  const counts = { events: 1, score: 1, quads: { 1: 1, 2: 0, 3: 0, 4: 0 } };
  return {
    nodes: at.map((at) => ({ entity: { id: id(at), name: id(at), kind: 'state', code: null }, events: number - at })),
    edges: at.flatMap((at) => [
      { from: id(at), to: id(at + 1), ...counts },
      { from: id(0), to: id(at), ...counts },
    ]),
  } as NetworkView;
}

test('nodes stand in the same places each time, and no two cover one another', () => {
  const places = [...settle(ring(40)).values()];
  expect(places).toEqual([...settle(ring(40)).values()]);
  for (const [n, one] of places.entries()) {
    for (const other of places.slice(n + 1)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
    }
  }
});

test.each([0, 1, 2])('%i nodes have places of their own', (number) => {
  const places = [...settle(ring(number)).values()];
  expect(places).toHaveLength(number);
  expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(number);
});
