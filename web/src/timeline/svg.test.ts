import { expect, test } from 'vitest';
import type { Palette } from './drawing.ts';
import { svgOf } from './svg.ts';

const palette = new Proxy({}, { get: (_, name) => String(name) }) as Palette;

test('shapes and words are written out, names with signs as words', () => {
  const shape = { box: [1.04, 2, 30, 10], fill: null, stroke: 'quad1', hatched: true, struck: true } as const;
  const label = { x: 5, y: 9, text: 'R&D <b>', strong: true };
  const svg = svgOf({ width: 100, height: 50, shapes: [shape], labels: [label] }, palette);
  expect(svg).toContain('<rect x="1" y="2" width="30" height="10"');
  expect(svg).toContain('clip-path="url(#c0)"');
  expect(svg).toContain('R&amp;D &lt;b>');
  // Words are legible on what lies behind them.
  expect(svg).toMatch(/<text[^>]* paint-order="stroke" stroke="leaf"/);
  expect(svg.match(/<path/g)).toHaveLength(2);
});
