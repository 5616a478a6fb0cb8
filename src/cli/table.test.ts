import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test, vi } from 'vitest';
import { tableLines, terminalWidth } from './table.ts';

const COLUMNS = [
  { title: 'date', grow: 0 },
  { title: 'who', grow: 1 },
  { title: 'words', grow: 3 },
];

test('wraps long cells at words and keeps columns in line', () => {
  expect(
    tableLines(COLUMNS, [['2002-05-28', 'Italy', 'The heads of state signed the declaration at the air base']], 44),
  ).toEqual([
    'date        who    words',
    '──────────  ─────  ─────────────────────────',
    '2002-05-28  Italy  The heads of state signed',
    '                   the declaration at the',
    '                   air base',
  ]);
});

test('no word is cut while another column has room to give, and a joined name breaks after its hyphen', () => {
  const columns = [
    { title: 'state', grow: 0 },
    { title: 'who', grow: 1 },
    { title: 'words', grow: 5 },
  ];
  const words = 'The council met in Washington and spoke about the treaty for two hours';
  const lines = tableLines(columns, [['nothing found since', 'Washington, NATO-Uzbekistan-Council', words]], 43);
  expect(lines.slice(2)).toEqual([
    'nothing    Washington,   The council met in',
    'found      NATO-         Washington and',
    'since      Uzbekistan-   spoke about the',
    '           Council       treaty for two',
    '                         hours',
  ]);
});

test('a column of which every cell is empty is left out, and its room goes to the others', () => {
  const columns = ['who', 'link', 'words'].map((title) => ({ title, grow: 1 }));
  const rows = [
    ['Italy', '', 'The heads of state signed'],
    ['Malta', '', 'Nobody came'],
  ];
  expect(tableLines(columns, rows, 40)).toEqual([
    'who    words',
    '─────  ─────────────────────────',
    'Italy  The heads of state signed',
    'Malta  Nobody came',
  ]);
});

test('a column that is to stay whole does, and the others make room', () => {
  const columns = [
    { title: 'words', grow: 5 },
    { title: 'id', grow: 0, whole: true },
  ];
  expect(tableLines(columns, [['An extraordinary undertaking', 'v0123456789abcdef']], 32).slice(2)).toEqual([
    'An             v0123456789abcdef',
    'extraordinary',
    'undertaking',
  ]);
});

test('the width is what COLUMNS says where no terminal does', () => {
  try {
    for (const [columns, width] of [
      ['80', 80],
      ['12', 40],
      ['wide', 120],
      ['', 120],
    ] as const) {
      vi.stubEnv('COLUMNS', columns);
      expect(terminalWidth()).toBe(width);
    }
  } finally {
    vi.unstubAllEnvs();
  }
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
