// Word features and lemma scripts agree with the training code on these values.
import { describe, expect, it } from 'vitest';
import { fnv1a, normalForm, prefixRows, shapeOf, suffixRows } from './features.ts';
import { applyLemmaScript, createLemmatiser } from './lemma.ts';

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

describe('applyLemmaScript', () => {
  it.each([
    ['ministries', 'l3|y', 'ministry'],
    ['Met', 'l2|eet', 'meet'],
    ['Kenya', '=', 'Kenya'],
    ['Talibans', 'k1|', 'Taliban'],
    ['AN', 'l1|', 'a'],
    ['so', 'l5|x', 'so'],
    ['', 'l1|', ''],
    ['Was', 'l3|be', 'be'],
  ])('%s by %s is %s', (form, script, lemma) => {
    expect(applyLemmaScript(form, script)).toBe(lemma);
  });
});

describe('createLemmatiser', () => {
  const words = ['write', 'hop', 'hope', 'sit', 'carry', 'provoke', 'writ'];
  const known = [...words.slice(0, 6), ...Array.from({ length: 60 }, (_, k) => `filler${k}`), 'writ'];
  const rankOf = (word: string): number | undefined => (known.includes(word) ? known.indexOf(word) : undefined);
  const lemmaOf = createLemmatiser(['l0|', 'l1|', 'k2|i', 'l3|'], { irregular: new Map([['found', 'find']]), rankOf });

  it.each([
    ['Found', 'VBD', 0, 'find'],
    ['found', 'VB', 0, 'found'],
    ['founds', 'VBZ', 1, 'found'],
    ['Talks', 'NNS', 1, 'talk'],
    ['me', 'PRP', 2, 'I'],
    ['www.example.org/News', 'ADD', 0, 'www.example.org/News'],
    ['--', ':', 1, '--'],
    ['Writing', 'VBG', 3, 'write'],
    ['provoking', 'VBG', 3, 'provoke'],
    ['sitting', 'VBG', 3, 'sit'],
    ['hoping', 'VBG', 3, 'hop'],
    ['blorbing', 'VBG', 3, 'blorb'],
    ['carries', 'VBZ', 1, 'carry'],
    ['ing', 'VBG', 0, 'ing'],
  ])('%s tagged %s with script %i is %s', (form, xpos, script, lemma) => {
    expect(lemmaOf(form, xpos, script)).toBe(lemma);
  });
});
