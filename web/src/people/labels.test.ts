import { expect, test } from 'vitest';
import { labelsOf } from './labels.ts';

const node = (id: string, x: number, y: number) => ({ place: { id, x, y, radius: 8 }, name: 'Some Country' });

test('a name stands under its node where there is room', () => {
  expect(labelsOf([node('a', 0, 0)]).get('a')).toEqual({ x: 0, y: 21, anchor: 'middle' });
});

test('names of neighbours stand apart', () => {
  const labels = labelsOf([node('a', 0, 0), node('b', 40, 2), node('c', 20, 30)]);
  const [a, b] = [labels.get('a'), labels.get('b')];
  expect(labels.size).toBe(3);
  expect(b).not.toEqual(a);
});
