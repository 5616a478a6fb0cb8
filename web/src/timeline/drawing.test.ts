import { expect, test } from 'vitest';
import { dayNumber } from '../data/dates.ts';
import { drawingOf } from './drawing.ts';
import { LANES } from './lanes.ts';
import { layOut, type Mark } from './layout.ts';

const WINDOW = { from: dayNumber('2000-01-01'), to: dayNumber('2020-01-01') };
const mark = (standing: Mark['standing'], start: string, end: string): Mark => ({
  ...{ id: `${standing} ${start} ${end}`, kind: 'meeting', quad: null, standing, start, end },
});
const drawn = (marks: readonly Mark[]) => {
  const view = {
    total: marks.length,
    undated: 0,
    kinds: [],
    from: null,
    to: null,
    marks,
    counts: [],
    by: 'year' as const,
  };
  return drawingOf(layOut(view, LANES, WINDOW, 1000), WINDOW, 1000, null);
};

test('only what has a day is filled; a month is hatched, or empty where it is planned', () => {
  const { shapes } = drawn([
    mark('actual', '2003-05-04', '2003-05-04'),
    mark('actual', '2007-05-01', '2007-05-31'),
    mark('planned', '2011-05-01', '2011-05-31'),
  ]);
  const looks = shapes.filter(({ stroke }) => stroke !== null).map(({ fill, hatched }) => [fill, hatched]);
  expect(looks).toEqual([
    ['quad0', false],
    [null, true],
    [null, false],
  ]);
});

test('the count of a lane has the ground of the paper, above the lines of the years', () => {
  const { shapes, labels } = drawn([mark('actual', '2003-05-04', '2003-05-04')]);
  const title = labels.find(({ text }) => text === 'Meetings  1');
  const at = shapes.findIndex(({ fill, box: [x, y, width, height] }) => {
    const words = title ?? { x: 0, y: 0, text: '' };
    return fill === 'leaf' && x < words.x && y < words.y - 10 && y + height > words.y && width > words.text.length * 6;
  });
  const lines = shapes.flatMap(({ box, fill }, place) => (box[2] === 0.7 && fill !== 'leaf' ? [place] : []));
  expect(at).toBeGreaterThan(Math.max(...lines));
});
