// Bylines by a table of lines that are some and lines that only look it.
import { describe, expect, it } from 'vitest';
import { isByline, isNameLine, isOutletLine } from './bylines.ts';

describe('isByline', () => {
  it.each([
    'By Ana Torres',
    'BY ANA TORRES AND PIET MAAS',
    'By Ana Torres, The Northern Courier',
    'By Ana Torres / The Northern Courier',
    'By [The Northern Courier](#)',
    'From our correspondent Ana Torres',
    'Written by A. B. van der Maas',
    'By April Jones',
    '(Reporting by Ana Torres; Editing by Lee Wong)',
    'Additional reporting by Lee Wong in Oslo',
  ])('%s', (line) => {
    expect(isByline(line, line.length)).toBe(true);
  });

  it.each([
    'By Monday the delegations had agreed on most articles.',
    'By the end of the week they hope to have a text.',
    'By contrast, the southern side has said nothing.',
    'By way of an answer he pointed at the map.',
    'By 2012 it was over.',
    'By Agreement of the Parties the treaty may be prolonged for ten years.',
    'By signing the treaty the parties bind themselves:',
  ])('not: %s', (line) => {
    expect(isByline(line, line.length)).toBe(false);
  });
});

describe('lines that are names alone', () => {
  it.each(['The Northern Courier, Oslo', 'HARBOUR WIRE', 'Institute for Northern Studies'])('outlet: %s', (line) => {
    expect(isOutletLine(line)).toBe(true);
  });
  it.each(['The news was bad.', 'Ministers agree on sun and star names', 'Talks Today: What Is Left'])(
    'no outlet: %s',
    (line) => {
      expect(isOutletLine(line)).toBe(false);
    },
  );
  it.each(['Vera Holm, Oslo', 'J. R. Holm', 'VERA HOLM'])('name: %s', (line) => {
    expect(isNameLine(line)).toBe(true);
  });
  it.each(['Vera Holm speaks', 'What next?', 'Oslo', 'Round 12 Begins'])('no name: %s', (line) => {
    expect(isNameLine(line)).toBe(false);
  });
});
