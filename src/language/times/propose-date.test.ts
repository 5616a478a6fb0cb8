// Proposed dates of documents written for this test.
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../model/document.ts';
import { findTimes } from './find-times.ts';
import { proposeDate } from './propose-date.ts';

function proposalOf(lines: readonly (readonly [Passage['kind'], string])[]): string | null {
  const text = lines.map(([, line]) => line).join('\n');
  const passages: Passage[] = [];
  let at = 0;
  for (const [kind, line] of lines) {
    passages.push({ kind, span: [at, at + line.length] });
    at += line.length + 1;
  }
  const sentences = passages.map(({ span }, passage) => ({ span, passage }));
  const document = { id: 'd', text };
  const head = {
    title: null,
    publisher: null,
    author: null,
    language: null,
    published: { value: null, basis: 'unknown' },
  } as const;
  const times = findTimes({ document, head, passages, sentences, tokens: [] });
  const found = proposeDate({ document, passages, sentences, tokens: [], times });
  if (found) expect(text.slice(...found.span)).not.toBe('');
  return found?.value ?? null;
}

const LONG =
  'The ministers reviewed the work of the council and its groups, and they asked the ambassadors to go on with it. '.repeat(
    4,
  );

describe('proposeDate', () => {
  it('takes the date of a dateline', () => {
    expect(
      proposalOf([
        ['dateline', 'OSLO, 4 December 2009 –'],
        ['body', `${LONG} It met on 7 May 2010.`],
      ]),
    ).toBe('2009-12-04');
  });

  it('takes a date alone on one of the last lines', () => {
    expect(
      proposalOf([
        ['body', `${LONG} It had met on 7 May 2008.`],
        ['body', 'Oslo, 4 December 2009'],
      ]),
    ).toBe('2009-12-04');
  });

  it('takes a month alone on one of the first lines', () => {
    expect(
      proposalOf([
        ['headline', 'A long winter'],
        ['body', 'December 2009'],
        ['body', LONG],
      ]),
    ).toBe('2009-12');
  });

  it('takes no date that the text only tells', () => {
    const text = `${LONG} They had met on 7 May 2008. They met again on 4 December 2009, and will meet on 1 March 2010. ${LONG}`;
    expect(proposalOf([['body', text]])).toBeNull();
  });

  it('proposes nothing where a later year is named', () => {
    expect(
      proposalOf([['body', `${LONG} The act was signed on 27 May 1997. In 2013 little of it was left. ${LONG}`]]),
    ).toBeNull();
  });

  it('proposes nothing without a date, or from furniture', () => {
    expect(proposalOf([['body', LONG]])).toBeNull();
    expect(
      proposalOf([
        ['furniture', 'Last updated: 4 December 2009'],
        ['body', LONG],
      ]),
    ).toBeNull();
  });

  it('takes a dateline in the prose', () => {
    expect(
      proposalOf([
        ['body', `OSLO, Dec. 4, 2009 (Wire) - ${LONG}`],
        ['body', 'In 2010 it will meet.'],
      ]),
    ).toBe('2009-12-04');
  });

  it('finds the year of a dateline by its weekday', () => {
    const news = 'OSLO, March 6 - The council met on Friday.';
    expect(
      proposalOf([
        ['body', news],
        ['body', `${LONG} It had met in 2006. It will end by 1 May 2009.`],
      ]),
    ).toBe('2009-03-06');
    expect(
      proposalOf([
        ['body', news],
        ['body', `${LONG} It had met in 2006. It will end by 1 May 2011.`],
      ]),
    ).toBeNull();
  });

  it('is not misled by an old date where planned ones are years later', () => {
    expect(
      proposalOf([['body', `${LONG} It was signed on 7 May 1999. It will end by 1 May 2009. ${LONG}`]]),
    ).toBeNull();
  });

  it('takes the year between what is told as past and what is to come', () => {
    const past = `${LONG} In 2008 the two councils quarrelled. `;
    expect(proposalOf([['body', `${past}The river talks will go on in 2010. ${LONG}`]])).toBe('2009');
    expect(proposalOf([['body', `${past}The scheduled handover of the port in 2010 was praised.`]])).toBe('2009');
    expect(proposalOf([['body', `${past}The river talks will go on in 2011. ${LONG}`]])).toBeNull();
    expect(proposalOf([['body', `${past}${LONG}`]])).toBeNull();
  });

  it('takes no year for that of a plan or a name', () => {
    const plan = 'They agreed a work plan for 2009. ';
    expect(proposalOf([['body', `In 2007 they quarrelled. ${plan}A summit will follow in 2010. ${LONG}`]])).toBeNull();
    expect(proposalOf([['body', `In 2008 they quarrelled. ${plan}A summit will follow in 2010. ${LONG}`]])).toBe(
      '2009',
    );
  });
});
