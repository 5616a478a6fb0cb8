// Taking what a view shows away as a file, and comparing what several documents tell.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type Desk, openDesk, violations } from './desk.ts';

describe.skipIf(CHROMIUM === null)('exporting in Chromium', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.close());

  test.each([
    ['/', 1440],
    ['/timeline', 1440],
    ['/threads', 1024],
    ['/people', 1024],
    ['/documents', 1440],
    ['/documents/2011-07-delhi-talks', 1440],
    ['/compare', 1440],
    ['/review', 1440],
    ['/review?view=agreement', 1024],
    ['/search?q=missile defence 2007', 1440],
  ])('%s at %i px offers every format, CSV and the brief first, all in view at 900 px height', async (path, width) => {
    const { page, url } = desk;
    await page.setViewportSize({ width, height: 900 });
    // What comes beside the title moves the button while the page is on its way.
    await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const menu = page.locator('.menu-list:not([hidden])');
    await menu.getByText('CSV').waitFor();
    const formats = (await (await fetch(`${url}/api/exports`)).json()) as { name: string }[];
    const links = await menu
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const names = new Set(links.map((href) => new URL(href).pathname.split('/').at(-1)));
    expect([...names].sort()).toEqual(formats.map(({ name }) => name).sort());
    expect([...names].slice(0, 3)).toEqual(['csv', 'parquet', 'html']);
    const box = await menu.evaluate((list) => ({
      inner: list.scrollHeight - list.clientHeight,
      bottom: list.getBoundingClientRect().bottom,
      left: list.getBoundingClientRect().left,
    }));
    expect(box.inner).toBeLessThanOrEqual(0);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(900);
    expect(await violations(page)).toEqual([]);
  });

  test('what several documents tell is compared, the length of a meeting too, and exported alone', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/compare`);
    await page.getByRole('link', { name: /20 Apr 2016/ }).click();
    const row = page.getByRole('row', { name: /how long/ });
    await row.getByText('differs').waitFor();
    await row.getByText('3 hours 30 minutes').waitFor();
    // The ambassadors and the Council are the same two sides in other words.
    expect(await page.getByRole('row', { name: /^who/ }).getByText('differs').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'events', exact: true }).click(),
    ]);
    const rows = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\n');
    expect(rows).toHaveLength(2);
  });

  test.each([
    ['/timeline', 'timeline', 'Meetings'],
    ['/people?view=network', 'network', 'Russia'],
  ])('the drawing of %s is saved as SVG and PNG, its words with it', async (path, name, words) => {
    const { page, url } = desk;
    await page.goto(url + path);
    await page.waitForSelector('.chart-box canvas, .node');
    for (const [kind, begins] of [
      ['SVG', '<svg'],
      ['PNG', '\u0089PNG'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: kind, exact: true }).click(),
      ]);
      expect(file.suggestedFilename()).toBe(`${name}.${kind.toLowerCase()}`);
      const bytes = readFileSync(await file.path());
      expect(bytes.toString('latin1').slice(0, 60)).toContain(begins);
      if (kind === 'SVG') expect(bytes.toString('utf8')).toContain(words);
    }
  });

  test('meets no script errors and asks nothing of other hosts', () => {
    expect(desk.problems).toEqual([]);
  });
});
