// Duplicates among made-up reports.
import { describe, expect, it } from 'vitest';
import { duplicateIndex } from './duplicates.ts';

const report = (topic: string): string =>
  Array.from(
    { length: 30 },
    (_, i) => `On day ${i} of the ${topic} talks envoy ${i * 13} spoke of item ${i * 7}.`,
  ).join('\n');

describe('duplicateIndex', () => {
  it('knows the same text, the copy with changes and the other report', () => {
    const ask = duplicateIndex();
    const wire = report('harbour');
    expect(ask({ id: 'a', text: wire })).toBeNull();
    expect(ask({ id: 'b', text: wire.toUpperCase() })).toEqual({ of: 'a', kind: 'same', resemblance: 1 });
    expect(ask({ id: 'c', text: `The Northern Courier\n\n${wire.slice(0, 1200)}\n\nIt was raining.` })).toMatchObject({
      of: 'a',
      kind: 'near',
    });
    expect(ask({ id: 'd', text: report('border') })).toBeNull();
  });

  it('compares short texts for equality only', () => {
    const ask = duplicateIndex();
    expect([ask({ id: 'a', text: 'Talks failed.' }), ask({ id: 'b', text: 'Talks failed again.' })]).toEqual([
      null,
      null,
    ]);
    expect(ask({ id: 'c', text: 'talks failed' })).toMatchObject({ of: 'a', kind: 'same' });
  });

  it('stays quick where thousands share a paragraph', () => {
    const ask = duplicateIndex();
    const start = performance.now();
    for (let i = 0; i < 3000; i += 1)
      ask({ id: `${i}`, text: `${report('harbour').slice(0, 300)} ${i} ${i * 3} ${i * 5} ${i * 7} ${i * 11}` });
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
