// Tests of segmentation: exact offsets on any text.
import { expect, test } from 'vitest';
import { segment } from './segment.ts';

const show = (text: string): string =>
  segment(text, [{ span: [0, text.length], kind: 'body' }])
    .words.map((words) => words.map(([start, end]) => text.slice(start, end)).join('|'))
    .join('\n');

test('divides contractions and keeps abbreviations', () => {
  expect(show("Mr. Hart didn't sign it. “We can't,” he said.")).toBe(
    "Mr.|Hart|did|n't|sign|it|.\n“|We|ca|n't|,|”|he|said|.",
  );
});
