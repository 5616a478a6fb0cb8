import { expect, test } from 'vitest';
import { notices } from './notices.ts';

const LONG = { code: 'long-sentence', span: null, message: 'A sentence too long to be read surely.' };
const CAPITALS = { code: 'all-capitals', span: null, message: 'The text is in capitals.' };

test('a kind of diagnostic has one line, with the first text that has it', () => {
  const noticed = notices();
  noticed.add('a.txt', []);
  noticed.add('b.txt', [CAPITALS]);
  noticed.add('c.txt', [LONG, LONG]);
  noticed.add('d.txt', [LONG, CAPITALS]);
  noticed.add('e.txt', [LONG]);
  expect(noticed.lines()).toEqual([
    'c.txt and 2 more: A sentence too long to be read surely.',
    'b.txt and 1 more: The text is in capitals.',
  ]);
});
