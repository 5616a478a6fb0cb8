// The briefs and the timeline: every claim has its words and a source that is there; a document's words are never markup.
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { DEALINGS, TALKS } from '../testing/dealings.ts';
import { exported } from '../testing/export.ts';

const HOSTILE = {
  ...TALKS,
  id: 'x"><script>alert(1)</script>',
  title: '](javascript:alert(1)) <img src=x onerror=alert(1)>',
  url: 'javascript:alert(1)',
  text: TALKS.text.replace('Bergen on', 'Bergen <img src=x onerror=alert(1)> `code` **bold** on'),
};

describe('the HTML brief', () => {
  it('has numbers that lead to sources, and sections with entries', async () => {
    const { document } = parseHTML((await exported('html', DEALINGS)).text);
    const headings = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);
    expect(headings).toEqual([
      'Meetings',
      'Agreements',
      'Activities',
      'Chronology',
      'Positions',
      'Statements',
      'Sources',
    ]);
    const links = [...document.querySelectorAll('blockquote a')];
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) {
      const source = document.querySelector(link.getAttribute('href') ?? '');
      expect(`[${source?.getAttribute('value')}]`).toBe(link.textContent);
    }
    const meeting = [...document.querySelectorAll('li')].find(({ textContent }) =>
      textContent?.includes('(multilateral)'),
    );
    expect(meeting?.querySelectorAll('blockquote a')).toHaveLength(2);
    expect(
      [...document.querySelectorAll('li.open p')].map(
        ({ textContent }) => textContent?.match(/planned|possible|denied|refused/)?.[0],
      ),
    ).toEqual(expect.arrayContaining(['planned', 'possible', 'denied', 'refused']));
  });

  it('lets nothing in a document run or load', async () => {
    const { text } = await exported('html', [HOSTILE]);
    const { document } = parseHTML(text);
    expect(document.querySelectorAll('script, img, iframe, [onerror]')).toHaveLength(0);
    for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^#source-\d+$/);
    expect(text).toContain("default-src 'none'");
  });

  it('says so where nothing fits', async () => {
    const { text } = await exported('html', DEALINGS, { filter: { from: '2050' } });
    expect(text).toContain('Nothing in the record fits.');
  });
});

describe('the Markdown brief', () => {
  it('escapes what Markdown would take for its own', async () => {
    const { text } = await exported('md', [HOSTILE]);
    const own = text.replace(/<a id="source-\d+"><\/a>/g, '').replace(/\\./g, '');
    expect(own).not.toMatch(/<|\]\(javascript|`code`/);
    expect(text).toContain('[\\[1\\]](#source-1)');
    expect(text).toContain('<a id="source-1"></a>');
  });
});

describe('the timeline', () => {
  interface Slide {
    readonly start_date: { readonly year: number; readonly month?: number; readonly day?: number };
    readonly end_date?: object;
    readonly display_date: string;
    readonly text: { readonly headline: string; readonly text: string };
  }
  const slides = async (told = DEALINGS, all = false) => {
    const { text, leftOut } = await exported('timelinejs', told, { all });
    return { events: (JSON.parse(text) as { events: Slide[] }).events, leftOut };
  };

  it('has partial dates as they are, and words for them', async () => {
    const { events, leftOut } = await slides();
    expect(events.map(({ start_date, end_date, display_date }) => [start_date, end_date, display_date])).toEqual([
      [{ year: 2013, month: 2, day: 3 }, undefined, '3 February 2013'],
      [{ year: 2013, month: 3 }, undefined, 'March 2013'],
      [{ year: 2013, month: 3, day: 1 }, { year: 2013, month: 5, day: 31 }, 'spring 2013'],
    ]);
    expect(leftOut).toEqual({ planned: 1, negated: 1, hypothetical: 1, undated: 1 });
  });

  it('marks what did not happen where it is asked for, and escapes what documents say', async () => {
    const { events } = await slides([HOSTILE], true);
    expect(events.map(({ text }) => text.headline)).toEqual(
      expect.arrayContaining(['Norway to Russia: planned aid', 'Norway to Russia: denied consult']),
    );
    const { document } = parseHTML(`<body>${events.map(({ text }) => text.headline + text.text).join('')}</body>`);
    expect(document.querySelectorAll('img, script, a, [onerror]')).toHaveLength(0);
  });
});
