// Time expressions in sentences written for this test: spans, types and values by family.
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type { DocumentHead } from '../../model/document.ts';
import { findTimes } from './find-times.ts';

/** Reads `published | text | "words" TYPE value; ...`; `-` stands for no date, or no expression. Sentences end at ` / `. */
function casesOf(file: string): readonly (readonly [string, string, string])[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [published = '', text = '', expected = ''] = line.split(' | ');
      return [published.trim(), text.trim(), expected.trim()];
    });
}

function headOf(published: string): DocumentHead {
  const value = published === '-' ? null : published;
  return { title: null, publisher: null, author: null, language: null, published: { value, basis: 'given' } };
}

/** One sentence for each part between slashes, without analysis, so that the words alone must do. */
function timesOf(published: string, marked: string): string {
  const sentences: { span: [number, number]; passage: number }[] = [];
  const text = marked.replaceAll(' / ', '   ');
  let from = 0;
  for (const part of marked.split(' / ')) {
    sentences.push({ span: [from, from + part.length], passage: 0 });
    from += part.length + 3;
  }
  const times = findTimes({
    document: { id: 'd', text },
    head: headOf(published),
    passages: [{ span: [0, text.length], kind: 'body' }],
    sentences,
    tokens: [],
  });
  return times.map(({ span, type, value }) => `"${text.slice(...span)}" ${type} ${value}`).join('; ') || '-';
}

describe('findTimes', () => {
  it.each(casesOf('times.fixture.txt'))('%s: %s', (published, text, expected) => {
    expect(timesOf(published, text)).toBe(expected);
  });
});

test('a title with one year tells that of entries without one', () => {
  const text = '9 June – Mali leaves.\n3 July – Chad does.';
  const times = findTimes({
    document: { id: 'd', text },
    head: { ...headOf('-'), title: 'Chad and Mali, 1998' },
    passages: [{ span: [0, text.length], kind: 'body' }],
    sentences: [
      { span: [0, 21], passage: 0 },
      { span: [22, text.length], passage: 0 },
    ],
    tokens: [],
  });
  expect(times.map(({ value }) => value)).toEqual(['1998-06-09', '1998-07-03']);
});

describe('a chronology with years in lines of their own', () => {
  it.each([
    ['1998\n3 May – Chad, first named in 1962, leaves.\n9 June – Mali leaves.', '1998; 1998-05-03; 1962; 1998-06-09'],
    ['In 1998\n9 June – Mali leaves.', '1998; 1998-06-09'],
    [
      '3 May 1998 – Chad leaves a base whose lease ends in 2005.\n9 June – Mali leaves.',
      '1998-05-03; 2005; 1998-06-09',
    ],
    ['9 December 1998 – Chad leaves.\n4 January – Mali does.', '1998-12-09; 1999-01-04'],
    ['3 May 1998 – Chad says it left in April and will return in October.', '1998-05-03; 1998-04; 1998-10'],
    ['3 May 1998 – Chad, which a day earlier had met Mali, leaves.', '1998-05-03; 1998-05-02'],
    ['6 June 1998 – Chad leaves the base of 2009. Two weeks later Mali does.', '1998-06-06; 2009; 1998-W25'],
    ['1998\nMali left.\nA treaty of 1962 was read on 9 June.', '1998; 1962; 1962-06-09'],
  ])('%s', (text, expected) => {
    const lines = [...text.matchAll(/[^\n]+/g)];
    const times = findTimes({
      document: { id: 'd', text },
      head: headOf('-'),
      passages: [{ span: [0, text.length], kind: 'body' }],
      sentences: lines.map(({ index, 0: line }) => ({ span: [index, index + line.length] as const, passage: 0 })),
      tokens: [],
    });
    expect(times.map(({ value }) => value).join('; ')).toBe(expected);
  });
});
