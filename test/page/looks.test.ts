// How the pages stand in every width, theme and setting: axe finds nothing, nothing is cut off, and each state says what next.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type Desk, idsByName, LISTS, openDesk, violations } from './desk.ts';

describe.skipIf(CHROMIUM === null)('the looks of every page in Chromium', () => {
  let desk: Desk;
  /** Ids of what stands in the samples, by name. */
  let ids: ReadonlyMap<string, string>;
  const id = (name: string): string => ids.get(name) ?? '';
  beforeAll(async () => {
    desk = await openDesk();
    ids = await idsByName(desk.url);
  }, 120_000);
  afterAll(() => desk?.close());

  const open = async (path: string) => {
    await desk.page.goto(desk.url + path);
    await desk.page.locator('h1').first().waitFor();
    await desk.page.waitForLoadState('networkidle');
  };

  const PAGES: readonly (readonly [name: string, path: () => string])[] = [
    ['overview', () => '/'],
    ['overview of two sides', () => `/?pair=${id('Russia')},${id('NATO')}`],
    ['timeline', () => '/timeline'],
    ['timeline, filtered', () => '/timeline?text=missile&lanes=statements'],
    ['threads', () => '/threads'],
    ['register of agreements', () => '/threads?kind=agreement'],
    ['an issue', () => `/threads/${id('missile defence')}`],
    ['an agreement', () => `/threads/${id('Treaty on Conventional Armed Forces in Europe')}`],
    ['an activity', () => `/threads/${id('Operation Active Endeavour')}`],
    ['a body', () => `/threads/${id('NATO-Russia Council')}`],
    ['people', () => '/people'],
    ['states and organisations', () => '/people?view=actors'],
    ['network', () => `/people?view=network&centre=${id('Russia')}`],
    ['a state', () => `/people/${id('Russia')}`],
    ['a person', () => `/people/${id('Alexander Grushko')}`],
    ['documents', () => '/documents'],
    ['a document with all marks', () => '/documents/2013-12-interview-grushko?marks=statements,events,names,dates'],
    ['what was taken out', () => '/documents?view=taken-out'],
    ['compare', () => '/compare'],
    ['review', () => '/review'],
    ['decisions', () => '/review?view=agreement'],
    ['search, nothing sought', () => '/search'],
    ['search', () => '/search?q=what+Russia+said+about+missile+defence+in+2007'],
    ['search, nothing found', () => '/search?q=zzyzx'],
    ['add documents', () => '/add'],
    ['no such page', () => '/nowhere'],
  ];

  // 512 px are 200 % of 1024 px, as WCAG 1.4.4 asks.
  test.each(PAGES)(
    '%s: no violations narrow or wide, in either theme; nothing cut off, enlarged neither',
    async (_, path) => {
      const { page } = desk;
      await page.setViewportSize({ width: 390, height: 844 });
      await open(path());
      for (const [width, height] of [
        [390, 844],
        [1440, 900],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await violations(page), `${width} px`).toEqual([]);
      }
      for (const width of [390, 512, 1024]) {
        await page.setViewportSize({ width, height: 640 });
        expect(await cutOff(), `${width} px`).toEqual([]);
      }
    },
  );

  /** What stands beyond the edge of the window and cannot be scrolled to within a box of its own. */
  const cutOff = () =>
    desk.page.evaluate(() =>
      [...document.querySelectorAll('main, main button, main a.button, h1, h2, label')]
        .filter((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          return width > 0 && !element.closest('.network, .matrix, table, .unseen') && (left < 0 || right > innerWidth);
        })
        .map((element) => element.outerHTML.slice(0, 90))
        .concat(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []),
    );

  test.each([
    ['/documents/nope', 'document'],
    ['/threads/nope', 'thread'],
    ['/people/nope', 'person'],
    ['/compare/nope', 'comparison'],
  ])('%s: a %s that is not there has a title and the next step', async (path) => {
    await desk.page.setViewportSize({ width: 1440, height: 900 });
    await open(path);
    await desk.page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();
    expect(await violations(desk.page)).toEqual([]);
    const box = await desk.page.locator('main .notice').boundingBox();
    expect(box?.x).toBeGreaterThan(20);
    await desk.page.locator('main').getByRole('link', { name: 'overview' }).click();
    await desk.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    // The browser itself reports the 404.
    desk.problems.length = 0;
  });

  test('two sides are shown with the agreements and issues of either, and what the day had brought', async () => {
    const { page } = desk;
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(`/?pair=${id('Russia')},${id('NATO')}`);
    await page
      .locator('section[aria-label="Argued over"]')
      .getByText('Operation Active Endeavour', { exact: true })
      .waitFor();
    const agreements = page.locator('section[aria-label="Agreements"]');
    await page.getByLabel('as of', { exact: true }).fill('Dec 2007');
    await agreements.locator('li', { hasText: 'Conventional Armed Forces' }).getByText('suspended').waitFor();
    expect(await agreements.locator('li').first().textContent()).toContain('Founding Act');
    const published = page.locator('section[aria-label="What the last documents changed"] h3 + .label');
    await expect.poll(() => published.count()).toBe(2);
    for (const day of await published.allTextContents()) expect(day).toContain('2007');
    // Other pages say that they do not narrow.
    await page.getByRole('link', { name: 'Documents', exact: true }).click();
    await page.getByText('this page shows all sides').waitFor();
  });

  test('behind a point between two sides stand as many events as it counts', async () => {
    const { page } = desk;
    await open(`/?pair=${id('Russia')},${id('NATO')}`);
    const point = page.getByRole('button', { name: /^2010: / });
    const counted = Number(/(\d+) events/.exec((await point.getAttribute('aria-label')) ?? '')?.[1]);
    await point.click();
    await page.locator('.behind .entry').first().waitFor();
    expect(await page.locator('.behind .entry').count()).toBe(counted);
    await open('/');
    await page.getByRole('button', { name: /^2011: / }).click();
    await page.getByText(/The point counts \d+ dealings of two sides/).waitFor();
  });

  test('the axes of the temperature have numbers, and silence between two points is dashed', async () => {
    const { page } = desk;
    await open('/');
    const chart = page.locator('section[aria-label="Temperature"] svg[role=group]');
    for (const label of ['warm +10', 'cold −10', 'cooperation', 'conflict']) {
      await chart.getByText(label, { exact: true }).waitFor();
    }
    expect(await chart.getByText(/^\d+ events$/).count()).toBe(2);
    const dashes = await chart
      .locator('.temperature-untold')
      .evaluate((line) => getComputedStyle(line).strokeDasharray);
    expect(dashes).not.toBe('none');
  });

  test('an actor leads to its overview and to its place in the network, and has no state like a treaty', async () => {
    const { page } = desk;
    await open(`/people/${id('Russia')}`);
    expect(await page.locator('.lead .chip').count()).toBe(0);
    await page.getByRole('link', { name: 'In the network' }).click();
    await page.locator('.node').first().waitFor();
    await page.goBack();
    await page.locator('main').getByRole('link', { name: 'Overview', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Russia' }).waitFor();
  });

  test('a document has one heading of the first level, its title, and its own headlines below that', async () => {
    const { page } = desk;
    await open('/documents/2013-12-interview-grushko');
    await page.locator('.passage-headline').first().waitFor();
    expect(await page.locator('h1').count()).toBe(1);
    const levels = await page
      .locator('.passage-headline, .passage-heading')
      .evaluateAll((all) =>
        all.map(({ tagName, className }) => `${tagName} ${className.includes('headline') ? 'headline' : 'heading'}`),
      );
    expect(new Set(levels)).toEqual(new Set(['H2 headline', 'H3 heading']));
  });

  test('selected words are offered in a button that stays within its column', async () => {
    const { page } = desk;
    await page.setViewportSize({ width: 1440, height: 900 });
    await open('/documents/2011-07-delhi-talks');
    await page.waitForSelector('.reader .run');
    await page.locator('.passage-body').nth(1).selectText();
    const button = page.getByRole('button', { name: /^Add an item from/ });
    await button.waitFor();
    const [inner, outer] = [await button.boundingBox(), await page.locator('.reader-side').boundingBox()];
    expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThanOrEqual((outer?.x ?? 0) + (outer?.width ?? 0) + 1);
  });

  test.each([390, 820, 1024, 1440])('at %i px the evidence does not hide the words it rests on', async (width) => {
    const { page } = desk;
    await page.setViewportSize({ width, height: 844 });
    await open('/documents/2007-07-cfe-suspension-announced');
    const words = page.locator('.run-trigger').nth(4);
    await words.scrollIntoViewIfNeeded();
    await words.click();
    await page.waitForSelector('.panel blockquote');
    const hidden = () =>
      page.evaluate(() => {
        const words = document.querySelector('.run-shown-trigger')?.getBoundingClientRect();
        const panel = document.querySelector('.panel')?.getBoundingClientRect();
        const head = document.querySelector('.masthead')?.getBoundingClientRect();
        if (!words || !panel || !head) return 'something is missing';
        if (words.top < head.bottom) return 'behind the head';
        return words.right > panel.left && words.bottom > panel.top ? 'behind the evidence' : 'seen';
      });
    await expect.poll(hidden).toBe('seen');
    await open('/review?kind=event');
    await page.waitForSelector('.queue .entry');
    for (const key of ['j', 'j', 'j', 'j']) await page.keyboard.press(key);
    await page.waitForSelector('.panel blockquote');
    const covered = () =>
      page.evaluate(() => {
        const {
          left = 0,
          top = 0,
          height = 0,
        } = document.querySelector('.queue .entry-shown')?.getBoundingClientRect() ?? {};
        return document.elementFromPoint(left + 40, top + height / 2)?.closest('.entry-shown') === null;
      });
    await expect.poll(covered).toBe(false);
  });

  test('on paper stands what the page says, in ink on white, also from a dark screen', async () => {
    const { page } = desk;
    await open(`/threads/${id('missile defence')}`);
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const gone of ['nav#pages', '.search-box', '.page-actions', '.add-button', '.theme-button']) {
      expect(await page.locator(gone).isVisible(), gone).toBe(false);
    }
    expect(await page.getByRole('heading', { level: 1, name: 'missile defence' }).isVisible()).toBe(true);
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    expect(ink).toBe('rgb(38, 35, 30)');
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  // 703 px are a sheet of A4 with margins of 12 mm.
  test.each(PAGES)('%s: on a sheet stands nothing to press, and nothing beyond its edge', async (_, path) => {
    const { page } = desk;
    await page.setViewportSize({ width: 703, height: 1000 });
    await open(path());
    await page.emulateMedia({ media: 'print' });
    const wrong = await page.evaluate(() =>
      [...document.querySelectorAll('button, input, textarea, .button, canvas, svg, table, td')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
        .filter((element) => !element.matches('canvas, svg, table, td') || element.getBoundingClientRect().right > 704)
        .map((element) => element.outerHTML.slice(0, 90)),
    );
    await page.emulateMedia({ media: 'screen' });
    expect(wrong).toEqual([]);
  });

  test('on a sheet stands what the page is narrowed to, the two sides and dates, and the day it was printed on', async () => {
    const { page } = desk;
    await open(`/timeline?text=missile&actor=${id('Russia')}&pair=${id('Russia')},${id('NATO')}&world=2012-05`);
    await page.locator('.filters .combobox[data-chosen]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const told = await page.evaluate(() =>
      [...document.querySelectorAll('.context :is(.combobox, .date-field), .filters :is(.typed, .combobox)')]
        .filter((element) => element.checkVisibility() || getComputedStyle(element).display === 'inline')
        .map((element) => {
          const [before, after] = ['::before', '::after'].map((part) => getComputedStyle(element, part).content);
          return [before, after]
            .filter((words) => words !== undefined && words !== 'none')
            .join('')
            .replaceAll(/" "|"/g, '');
        }),
    );
    expect(told).toEqual([
      'Russia',
      'NATO',
      'May 2012',
      'now',
      'Words in the sentence: missile',
      'Who acts or speaks: Russia',
    ]);
    expect(await page.locator('.masthead .on-paper').textContent()).toMatch(/^printed \d+ [A-Z][a-z]+ \d{4}$/);
    await open('/people?view=actors');
    await page.getByText(/1 to 30 of \d+/).waitFor();
    expect(await page.locator('.tabs :visible').allTextContents()).toEqual(['States and organisations']);
    await page.emulateMedia({ media: 'screen' });
  });

  test('on a sheet the evidence follows what it was opened on, and all of the timeline is there', async () => {
    const { page } = desk;
    await page.setViewportSize({ width: 1440, height: 900 });
    await open('/documents/2007-07-cfe-suspension-announced');
    await page.locator('.run-trigger').first().click();
    await page.waitForSelector('.panel blockquote');
    await page.emulateMedia({ media: 'print' });
    const gap = await page.evaluate(() => {
      const [text, panel] = ['.reader', '.panel'].map((which) =>
        document.querySelector(which)?.getBoundingClientRect(),
      );
      return (panel?.top ?? 0) - (text?.bottom ?? 0);
    });
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(40);
    await page.emulateMedia({ media: 'screen' });
    await open('/timeline');
    await page.emulateMedia({ media: 'print' });
    // Printing lays the page out on the sheet without telling it: what is drawn is as wide as the window was.
    const [drawn, box] = await page.evaluate(() => {
      const canvas = document.querySelector('canvas');
      if (!canvas) return [0, 0];
      canvas.style.width = '1400px';
      return [canvas.clientWidth, canvas.parentElement?.clientWidth ?? 0];
    });
    await page.emulateMedia({ media: 'screen' });
    expect(drawn).toBe(box);
    expect(drawn).toBeGreaterThan(0);
  });

  test('from a dark screen the timeline is printed in the colours of paper, and dark again afterwards', async () => {
    const { page } = desk;
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await open('/timeline');
    await page.waitForSelector('canvas');
    /** How bright the name of a lane and its ground are in the mean, from 0 to 255. */
    const brightness = () =>
      page.evaluate(() => {
        const canvas = document.querySelector('canvas');
        const pixels = canvas?.getContext('2d')?.getImageData(0, 0, 60, 20).data ?? [];
        let sum = 0;
        let number = 0;
        for (let at = 0; at < pixels.length; at += 4) {
          if (pixels[at + 3] !== 255) continue;
          sum += pixels[at] ?? 0;
          number++;
        }
        return number === 0 ? 0 : sum / number;
      });
    const dark = await brightness();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await brightness()).toBeGreaterThan(dark + 60);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(brightness).toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('with colours set by the system, what is chosen and what is marked still stands out', async () => {
    const { page } = desk;
    await page.emulateMedia({ forcedColors: 'active' });
    await open('/documents/2007-07-cfe-suspension-announced');
    const line = await page
      .locator('.run-trigger')
      .first()
      .evaluate((run) => getComputedStyle(run).textDecoration);
    expect(line).toMatch(/underline.*3px|3px.*underline/);
    const current = page.locator('.pages [aria-current]');
    expect(await current.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe('solid');
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  });

  test('with motion reduced nothing moves', async () => {
    const { page } = desk;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open('/documents/2007-07-cfe-suspension-announced');
    await page.locator('.run-trigger').last().click();
    await page.waitForSelector('.panel blockquote');
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== 'none' || Number.parseFloat(transitionDuration) > 0;
      }),
    );
    expect(moving).toEqual([]);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  test('the scripts of the first view are less than 250 kB, packed', async () => {
    const page = await desk.browser.newPage();
    const asked = new Set<string>();
    page.on('request', (request) => {
      if (request.url().endsWith('.js')) asked.add(request.url());
    });
    await page.goto(desk.url);
    await page.waitForSelector('.overview .lines li');
    const scripts = [...asked];
    await page.close();
    expect(scripts.length).toBeGreaterThan(0);
    let packed = 0;
    for (const script of scripts) packed += gzipSync(await (await fetch(script)).text()).length;
    expect(packed).toBeLessThan(250_000);
  });

  test('meets no script errors and asks nothing of other hosts', () => {
    expect(desk.problems).toEqual([]);
  });
});

describe.skipIf(CHROMIUM === null)('a record without documents in Chromium', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({ samples: false });
  }, 120_000);
  afterAll(() => desk?.close());

  test.each(LISTS)('%s says that the record is empty, and leads to the first document', async (path) => {
    const { page, url } = desk;
    await page.goto(url + path);
    await page.getByText('The record is empty.').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('main').getByRole('link', { name: 'Add the first documents' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Add documents' }).waitFor();
  });

  test('meets no script errors and asks nothing of other hosts', () => {
    expect(desk.problems).toEqual([]);
  });
});
