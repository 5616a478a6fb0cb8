// Lists: the longest listed phrase from left to right is marked.
import { describe, expect, it } from 'vitest';
import { createGazetteer, isCapital } from './gazetteer.ts';

const gazetteer = createGazetteer(
  {
    country: ['niger', 'papua new guinea', 'guinea'],
    city: ['san marino alto', 'san', 'lima'],
    bigCity: ['lima'],
    person: ['ana', 'silva'],
  },
  ['country', 'city'],
  ['bigCity', 'person'],
);

function flagsOf(...forms: string[]): string[] {
  const into = new Float32Array(forms.length * gazetteer.size);
  const lower = forms.map((form) => form.toLowerCase());
  for (const [k, form] of forms.entries()) gazetteer.markWord(form, lower[k] ?? '', into, k * gazetteer.size);
  const capitals = forms.flatMap((form, k) => (isCapital(form, lower[k] ?? '') ? [k] : []));
  gazetteer.markPhrases(lower, capitals, into, 0, gazetteer.size);
  return forms.map((_, k) => into.slice(k * gazetteer.size, (k + 1) * gazetteer.size).join(''));
}

describe('gazetteer', () => {
  it.each<[string[], string[]]>([
    [
      ['Papua', 'New', 'Guinea'],
      ['1000001', '0100001', '0100001'],
    ],
    [['Guinea'], ['1000001']],
    [
      ['guinea', 'lima'],
      ['0000000', '0000100'],
    ],
    [
      ['San', 'Marino'],
      ['0010001', '0000001'],
    ],
    [
      ['Ana', 'Silva', 'left', 'Lima'],
      ['0000011', '0000011', '0000000', '0010101'],
    ],
    [
      ['', '\ud83d\ude00'],
      ['0000000', '0000000'],
    ],
  ])('marks %j', (forms, expected) => {
    expect(flagsOf(...forms)).toEqual(expected);
  });
});
