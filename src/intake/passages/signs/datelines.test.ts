// Datelines by a table: the part of a paragraph's beginning that says where and when it was written.
import { describe, expect, it } from 'vitest';
import { datelineLength, isDateLine } from './datelines.ts';

describe('datelineLength', () => {
  it.each([
    ['BONN, May 27 (Wire) - The', 'BONN, May 27 (Wire) -'],
    ['BONN — The', 'BONN —'],
    ['BONN -- The', 'BONN --'],
    ['NEW DELHI, July 3, 2011 – The', 'NEW DELHI, July 3, 2011 –'],
    ['MOSCOW/VILNIUS – The', 'MOSCOW/VILNIUS –'],
    ['UNITED NATIONS (AP) _ The', 'UNITED NATIONS (AP) _'],
    ['FLINT, Mich., Oct. 4 (UPI) — The', 'FLINT, Mich., Oct. 4 (UPI) —'],
    ['PORT-AU-PRINCE, Haiti (AP) -- The', 'PORT-AU-PRINCE, Haiti (AP) --'],
    ['Vienna, 4 December 2009 - The', 'Vienna, 4 December 2009 -'],
    ['Bonn (Wire) - The', 'Bonn (Wire) -'],
  ])('%s', (text, dateline) => {
    expect(
      text.slice(
        0,
        datelineLength(text, true, () => false),
      ),
    ).toBe(dateline);
  });

  it.each(['Vienna - the capital', 'The talks - all of them', 'A-ha - the band', 'X'])('none: %s', (text) => {
    expect(datelineLength(text, true, () => false)).toBe(0);
  });

  it('takes no acronym for a place, and no bare place below the first paragraph', () => {
    expect(datelineLength('WEU - the alliance', true, (word) => word === 'WEU')).toBe(0);
    expect(datelineLength('BONN - the capital', false, () => false)).toBe(0);
  });
});

describe('isDateLine', () => {
  it.each([
    'October 23, 2013',
    'Moscow, 17 May 2012',
    'Published: 12 May 2010, 14:05 GMT',
    'Monday, May 7, 2012, 11:20 a.m.   Press Room, Ministry of Fisheries and Ports',
    'Last updated: Friday, May 3, 2013 at 4:10 p.m.',
    'OSLO, May 3 (Wire) -',
    '**4 May 2011**',
  ])('%s', (line) => {
    expect(isDateLine(line, line.length)).toBe(true);
  });
  it.each([
    'The treaty was signed on 27 May 1997.',
    'Statement of the Council on the talks of 27 May 1997',
    'Was it May 3, 2011?',
    'In 1997',
  ])('not: %s', (line) => {
    expect(isDateLine(line, line.length)).toBe(false);
  });
});
