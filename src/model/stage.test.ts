import { describe, expect, test } from 'vitest';
import type { AnnotationName } from './annotations.ts';
import { checkOrder, lastReads, type Stage } from './stage.ts';

const stageNamed = (name: string, reads: readonly AnnotationName[], writes: readonly AnnotationName[]): Stage => ({
  name,
  reads,
  writes,
  run: () => ({}),
});

const passages = stageNamed('passages', ['document'], ['passages']);
const segmentation = stageNamed('segmentation', ['document', 'passages'], ['sentences', 'words']);

describe('checkOrder', () => {
  test('accepts an order in which all is written before it is read', () => {
    expect(() => checkOrder([passages, segmentation], ['document'])).not.toThrow();
  });

  test('refuses to read what a later stage writes, naming both', () => {
    expect(() => checkOrder([segmentation, passages], ['document'])).toThrow(
      'stage "segmentation" reads "passages" before any stage writes it',
    );
  });

  test('refuses to read what nothing writes', () => {
    expect(() => checkOrder([stageNamed('events', ['register'], ['events'])], ['document'])).toThrow(
      'reads "register"',
    );
  });

  test('refuses to write twice', () => {
    const again = stageNamed('again', ['document'], ['passages']);
    expect(() => checkOrder([passages, again], ['document'])).toThrow(
      'stage "again" writes "passages", which passages writes already',
    );
    expect(() => checkOrder([stageNamed('text', [], ['document'])], ['document'])).toThrow('which the input writes');
  });
});

describe('lastReads', () => {
  const diagnostics = stageNamed('diagnostics', ['document', 'words'], ['diagnostics']);

  test('names what no later stage reads, where it is read or written last', () => {
    expect(lastReads([passages, segmentation, diagnostics], ['diagnostics', 'sentences'])).toEqual([
      [],
      ['passages'],
      ['document', 'words'],
    ]);
  });

  test('keeps what is wanted at the end', () => {
    expect(lastReads([passages, segmentation], ['document', 'passages', 'sentences', 'words'])).toEqual([[], []]);
  });
});
