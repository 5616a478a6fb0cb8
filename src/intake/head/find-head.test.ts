// The head of a document by short texts: title, publisher, author, language and date with its basis.
import { describe, expect, it } from 'vitest';
import type { Document } from '../../model/document.ts';
import { sortPassages } from '../passages/sort-passages.ts';
import { findHead } from './find-head.ts';

const BODY =
  'The ministers of the two states agreed on the text of the treaty and said that it would be signed in the spring.';

function headOf(text: string, given: Partial<Document> = {}) {
  const document = { id: 'a', text, ...given };
  return findHead(document, sortPassages(document));
}

describe('findHead', () => {
  it('takes what is given before what the text says', () => {
    const given = { title: 'Given', publisher: 'Given Press', author: 'G. Iven', published: '2010-05', language: 'en' };
    expect(headOf(`Some Title\n\nBy Ana Torres\n\n4 May 2011\n\n${BODY}`, given)).toEqual({
      title: 'Given',
      publisher: 'Given Press',
      author: 'G. Iven',
      language: 'en',
      published: { value: '2010-05', basis: 'given' },
    });
  });

  it('takes outlet and author from lines under the title', () => {
    const text = `Some Title\n\nAnalysis by Ana Torres\n\nThe Eastern Courier, 26 January 2011\n\n${BODY}`;
    expect(headOf(text)).toMatchObject({
      publisher: 'The Eastern Courier',
      author: 'Ana Torres',
      published: { value: '2011-01-26', basis: 'stated' },
    });
    expect(headOf(`Some Title\n\nLima, 26 January 2011\n\n${BODY}`)).toMatchObject({ publisher: null });
  });

  it('says unknown rather than guess', () => {
    expect(headOf(BODY)).toEqual({
      title: null,
      publisher: null,
      author: null,
      language: 'en',
      published: { value: null, basis: 'unknown' },
    });
  });

  it.each([
    ['a line below the title', `Some Title\n\n4 May 2011\n\n${BODY}`, '2011-05-04', 'stated'],
    ['a line at the end', `Some Title\n\n${BODY}\n\n${BODY}\n\nMay 4, 2011`, '2011-05-04', 'stated'],
    ['the dateline', `Some Title\n\nOSLO, May 4, 2011 - ${BODY}`, '2011-05-04', 'stated'],
    [
      'the address of the original',
      `Some Title\n\n${BODY}\n\nhttps://a.example/2011/05/04/x-y`,
      '2011-05-04',
      'stated',
    ],
    ['the end of the title', `Statement of the Council, 4 May 2011\n\n${BODY}`, '2011-05-04', 'stated'],
    ['a month alone', `Some Title\n\nMay 2011\n\n${BODY}`, '2011-05', 'stated'],
    [
      'news of a weekday',
      `Some Title\n\nThey met on Wednesday, 4 May 2011, in Oslo. ${BODY}`,
      '2011-05-04',
      'inferred',
    ],
    [
      'day, weekday and the years of the text',
      `Some Title\n\nOSLO, May 4 - They met on Wednesday. ${BODY} The old treaty of 1994 ends in 2011.`,
      '2011-05-04',
      'inferred',
    ],
    ['no news of what lies ahead', `Some Title\n\nThey will meet on Wednesday, 4 May 2011. ${BODY}`, null, 'unknown'],
    ['no update', `Some Title\n\nPublished 4 May 2011. Updated 6 May 2011\n\n${BODY}`, '2011-05-04', 'stated'],
    [
      'the same, with next year in the text',
      `Some Title\n\nOSLO, May 4 - They met on Wednesday. ${BODY} It ends in 2012.`,
      '2011-05-04',
      'inferred',
    ],
    ['no correction', `Some Title\n\n${BODY}\n\nCorrection:\n\nMonday, May 9, 2011`, null, 'unknown'],
    ['no copyright year', `Some Title\n\n${BODY}\n\n© 2021 The Northern Courier`, null, 'unknown'],
    ['no date in the story', `Some Title\n\nThe treaty of 27 May 1997 is to be changed. ${BODY}`, null, 'unknown'],
  ])('dates by %s', (_, text, value, basis) => {
    expect(headOf(text).published).toEqual({ value, basis });
  });

  it.each([
    ['a byline', `Some Title\n\nBy Ana Torres, The Northern Courier\n\n${BODY}`, 'The Northern Courier'],
    ['an outlet line', `HARBOUR WIRE\n\nSome Title of a Report\n\n${BODY}`, 'HARBOUR WIRE'],
    [
      'an outlet line, as it writes itself elsewhere',
      `HARBOUR WIRE\n\nSome Title of a Report\n\n${BODY}\n\n(c) Harbour Wire. All rights reserved.`,
      'Harbour Wire',
    ],
    ['the dateline', `Some Title\n\nOSLO (Harbour Wire) - ${BODY}`, 'Harbour Wire'],
    [
      'a copyright line',
      `Some Title\n\n${BODY}\n\n© 2021 The Northern Courier. All rights reserved.`,
      'The Northern Courier',
    ],
    ['an address', `Some Title\n\n${BODY}\n\nhttps://www.northcourier.example/a`, 'northcourier.example'],
    [
      'a source line',
      `Some Title\n\n${BODY}\n\nSource: Ministry of the North, www.north.example.`,
      'Ministry of the North',
    ],
    [
      'a notice',
      `Some Title\n\n${BODY}\n\nThe River Post has been designated a "foreign agent" by the court.`,
      'The River Post',
    ],
  ])('finds the publisher by %s', (_, text, publisher) => {
    expect(headOf(text).publisher).toBe(publisher);
  });

  it('finds the author without place and paper', () => {
    expect(headOf(`Some Title\n\nBy Ana Torres and Piet Maas, Oslo\n\n${BODY}`).author).toBe(
      'Ana Torres and Piet Maas',
    );
  });

  it.each([
    ['en', BODY],
    [
      'de',
      'Die Minister der beiden Staaten haben sich auf den Text des Vertrags geeinigt, der im Frühjahr unterzeichnet wird.',
    ],
    [
      'fr',
      'Les ministres des deux pays se sont mis d’accord sur le texte du traité qui est signé par les chefs au printemps.',
    ],
    ['ru', 'Министры двух стран согласились по тексту договора, и он будет подписан в столице, как и было сказано.'],
    [null, '12345 67890'],
  ])('tells the language: %s', (language, text) => {
    expect(headOf(text).language).toBe(language);
  });
});
