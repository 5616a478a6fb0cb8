// Sameness of files and texts.
import { describe, expect, it } from 'vitest';
import { contentHash, hashText, resemblance, sketch } from './fingerprint.ts';

const REPORT = Array.from(
  { length: 60 },
  (_, i) => `In the year ${1950 + i} the council of the ${i} states met and took note of item ${i * 7}.`,
);

describe('fingerprints', () => {
  it('hashes bytes', () => {
    expect(contentHash(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('takes texts of the same words for the same', () => {
    expect(hashText('The Council  met.\n')).toBe(hashText('the council met'));
    expect(hashText('The Council met.')).not.toBe(hashText('The Council left.'));
  });

  it('sees wire copies and tells other reports apart', () => {
    const copy = [...REPORT.slice(0, 50), 'A last paragraph of the paper itself.'].join('\n');
    const other = REPORT.map((line) => line.replace(/council|states|item/g, 'court')).join('\n');
    expect(resemblance(sketch(REPORT.join('\n')), sketch(copy))).toBeGreaterThan(0.6);
    expect(resemblance(sketch(REPORT.join('\n')), sketch(other))).toBeLessThan(0.3);
    expect(resemblance(sketch(copy), sketch(copy))).toBe(1);
  });

  it('has something to say of the shortest texts', () => {
    expect(resemblance(sketch('two words'), sketch('Two words!'))).toBe(1);
    expect(resemblance(sketch(''), sketch(''))).toBe(0);
  });
});
