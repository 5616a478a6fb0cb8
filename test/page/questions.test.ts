// What a newcomer asks of the samples, by the ways such a person would try, and each page's main path.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type Desk, openDesk, violations } from './desk.ts';

describe.skipIf(CHROMIUM === null)('looking at the relationship in Chromium', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.close());

  const search = async (words: string) => {
    await desk.page.goto(desk.url);
    await desk.page.getByLabel('Search the record').fill(words);
    await desk.page.keyboard.press('Enter');
    await desk.page.waitForSelector('section[aria-label="These words"] .answer');
    await desk.page.waitForLoadState('networkidle');
  };

  test('the overview shows temperature, registers and news without violations', async () => {
    const { page, url } = desk;
    await page.goto(url);
    for (const title of ['Temperature', 'Agreements', 'Meetings', 'Argued over', 'What the last documents changed']) {
      await page.waitForSelector(`section[aria-label="${title}"] .answer`);
    }
    expect(await violations(page)).toEqual([]);
  });

  test('a point of the temperature opens the events behind it, by keyboard too', async () => {
    const { page, url } = desk;
    await page.goto(url);
    const point = page.getByRole('button', { name: /^2011: / });
    await point.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.behind .entry');
    await page.getByRole('button', { name: 'as a table' }).click();
    expect(await page.locator('.figure-table tbody tr').count()).toBeGreaterThan(5);
  });

  test('where the CFE Treaty stood in December 2007: from the overview, by the date', async () => {
    const { page, url } = desk;
    await page.goto(url);
    await page.getByLabel('as of', { exact: true }).fill('Dec 2007');
    await expect.poll(() => page.url()).toContain('world=2007-12');
    const line = page.locator('section[aria-label="Agreements"] li', { hasText: 'Conventional Armed Forces' });
    await line.waitFor();
    await expect.poll(() => line.textContent()).toContain('suspended');
    await line.getByRole('link', { name: 'suspended' }).click();
    await page.waitForSelector('.panel blockquote');
    expect(await page.locator('.panel').textContent()).toMatch(/suspen/);
  });

  test('the figures of the overview follow the sides and the date, and lead to what they count', async () => {
    const { page, url } = desk;
    const events = page.locator('.lead').getByRole('link', { name: /^[\d,]+ events?$/ });
    await page.goto(url);
    const all = Number.parseInt((await events.textContent()) ?? '', 10);
    await page.goto(`${url}/?world=2008`);
    const then = (await events.textContent()) ?? '';
    expect(Number.parseInt(then, 10)).toBeLessThan(all);
    await events.click();
    await page.locator('section[aria-label="The same as a list"] .entry').first().waitFor();
    const listed = await page.locator('section[aria-label="The same as a list"] .section-head').textContent();
    expect(listed).toContain(`${Number.parseInt(then, 10)} items`);
  });

  test('a search says what its date leaves out, and offers to drop it; a date alone lists what is dated then', async () => {
    await search('missile defence 1999');
    await desk.page.getByText('Nothing of 1999 holds all these words.').waitFor();
    await desk.page.getByRole('button', { name: /^Leave the date out: \d+ places$/ }).click();
    await desk.page.locator('.hits li').first().waitFor();
    await desk.page.goto(`${desk.url}/search?q=23+October+2013`);
    await desk.page.locator('section[aria-label="Meetings"] .entry').first().waitFor();
    expect(await desk.page.locator('section[aria-label="These words"]').count()).toBe(0);
  });

  test('what Russia said about missile defence in 2007: by searching for it', async () => {
    await search('what Russia said about missile defence in 2007');
    const read = await desk.page.locator('.meaning').textContent();
    expect(read).toContain('Russia');
    expect(read).toContain('missile defence');
    const said = desk.page.locator('section[aria-label="Statements and positions"] .entry');
    await said.first().waitFor();
    expect((await said.allTextContents()).join()).toContain('strategic balance');
    expect(await violations(desk.page)).toEqual([]);
    await said.filter({ hasText: 'strategic balance' }).first().getByRole('link').click();
    await desk.page.locator('.panel blockquote mark', { hasText: 'strategic balance' }).waitFor();
  });

  test('where a treaty stood on a day leads to its page as of that day', async () => {
    await search('where did the CFE Treaty stand in 2009');
    await desk.page.getByRole('link', { name: 'Treaty on Conventional Armed Forces in Europe as of 2009' }).click();
    await desk.page.getByRole('heading', { level: 1, name: 'Treaty on Conventional Armed Forces in Europe' }).waitFor();
    expect(desk.page.url()).toContain('world=2009');
    await desk.page.locator('.lead .chip', { hasText: 'suspended' }).waitFor();
  });

  test('the same by the thread, where Russia’s row and the year 2007 meet', async () => {
    const { page, url } = desk;
    await page.goto(url);
    await page.locator('section[aria-label="Argued over"]').getByRole('link', { name: 'missile defence' }).click();
    await page.waitForSelector('.matrix');
    const year = (await page.locator('.matrix thead th').allTextContents()).indexOf('2007');
    expect(year).toBeGreaterThan(0);
    const row = page.locator('.matrix tbody tr', { has: page.getByRole('rowheader', { name: 'Russia', exact: true }) });
    expect(
      await row
        .locator('td')
        .nth(year - 1)
        .textContent(),
    ).toMatch(/opposes/);
  });

  test('who met in Brussels on 23 October 2013: by searching for it', async () => {
    await search('who met in Brussels on 23 October 2013');
    const meeting = desk.page.locator('section[aria-label="Meetings"] .entry').first();
    await meeting.waitFor();
    const told = (await meeting.textContent()) ?? '';
    for (const words of ['NATO', 'Russia', '23 October 2013']) expect(told).toContain(words);
  });

  test('who met in Brussels on 23 October 2013: on the timeline', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/timeline?lanes=meetings&from=2013-10-01&to=2013-10-31`);
    const entry = page.locator('.entry', { hasText: '23 October 2013' }).first();
    await entry.getByRole('link').click();
    await page.locator('.panel .facts', { hasText: 'Brussels' }).waitFor();
  });

  test('threads lead to one thread, and its matrix to the words', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/threads?kind=issue`);
    await page.getByRole('link', { name: 'missile defence', exact: true }).click();
    await page.waitForSelector('.matrix .cell');
    expect(await violations(page)).toEqual([]);
    await page.locator('.matrix .cell').first().click();
    await page.waitForSelector('.panel blockquote');
  });

  test('who is who: people, actors, and the network walked by keyboard', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/people`);
    await page.waitForSelector('.people li');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Network' }).click();
    await page.waitForSelector('.node');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Russia, / }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('centre=');
    await page.getByRole('button', { name: 'as a table' }).click();
    await page.waitForSelector('.figure-table tbody tr');
  });

  test('an event told twice is compared field by field', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/compare`);
    await page.locator('section[aria-label="Told by more than one document"] li a').first().click();
    await page.waitForSelector('.comparison td');
    expect(await page.locator('.tellings .told').count()).toBeGreaterThan(1);
    expect(await violations(page)).toEqual([]);
  });

  test('who refused, and what one side promised: the deed is read in the question', async () => {
    await search('who refused what');
    const deeds = desk.page.locator('section[aria-label="Deeds"]');
    await deeds.locator('.entry').first().waitFor();
    for (const label of await deeds.locator('.entry-head .label').allTextContents()) expect(label).toMatch(/^rejects/);
    expect(await violations(desk.page)).toEqual([]);
    await search('what did Russia promise');
    await deeds.locator('.entry', { hasText: 'Afghan technicians' }).waitFor();
    // A side that promised nothing: said so, and the deed can be left out.
    await search('what did Georgia promise');
    await deeds.getByText('No deed of this kind is told of here.').waitFor();
    await desk.page.getByRole('button', { name: 'Leave agrees or promises out' }).click();
    await desk.page.locator('section[aria-label="Statements and positions"] .entry').first().waitFor();
    // Whom the question is about leads to the page about them.
    await desk.page.locator('.meaning').getByRole('link', { name: 'Georgia' }).click();
    await desk.page.getByRole('heading', { level: 1, name: 'Georgia' }).waitFor();
  });

  test('the pair and the dates hold from page to page', async () => {
    const { page, url } = desk;
    await page.goto(url);
    await page.getByRole('combobox', { name: 'One side' }).fill('Russ');
    await page.getByRole('option', { name: /^Russia / }).click();
    await page.getByRole('combobox', { name: 'The other side' }).fill('NATO');
    await page.getByRole('option', { name: 'NATO organisation', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1:has-text("Russia and NATO")');
    await page.getByRole('link', { name: 'Timeline', exact: true }).click();
    await expect.poll(() => page.url()).toMatch(/timeline\?.*pair=/);
  });

  test('a search that finds nothing says what to try, and one that is saved can be had again', async () => {
    await search('zzyzx');
    await desk.page.waitForSelector('.notice:has-text("Try fewer words")');
    await search('Kaliningrad');
    await desk.page.getByRole('button', { name: 'Save this search' }).click();
    await desk.page.goto(`${desk.url}/search`);
    await desk.page.locator('.saved').getByRole('link', { name: 'Kaliningrad' }).click();
    await desk.page.waitForSelector('.hits li');
  });

  test('what was left out of a search stays out of it when it is saved, and can be taken in again', async () => {
    const { page, url } = desk;
    await search('missile defence 2007');
    await page.getByRole('button', { name: 'Leave 2007 out' }).click();
    await page.getByRole('button', { name: 'Take 2007 in again' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.goto(`${url}/search`);
    await page.locator('.saved').getByRole('link', { name: 'missile defence 2007 without 2007' }).click();
    await page.locator('.meaning').first().getByText('missile defence').waitFor();
    expect(await page.locator('.meaning').first().textContent()).not.toContain('2007');
    await page.getByRole('button', { name: 'Take 2007 in again' }).click();
    await page.getByRole('button', { name: 'Leave 2007 out' }).waitFor();
    await page.getByRole('button', { name: 'Save this search' }).waitFor();
  });

  test.each([390, 1024])('fits a screen %i pixels wide without scrolling sideways', async (width) => {
    const { page, url } = desk;
    await page.setViewportSize({ width, height: 800 });
    for (const path of [
      '/',
      '/threads',
      '/people',
      '/people?view=network',
      '/compare',
      '/search?q=treaty',
      '/review',
    ]) {
      await page.goto(url + path);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  test('meets no script errors and asks nothing of other hosts', () => {
    expect(desk.problems).toEqual([]);
  });
});
