import { expect, it } from 'vitest';
import { createRegister } from './entities/register.ts';
import { joinedBefore } from './joined-before.ts';

/** Names of those whom "They" stands for in a text; states are marked by brackets, which are taken away. */
function meant(marked: string): readonly string[] {
  const register = createRegister();
  let text = '';
  for (const piece of marked.split(/[[\]]/).entries()) {
    const [at, words] = piece;
    if (at % 2 === 1) {
      const mentions = [{ span: [text.length, text.length + words.length] as const, form: 'name' as const }];
      register.add({ kind: 'state', name: words, mentions });
    }
    text += words;
  }
  return joinedBefore(text, register, text.indexOf('They')).map((id) => register.get(id)?.name ?? '');
}

it.each([
  ['[Chad] and [Niger] met. They agreed.', 'Chad Niger'],
  ['It rained. On Monday, [Chad], [Mali] and President Sow of [Niger] met. They agreed.', 'Chad Mali Niger'],
  ['[Chad], [Mali] and [Niger] met the U.S. envoy Mr. Reed. They agreed.', 'Chad Mali Niger'],
  // Who is not joined by "and", what a clause in between tells, and what is no subject.
  ['[Chad], [Niger] said, met [Mali]. They agreed.', ''],
  ['[Chad], which borders [Niger] and [Mali], left. They agreed.', ''],
  ['The king of the islands told [Chad] and [Niger] to leave. They agreed.', ''],
  ['[Chad] and [Niger] met, and They agreed.', ''],
  ['They agreed.', ''],
])('"%s"', (text, expected) => {
  expect(meant(text).join(' ')).toBe(expected);
});

it('looks no further back than a sentence of ordinary length', () => {
  const long = `[Chad] and [Niger] met ${'and talked '.repeat(20_000)}at last. They agreed.`;
  const started = performance.now();
  expect(meant(long)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(500);
});
