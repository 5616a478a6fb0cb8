// Pages by small made-up ones: what is article, what is not, what the head says; and pages that try to do harm.
import { describe, expect, it } from 'vitest';
import { readHtml } from './html.ts';

const P =
  'The ministers of the two states agreed on the text of the treaty, and said that it would be signed in the spring.';
const Q =
  'Nobody in the southern capital would say whether the parliament, which is in recess, could ratify it by then.';

describe('readHtml', () => {
  it('takes the paragraphs of the article and leaves the rest', () => {
    const html = `<html><body><div class="menu"><a href="/">Home</a> <a href="/n">News</a></div>
      <div class="wrap"><h1>Treaty Agreed</h1><p class="byline">By Ana Torres</p><p>4 May 2011</p><p>${P}</p>
      <aside><p>${Q} And this is an advertisement for it, of some length.</p></aside>
      <h2>What is next</h2><p>${Q}</p><ul><li>One thing is to be done.</li><li>Another is not.</li></ul>
      <p>Share this article</p></div><div class="comments"><p>${P} I do not believe a word of it, myself.</p></div></body></html>`;
    const { text, title } = readHtml(html, 'a');
    expect(text).toBe([P, 'What is next', Q, 'One thing is to be done.', 'Another is not.'].join('\n\n'));
    expect(title).toBe('Treaty Agreed');
  });

  it('reads paragraphs made of line breaks', () => {
    expect(readHtml(`<body><div>${P}<br><br>${Q}<br/>And more.</div></body>`, 'a').text).toBe(
      `${P}\n\n${Q}\nAnd more.`,
    );
  });

  it('keeps an article that stands in a sidebar by name', () => {
    expect(
      readHtml(`<body class="has-sidebar"><div id="sidebar-wrapper"><p>${P}</p><p>${Q}</p></div></body>`, 'a').text,
    ).toBe(`${P}\n\n${Q}`);
  });

  it('joins an article cut into sections', () => {
    const section = (text: string): string =>
      `<div class="outer"><div class="part"><p>${text}</p><p>${text}!</p></div></div>`;
    expect(readHtml(`<body>${section(P)}${section(Q)}</body>`, 'a').text).toBe([P, `${P}!`, Q, `${Q}!`].join('\n\n'));
  });

  it('reads the head: meta tags, linked data, times, address, language', () => {
    const head = (inner: string): object => {
      const {
        text: _,
        id: __,
        ...rest
      } = readHtml(`<html lang="en-GB"><head>${inner}</head><body><p>${P}</p></body></html>`, 'a');
      return rest;
    };
    expect(
      head(
        '<title>Treaty Agreed | The Courier</title><meta property="og:site_name" content="The Courier"><meta name="author" content="By Ana Torres">' +
          '<meta property="article:published_time" content="2011-05-04T10:00:00Z"><link rel="canonical" href="https://courier.example/t">',
      ),
    ).toEqual({
      title: 'Treaty Agreed',
      publisher: 'The Courier',
      author: 'Ana Torres',
      published: '2011-05-04',
      url: 'https://courier.example/t',
      language: 'en',
    });
    const data = {
      '@graph': [
        { '@type': 'WebPage' },
        {
          '@type': 'NewsArticle',
          headline: 'Treaty Agreed',
          datePublished: '2011-05-04',
          author: [{ name: 'Ana Torres' }, { name: 'Piet Maas' }],
          publisher: { name: 'The Courier' },
        },
      ],
    };
    expect(head(`<script type="application/ld+json">${JSON.stringify(data)}</script>`)).toEqual({
      title: 'Treaty Agreed',
      publisher: 'The Courier',
      author: 'Ana Torres, Piet Maas',
      published: '2011-05-04',
      language: 'en',
    });
    expect(head('<meta name="date" content="soon"><script type="application/ld+json">{broken</script>')).toEqual({
      language: 'en',
    });
  });

  it('takes all of a file that holds nothing else', () => {
    expect(
      readHtml('<h1>A Title of Some Length</h1><p>By Jo</p><table><tr><td>a</td><td>b</td></tr></table>', 'a', {
        whole: true,
      }).text,
    ).toBe('A Title of Some Length\n\nBy Jo\n\na; b');
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['a hundred thousand nested tags', `<html><body>${'<div>'.repeat(100_000)}hello`],
    ['a hundred thousand nested bold tags', `${'<b>'.repeat(100_000)}hello`],
    ['a hundred thousand open paragraphs', `${'<p>'.repeat(100_000)}hello`],
    ['a megabyte of tag openings', '<'.repeat(1_000_000)],
    ['a tag of a hundred thousand attributes', `<div ${'a=b '.repeat(100_000)}>`],
    ['comments that never end', '<!--'.repeat(100_000)],
    ['a hundred thousand line breaks', 'x<br>'.repeat(100_000)],
    ['lone surrogates', '<p>\ud800 &#xd800; \u0000</p>'],
    ['nothing', ''],
  ];
  it.each(hostile)('takes %s in its stride', (_, html) => {
    const start = performance.now();
    readHtml(html, 'a');
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('still shows the words of a page whose tags make no sense', () => {
    expect(readHtml(`<body>${'<div>'.repeat(10_000)}<p>${P}</p><p>${Q} a &lt; b</p>`, 'a').text).toBe(
      `${P}\n\n${Q} a < b`,
    );
  });
});
