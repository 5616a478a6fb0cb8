import { expect, test } from 'vitest';
import type { Span } from '../model/span.ts';
import { diagnose } from './diagnose.ts';

function codes(text: string, { language = 'en' as string | null, kind = 'body' as const, words = 5 } = {}) {
  const span: Span = [0, text.length];
  const statedHead = {
    title: null,
    publisher: null,
    author: null,
    language,
    published: { value: null, basis: 'unknown' },
  } as const;
  const found = diagnose({
    document: { id: 'a', text },
    statedHead,
    passages: text ? [{ span, kind }] : [],
    sentences: text ? [{ span, passage: 0 }] : [],
    words: text ? [Array.from({ length: words }, () => span)] : [],
  });
  return found.map(({ code }) => code);
}

test.each([
  ['ordinary prose', 'Chile and Peru met in Arica.', {}, []],
  ['an empty text', '', {}, ['no-prose']],
  ['another script', 'Министры встретились в Минске вчера.', { language: 'ru' }, ['foreign-script']],
  ['another language', 'Die Minister trafen sich gestern in Wien.', { language: 'de' }, ['not-english']],
  ['an unknown language', 'Chile, Peru.', { language: null }, []],
  ['capitals', 'THE MINISTERS OF CHILE AND PERU MET. '.repeat(8), {}, ['all-capitals']],
  ['a line far longer than prose', `Chile and Peru met. ${'They talked. '.repeat(5000)}`, {}, ['long-paragraph']],
  ['as much in lines', 'Chile and Peru met in Arica.\n'.repeat(5000), {}, []],
  ['a sentence without end', 'a '.repeat(300), { words: 300 }, ['long-sentence']],
])('%s', (_, text, options, expected) => {
  expect(codes(text, options)).toEqual(expected);
});

test('a broken file does not fill the reading', () => {
  const span: Span = [0, 1];
  const found = diagnose({
    document: { id: 'a', text: 'x' },
    statedHead: {
      title: null,
      publisher: null,
      author: null,
      language: 'en',
      published: { value: null, basis: 'unknown' },
    },
    passages: [{ span, kind: 'body' }],
    sentences: Array.from({ length: 1000 }, () => ({ span, passage: 0 })),
    words: Array.from({ length: 1000 }, () => Array.from({ length: 201 }, () => span)),
  });
  expect(found).toHaveLength(20);
});
