// Word features and lemma scripts agree with the training code on these values.
import { describe, expect, it } from 'vitest';
import { fnv1a, normalForm, prefixRows, shapeOf, suffixRows } from './features.ts';

describe('shapeOf', () => {
  it.each([
    ['Kabul', 'Xxxx'],
    ['NATO', 'XXX'],
    ['U.S.', 'X.X.'],
    ['2014', 'ddd'],
    ['anti-Soviet', 'xxx-Xxxx'],
    ['', ''],
    ['Élysée', 'Xxxx'],
    ['a1b2c3d4e5f6g7', 'xdxdxdxdxdxd'],
  ])('%s has the shape %s', (word, shape) => {
    expect(shapeOf(word)).toBe(shape);
  });
});

describe('hashes', () => {
  it('are FNV-1a with the high half folded in', () => {
    expect(fnv1a('')).toBe((0x811c9dc5 ^ (0x811c9dc5 >>> 15)) >>> 0);
  });

  it('fall inside the tables', () => {
    for (const word of ['', 'x', 'Reykjavík', '\ud800', '\u0000\u0001', 'ab'.repeat(500)]) {
      const lower = word.toLowerCase();
      for (const row of [...suffixRows(lower), ...prefixRows(word, lower)]) {
        expect(row).toBeGreaterThanOrEqual(0);
        expect(row).toBeLessThan(8192);
      }
    }
  });

  it('match those of training for one word', () => {
    expect([...suffixRows('talks'), ...prefixRows('Talks', 'talks')]).toEqual([
      2437, 1377, 7223, 5449, 3135, 9, 2677, 4335,
    ]);
  });
});

describe('normalForm', () => {
  it('makes every digit a zero', () => {
    expect(normalForm('24th')).toBe('00th');
  });
});
