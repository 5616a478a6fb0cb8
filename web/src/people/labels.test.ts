import { expect, test } from 'vitest';
import { labelsOf } from './labels.ts';

const node = (id: string, x: number, y: number) => ({ place: { id, x, y, radius: 8 }, name: 'Some Country' });

test('a name stands under its node where there is room', () => {
  expect(labelsOf([node('a', 0, 0)]).get('a')).toMatchObject({ x: 0, y: 21, anchor: 'middle' });
});

test('names of neighbours stand apart', () => {
  const labels = labelsOf([node('a', 0, 0), node('b', 40, 2), node('c', 20, 30)]);
  const [a, b] = [labels.get('a'), labels.get('b')];
  expect(labels.size).toBe(3);
  expect(b).not.toEqual(a);
});

test('a name tells what it takes of the plane, so that the drawing has room for it', () => {
  const { box } = labelsOf([node('a', 100, 0)]).get('a') ?? {};
  const half = ('Some Country'.length * 7) / 2;
  expect(box?.left).toBeLessThanOrEqual(100 - half);
  expect(box?.right).toBeGreaterThanOrEqual(100 + half);
  expect(box?.bottom).toBeGreaterThan(21);
});
