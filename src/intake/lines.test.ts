import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './lines.ts';

async function lines(chunks: readonly (Uint8Array | string)[]): Promise<readonly string[]> {
  const found: string[] = [];
  const stream = (async function* () {
    yield* chunks;
  })();
  for await (const line of linesOf(stream)) found.push(line);
  return found;
}

test.each([
  ['nothing', '', []],
  ['one line without an end', 'a', ['a']],
  ['an empty line between two', 'a\n\nb\n', ['a', '', 'b']],
  ['carriage returns', 'a\r\nb\r\n', ['a', 'b']],
  ['a line separator inside', 'a\u2028b\n', ['a\u2028b']],
  ['a byte order mark', '\uFEFFa\n\uFEFFb\n', ['a', '\uFEFFb']],
])('%s', async (_, text, expected) => {
  expect(await lines([Buffer.from(text)])).toEqual(expected);
});

test('the cut into chunks does not matter, even inside a character', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 1, max: 7 }), async (words, size) => {
      const bytes = Buffer.from(words.join('\n'));
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      expect(await lines(chunks)).toEqual(await lines([bytes]));
    }),
  );
});

test('a line of 20 MB in small chunks is read in linear time', async () => {
  const chunk = Buffer.alloc(16_384, 'x');
  const started = performance.now();
  const found = await lines(Array.from({ length: 1280 }, () => chunk));
  expect(found[0]?.length).toBe(16_384 * 1280);
  expect(performance.now() - started).toBeLessThan(2000);
});

test('bytes that are no UTF-8 become replacement characters', async () => {
  expect(await lines([Uint8Array.from([0x61, 0xff, 0x62])])).toEqual(['a\uFFFDb']);
});
