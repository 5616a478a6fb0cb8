// Cells, markup and offsets, whatever a document holds.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { csvLine, tabLine } from './delimited.ts';
import { escapeMarkup } from './markup.ts';
import { lengthInPoints, pointsBefore } from './points.ts';
import { dateWords } from './words.ts';

const anything = fc.string({ unit: 'binary' });

describe('CSV', () => {
  it('is read back to the letter, save for the apostrophe before formulas', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 2, maxLength: 5 }), (cells) => {
        const [row] = parse(csvLine(cells), { relax_column_count: true }) as string[][];
        const guarded = cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell));
        expect(row).toEqual(guarded);
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('takes %j for text', (cell) => {
    expect(csvLine([cell])).toMatch(/^"?'/);
  });

  it('leaves numbers as they are', () => expect(csvLine([-6.5, true, null, 'a'])).toBe('-6.5,true,,a\r\n'));
});

describe('tab-separated lines', () => {
  it('have as many cells as were given, on one line', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1 }), (cells) => {
        const line = tabLine(cells);
        expect(line.endsWith('\n')).toBe(true);
        expect(line.slice(0, -1).split('\t')).toHaveLength(cells.length);
        expect(line.slice(0, -1)).not.toMatch(/[\n\r]/);
      }),
    );
  });
});

describe('markup', () => {
  it('is well-formed XML with any text in it, and no markup of its own', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const parser = new SaxesParser();
        let read = '';
        let tags = 0;
        parser.on('text', (piece) => {
          read += piece;
        });
        parser.on('opentag', () => {
          tags += 1;
        });
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(`<a b="${escapeMarkup(text)}">${escapeMarkup(text)}</a>`).close();
        expect(tags).toBe(1);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these cannot stand in XML.
        const held = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd');
        expect(read).toBe(held.replace(/\r\n?/g, '\n'));
      }),
    );
  });
});

describe('offsets in code points', () => {
  it('count as iteration does', () => {
    fc.assert(
      fc.property(anything, anything, (before, after) => {
        // A pair that the cut would make of two halves is one code point.
        fc.pre(!/[\ud800-\udbff]$/.test(before) || !/^[\udc00-\udfff]/.test(after));
        expect(pointsBefore(before + after, before.length)).toBe([...before].length);
        expect(lengthInPoints(before + after)).toBe([...(before + after)].length);
      }),
    );
  });
});

describe('words for dates', () => {
  it.each([
    ['2013-10-23', 'expression', '23 October 2013'],
    ['2013-10', 'expression', 'October 2013'],
    ['2013', 'published', 'about 2013'],
    ['2012-05-03/2012-06', 'expression', '3 May 2012 to June 2012'],
    ['2012-H1', 'expression', 'first half of 2012'],
    ['2009-SP', 'expression', 'spring 2009'],
    ['2013-W49', 'expression', 'the week of 2 December 2013'],
    ['201', 'expression', '2010s'],
    [null, 'unknown', 'undated'],
  ] as const)('%s by %s is %s', (value, basis, words) => {
    expect(dateWords({ value, basis, start: null, end: null })).toBe(words);
  });
});
