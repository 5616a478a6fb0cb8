// Lines of PDF pages put together: columns, words cut at line ends, paragraphs, running heads.
import { describe, expect, it } from 'vitest';
import { type PdfLine, type Piece, pageLines } from './lines.ts';
import { joinLines, joinParagraphs } from './paragraphs.ts';
import { withoutRunningHeads } from './running-heads.ts';

const line = (text: string, y: number, more: Partial<PdfLine> = {}): PdfLine => ({
  text,
  x: 70,
  right: 500,
  edge: 500,
  y,
  size: 11,
  ...more,
});

describe('joinLines', () => {
  it.each([
    ['co-', 'operation', 'cooperation'],
    ['counter-', 'narcotics', 'counter-narcotics'],
    ['the NATO-', 'Russia Council', 'the NATO-Russia Council'],
    ['1997-', '2002', '1997-2002'],
    ['the long', 'way', 'the long way'],
    ['soft\u00ad', 'ly', 'softly'],
  ])('%s + %s', (before, after, joined) => {
    expect(joinLines([before, after], new Set(['counter-narcotics']))).toBe(joined);
  });
});

describe('joinParagraphs', () => {
  it('tells paragraphs by room, indent, short last lines and size', () => {
    const page = [
      line('The Title of the Statement', 800, { size: 18, right: 300 }),
      line('The first paragraph goes on to the edge and is', 770),
      line('not over before here.', 756, { right: 200 }),
      line('The second one follows without room and has', 742),
      line('a second line.', 728, { right: 150 }),
      line('Room makes a third.', 690, { right: 200 }),
      line('• a point of a list', 676, { right: 200 }),
    ];
    expect(joinParagraphs([page]).split('\n\n')).toEqual([
      'The Title of the Statement',
      'The first paragraph goes on to the edge and is not over before here.',
      'The second one follows without room and has a second line.',
      'Room makes a third.',
      '• a point of a list',
    ]);
  });

  it('goes on over a page', () => {
    const pages = [[line('The sentence goes on over', 80)], [line('the page and ends.', 800, { right: 200 })]];
    expect(joinParagraphs(pages)).toBe('The sentence goes on over the page and ends.');
  });
});

describe('withoutRunningHeads', () => {
  it('leaves out what comes back at the edge of pages, and page numbers', () => {
    const pages = [1, 2, 3].map((n) => [
      line(`The Review, No. ${n}`, 820),
      ...['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((word, i) =>
        line(`${word} on page ${['a', 'b', 'c'][n - 1]}`, 700 - 14 * i),
      ),
      line(`${n}`, 40),
    ]);
    expect(withoutRunningHeads(pages).map((page) => page.length)).toEqual([6, 6, 6]);
  });
});

describe('pageLines', () => {
  const piece = (str: string, x: number, y: number, width = 8 * str.length): Piece => ({
    str,
    x,
    y,
    width,
    fontSize: 11,
  });

  it('puts pieces of a line together, with a space where there is room', () => {
    expect(
      pageLines([piece('for', 160, 700, 15), piece('Statement', 70, 700, 60), piece('ce', 175.2, 700.3, 12)]).map(
        ({ text }) => text,
      ),
    ).toEqual(['Statement force']);
  });

  it('reads the left column before the right', () => {
    const rows = Array.from({ length: 25 }, (_, i) => [
      piece(`left ${i}`, 70, 700 - 14 * i, 200),
      piece(`right ${i}`, 310, 700 - 14 * i, 200),
    ]).flat();
    const texts = pageLines(rows).map(({ text }) => text);
    expect([texts[0], texts[24], texts[25], texts[49]]).toEqual(['left 0', 'left 24', 'right 0', 'right 24']);
  });
});
