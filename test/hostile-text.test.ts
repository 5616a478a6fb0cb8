// Texts of one thing over and over, through all rooms: whatever a regular expression or a rule is hit by, time stays linear.
import { beforeAll, expect, test } from 'vitest';
import { createReader, type Reader } from '../src/reader.ts';

const SHORT = 3_000;
const LONG = 4 * SHORT;
/** What small measurements are off by on a busy machine, in milliseconds of processor time. */
const NOISE = 1_500;

const UNITS = [
  ...['a', 'A', '1', '\t', '"', '(', ',', '.', '-', '’', '\n', 'é', '١', '\ud800'],
  ...[
    'a ',
    'A. ',
    '1,',
    'the ',
    'more than ',
    'said ',
    '“no” ',
    '"a" said b, ',
    'of the ',
    'x@y ',
    'http://a.',
    '1/1/',
  ],
  ...['12:', 'Mr. ', 'A of ', 'and ', 'not ', 'Germany ', 'the minister of ', '(AP) -- ', '- \n', 'Q: ', 'a, ', 'to '],
  ...['January 1, ', 'two and a half ', 'under the treaty '],
];

let reader: Reader;
beforeAll(async () => {
  reader = await createReader();
  await reader.read({ id: 'warm', text: 'The minister of Mali said on Monday: "No." '.repeat(40) });
}, 60_000);

/** Milliseconds of this process that reading so much of a unit takes. */
async function timeOf(unit: string, length: number): Promise<number> {
  const before = process.cpuUsage();
  await reader.read({ id: 'hostile', text: unit.repeat(Math.ceil(length / unit.length)).slice(0, length) });
  return process.cpuUsage(before).user / 1000;
}

test.each(UNITS)('reads %j over and over in linear time', { timeout: 120_000 }, async (unit) => {
  const short = await timeOf(unit, SHORT);
  // Twice the ratio of the lengths: a square would be four times it.
  expect(await timeOf(unit, LONG)).toBeLessThan(2 * (LONG / SHORT) * short + NOISE);
});
