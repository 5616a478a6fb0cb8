import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

/** Keeps objects and counts how many are made. */
function counted(sentences: number) {
  let made = 0;
  const recent = new Recent(sentences, (sentence) => {
    made += 1;
    return { sentence };
  });
  return { recent, made: () => made };
}

test('gives what is made of the sentence that is asked for, whatever was asked for before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300)), (asked) => {
      const { recent } = counted(2000);
      for (const sentence of asked) expect(recent.at(sentence)).toEqual({ sentence });
    }),
  );
});

test('makes each of a short document once', () => {
  const { recent, made } = counted(900);
  for (let pass = 0; pass < 3; pass += 1) for (let sentence = 0; sentence < 900; sentence += 1) recent.at(sentence);
  expect(made()).toBe(900);
});

test('keeps what a pass over a long document looks back to, and lets go of the rest', () => {
  const { recent, made } = counted(2000);
  for (let sentence = 0; sentence < 2000; sentence += 1) {
    const one = recent.at(sentence);
    const before = Math.max(0, sentence - 6);
    expect(recent.at(before).sentence).toBe(before);
    expect(recent.at(sentence)).toBe(one);
  }
  expect(made()).toBe(2000);
  recent.at(0);
  expect(made()).toBe(2001);
});
