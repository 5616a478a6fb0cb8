import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { tableLines } from './table.ts';

const COLUMNS = [
  { title: 'date', grow: 0 },
  { title: 'who', grow: 1 },
  { title: 'words', grow: 3 },
];

test('wraps long cells at words and keeps columns in line', () => {
  expect(
    tableLines(COLUMNS, [['2002-05-28', 'Italy', 'The heads of state signed the declaration at the air base']], 44),
  ).toEqual([
    'date        who     words',
    '──────────  ──────  ──────────────────────',
    '2002-05-28  Italy   The heads of state',
    '                    signed the declaration',
    '                    at the air base',
  ]);
});

test('no line is wider than the terminal, whatever the cells hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constant('2002-05-28'), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))),
      fc.integer({ min: 48, max: 160 }),
      (rows, width) => {
        for (const line of tableLines(COLUMNS, rows, width)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      },
    ),
  );
});

test('escape sequences and line breaks of a document do not reach the terminal', () => {
  const lines = tableLines([{ title: 'words', grow: 1 }], [['red \u001b[31m\nand \u202Eback']], 80);
  expect(lines.at(-1)).toBe('red [31m and back');
});
