// Lists: the longest listed phrase from left to right is marked.
import { describe, expect, it } from 'vitest';
import { createGazetteer } from './gazetteer.ts';

const gazetteer = createGazetteer({
  country: ['niger', 'papua new guinea', 'guinea'],
  city: ['san marino alto', 'san', 'lima'],
  bigCity: ['lima'],
  first: ['ana'],
  person: ['ana', 'silva'],
});

function flagsOf(...forms: string[]): string[] {
  const into = new Float32Array(forms.length * 8);
  gazetteer.mark(
    forms,
    forms.map((form) => form.toLowerCase()),
    into,
    0,
    8,
  );
  return forms.map((_, k) => into.slice(k * 8, k * 8 + 8).join(''));
}

describe('gazetteer', () => {
  it.each<[string[], string[]]>([
    [
      ['Papua', 'New', 'Guinea'],
      ['10000001', '01000001', '01000001'],
    ],
    [['Guinea'], ['10000001']],
    [
      ['San', 'Marino'],
      ['00100001', '00000001'],
    ],
    [
      ['Ana', 'Silva', 'left', 'Lima'],
      ['00000111', '00000011', '00000000', '00101001'],
    ],
    [
      ['', '\ud83d\ude00'],
      ['00000000', '00000000'],
    ],
  ])('marks %j', (forms, expected) => {
    expect(flagsOf(...forms)).toEqual(expected);
  });
});
