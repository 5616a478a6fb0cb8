// Tests of the model's file: packing, damage, size, and that the core reads no files.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CASING_BUCKETS, decodeModel, encodeModel } from './model.ts';
import { loadSegmentationModel } from './segment.ts';

const lists = { contractions: { cannot: [3] }, leading: ['Mr'], numbered: ['No'], other: ['Inc'], openers: ['The'] };

test('a packed model is read back', () => {
  const casing = Uint8Array.from({ length: CASING_BUCKETS }, (_, at) => at % 9);
  const bytes = encodeModel(Int8Array.of(1, -2, 3, -128), Int8Array.of(5, 0), casing);
  const model = decodeModel(bytes, lists);
  expect([...model.wordWeights]).toEqual([1, -2, 3, -128]);
  expect([...model.sentenceWeights]).toEqual([5, 0]);
  expect([0, 1, 8, 9, 17].map((hash) => model.casing(hash, 0, true))).toEqual([0, 1, 8, 0, 8]);
  expect(model.spellings.abbreviations.always).toContain('MR');
});

test('a model read from a part of a larger buffer is the same', () => {
  const bytes = encodeModel(Int8Array.of(1, -2), Int8Array.of(7, 9), new Uint8Array(CASING_BUCKETS));
  const larger = new Uint8Array(bytes.length + 16);
  larger.set(bytes, 5);
  expect([...decodeModel(larger.subarray(5, 5 + bytes.length), lists).wordWeights]).toEqual([1, -2]);
});

test.each([
  ['empty', new Uint8Array(0)],
  ['foreign', new Uint8Array(64).fill(7)],
  ['cut short', encodeModel(Int8Array.of(1, 2), Int8Array.of(3, 4), new Uint8Array(CASING_BUCKETS)).slice(0, -1)],
])('a file that is %s is refused', (_, bytes) => {
  expect(() => decodeModel(bytes, lists)).toThrow(RangeError);
});

test('a folder without the model is a fault that names the file', () => {
  expect(() => loadSegmentationModel(new URL('./nowhere/', import.meta.url))).toThrow(/segmentation\.bin/);
});

test('the shipped model stays small', () => {
  const { size } = statSync(new URL('../../../models/segmentation/segmentation.bin', import.meta.url));
  expect(size).toBeLessThan(300_000);
});

test('nothing but the loader needs Node', () => {
  const folder = new URL('./', import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const bound = sources.filter((name) => /from 'node:/.test(readFileSync(new URL(name, folder), 'utf8')));
  expect(bound).toEqual(['segment.ts']);
});
