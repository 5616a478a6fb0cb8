// Numbers, ordinals, months, weekdays and seasons as words.
import { describe, expect, it } from 'vitest';
import { readMonth, readNumber, readOrdinal, readSeason, readWeekday } from './numbers.ts';

describe('readNumber', () => {
  it.each([
    ['7', 7],
    ['1,500', 1500],
    ['2.5', 2.5],
    ['5 1/2', 5.5],
    ['3½', 3.5],
    ['twenty-four', 24],
    ['twenty four', 24],
    ['a hundred', 100],
    ['two hundred and ten', 210],
    ['three thousand', 3000],
    ['a dozen', 12],
    ['5 thousand', 5000],
    ['some', null],
    ['twelve apples', null],
  ])('%s is %s', (text, value) => expect(readNumber(text)).toBe(value));
});

describe('other words', () => {
  it.each([
    ['first', 1],
    ['Twelfth', 12],
    ['thirty-first', 31],
    ['22nd', 22],
    ['last', null],
  ])('ordinal %s is %s', (text, value) => expect(readOrdinal(text)).toBe(value));

  it('reads months, weekdays and seasons, short and long', () => {
    expect(['Jan.', 'January', 'sept', 'Sept.', 'September', 'May', 'DEC.'].map(readMonth)).toEqual([
      1, 1, 9, 9, 9, 5, 12,
    ]);
    expect(['Monday', 'Tues.', 'Thur', 'Sun'].map(readWeekday)).toEqual([1, 2, 4, 7]);
    expect(['spring', 'Fall', 'autumn', 'winter'].map(readSeason)).toEqual([0, 2, 2, 3]);
  });
});
