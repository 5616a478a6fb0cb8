import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elsewhere, hrefOf, parseAddress } from './address.ts';

// A browser takes a part of a path that is one dot or two for the folder itself or the one above; no id is named so.
const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/^\.\.?$/.test(text));

test('an address gives back the place it was made from', () => {
  fc.assert(
    fc.property(
      fc.record({
        page: fc.constantFrom('', 'timeline', 'threads', 'documents'),
        id: fc.option(word),
        query: fc.dictionary(fc.stringMatching(/^[a-z]+$/), word),
      }),
      (address) => {
        const asked = address.page === '' ? { ...address, id: null } : address;
        const { pathname, search } = new URL(hrefOf(asked), 'http://record');
        expect(parseAddress(pathname, search)).toEqual(asked);
      },
    ),
  );
});

test('a broken percent-encoding is taken as it stands', () => {
  expect(parseAddress('/documents/100%', '').id).toBe('100%');
});

test('another page keeps the dates and the pair, and nothing else', () => {
  const from = parseAddress('/timeline', '?world=2007-12&pair=a,b&text=missile');
  expect(elsewhere(from, 'threads', 't 1')).toBe('/threads/t%201?world=2007-12&pair=a%2Cb');
});
