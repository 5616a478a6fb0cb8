// Furniture by a table of lines of sites, and of prose that shares words with them.
import { describe, expect, it } from 'vitest';
import { furnitureRule, isNotice } from './furniture.ts';

describe('furnitureRule', () => {
  it.each([
    ['furniture-bar', 'Home | News | Contact'],
    ['furniture-bar', '| Calendar | Texts |'],
    ['furniture-bar', 'Home / Press / 2009'],
    ['furniture-link', 'https://www.courier.example/a'],
    ['furniture-link', '[Full text](https://www.courier.example/a)'],
    ['furniture-bar', 'Read more »'],
    ['furniture-phrase', 'BACK TO TOP'],
    ['furniture-page-number', 'Page 3 of 7'],
    ['furniture-credit', '© Harbour Wire 2014 / ANA TORRES'],
    ['furniture-credit', 'AP Photo/Ana Torres'],
    ['furniture-link-text', 'Back to Press Releases'],
    ['furniture-link-text', 'Share on Mastodon'],
    ['furniture-rule-line', '* * *'],
    ['furniture-address', 'This website uses cookies.'],
    ['furniture-address', 'Your subscription has been confirmed!'],
    ['furniture-address', 'Subscribe to our weekly newsletter on the affairs of the north.'],
    ['furniture-address', 'This material may not be published, broadcast, rewritten or redistributed.'],
  ])('%s: %s', (rule, line) => {
    expect(furnitureRule(line, line.length)).toBe(rule);
  });

  it.each([
    'The ministry printed the text and put it on its site.',
    'Share prices fell after the announcement.',
    'Registered voters were asked to come back on Sunday.',
    'Page after page of the treaty deals with fish.',
    'He told reporters: "If you want to know more, click here, the site says, and you get nothing at all."',
    'The delegates - all of them - went home.',
    'Back to the table they came, and stayed until noon.',
    'Follow the money, the senator said.',
    'Copyright was the hardest of the nine chapters, according to both sides.',
    '2010',
    'Question: Why?',
    'and/or',
    'The parties / the two states shall name inspectors.',
  ])('not: %s', (line) => {
    expect(furnitureRule(line, line.length)).toBeNull();
  });

  it('hides no long paragraph for a phrase in it', () => {
    const prose = 'The talks went on in the morning and nobody left the room before noon. '.repeat(6);
    expect(furnitureRule(`${prose}Click here for the text.`, prose.length + 25)).toBeNull();
  });
});

describe('isNotice', () => {
  it('knows what a law makes an outlet print', () => {
    const line = 'The River Post has been listed as a foreign agent.';
    expect(isNotice(line, line.length)).toBe(true);
  });
  it('leaves quotations alone', () => {
    const line = 'He said: "Our group was declared a foreign agent by the ministry in the spring of last year."';
    expect(isNotice(line, line.length)).toBe(false);
  });
});
