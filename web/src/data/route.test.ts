import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hrefOf, parseRoute } from './route.ts';

const word = fc.string({ unit: 'grapheme', minLength: 1 });

test('an address gives back the route it was made from', () => {
  fc.assert(
    fc.property(
      fc.record({
        document: fc.option(word),
        item: fc.option(word),
        kind: word,
        text: fc.string(),
        year: fc.string(),
      }),
      (route) => {
        const { pathname, search } = new URL(hrefOf(route), 'http://record');
        expect(parseRoute(pathname, search)).toEqual(route);
      },
    ),
  );
});
