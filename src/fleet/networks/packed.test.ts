import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from './packed.ts';

const label = fc.oneof(fc.constantFrom('NOUN', '_', 'nsubj:pass', ''), fc.string());
const word = fc.record({
  lemma: label,
  upos: label,
  xpos: label,
  feats: label,
  head: fc.nat(200),
  deprel: label,
});
const name = fc.record({
  start: fc.nat(200),
  end: fc.nat(200),
  type: fc.constantFrom('PER' as const, 'ORG' as const, 'LOC' as const),
  score: fc.constantFrom(0.5, 0.98, 1),
});

test('sentences come out of a message as they were put in', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ words: fc.array(word), names: fc.array(name) })), (sentences) => {
      expect(unpack(structuredClone(pack(sentences)))).toEqual(sentences);
    }),
  );
});
