// The page in a real browser: the documents with their marks, the timeline, and the way from an item to its words.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type Desk, openDesk, violations } from './desk.ts';

const DOCUMENT = '/documents/2007-07-cfe-suspension-announced';

describe.skipIf(CHROMIUM === null)('reading in Chromium', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.close());

  test('the library lists the documents, and one opens', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/documents`);
    await page.waitForSelector('.library li');
    expect(await page.locator('.library li').count()).toBeGreaterThanOrEqual(14);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: /suspend conventional arms treaty/ }).click();
    await page.waitForSelector('.reader .run-trigger');
    expect(await violations(page)).toEqual([]);
  });

  test('marked words open what the record takes from them, and going back closes it', async () => {
    const { page, url } = desk;
    await page.goto(url + DOCUMENT);
    await page.locator('.run-trigger').first().click();
    await page.waitForSelector('.panel blockquote');
    expect(page.url()).toContain('item=');
    expect(await violations(page)).toEqual([]);
    const sentence = (await page.locator('.panel blockquote').first().textContent()) ?? '';
    expect(await page.locator('.reader').textContent()).toContain(sentence.slice(0, 40));
    expect(await page.locator('.run-shown').count()).toBeGreaterThan(0);
    await page.goBack();
    await expect.poll(() => page.locator('.panel').count()).toBe(0);
  });

  test('the keyboard reaches marked words, opens and closes them', async () => {
    const { page, url } = desk;
    await page.goto(url + DOCUMENT);
    await page.locator('.run-trigger[tabindex="0"], .run-content[tabindex="0"]').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.panel h2');
    const opener = await page.evaluate(() => document.activeElement?.className);
    expect(opener).toContain('panel');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Close the evidence');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.panel').count()).toBe(0);
    // One is back where one was.
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('run');
  });

  test('the margin keeps in step with the text', async () => {
    const { page, url } = desk;
    await page.setViewportSize({ width: 1280, height: 500 });
    await page.goto(url + DOCUMENT);
    await page.waitForSelector('.margin li');
    const list = page.locator('.margin .entries');
    expect(await list.evaluate((element) => element.scrollTop)).toBe(0);
    // Its lower edge, which shows that it goes on, is in sight from the beginning.
    const { y, height } = (await list.boundingBox()) ?? { y: 0, height: 0 };
    expect(y + height).toBeLessThan(500);
    await page.mouse.wheel(0, 1500);
    await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(200);
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  test('on a narrow screen what is read in a document stands under its text, closed', async () => {
    const { page, url } = desk;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(url + DOCUMENT);
    const toggle = page.getByRole('button', { name: /^What is read in it: \d+ items$/ });
    await toggle.waitFor();
    const list = page.locator('.margin .entries');
    expect(await list.isVisible()).toBe(false);
    const [text, own] = [await page.locator('.reader').boundingBox(), await toggle.boundingBox()];
    expect(own?.y ?? 0).toBeGreaterThan((text?.y ?? 0) + (text?.height ?? 0));
    await toggle.click();
    const count = Number(/\d+/.exec((await toggle.textContent()) ?? '')?.[0]);
    expect(await list.getByRole('listitem').count()).toBe(count);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  test('names and dates are marked when asked for', async () => {
    const { page, url } = desk;
    await page.goto(url + DOCUMENT);
    await page.getByLabel('names').check();
    await page.waitForSelector('.run-name');
    expect(page.url()).toContain('marks=statements');
    await page.getByLabel('dates').check();
    expect(await page.locator('time.run-date').count()).toBeGreaterThan(1);
  });

  test('the timeline draws lanes, zooms by button and key, and lists what it shows', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/timeline`);
    await page.waitForSelector('.chart-box canvas');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Zoom in').click();
    await expect.poll(() => page.url()).toContain('from=');
    const before = page.url();
    await page.locator('.chart-box').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).not.toBe(before);
    await page.goto(`${url}/timeline?from=2014-01-01&to=2014-12-31`);
    await page.waitForSelector('.entry');
    for (const foot of await page.locator('.entry-foot').allTextContents()) expect(foot).toContain('2014');
  });

  test('an item drawn on the timeline opens its evidence', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/timeline?lanes=meetings&from=2007-01-01&to=2016-12-31`);
    const canvas = page.locator('.chart-box canvas');
    await canvas.waitFor();
    const box = await canvas.boundingBox();
    if (!box) throw new Error('nothing is drawn');
    // Meetings of 2016 stand near the right edge, from the first row on.
    for (let x = box.width - 10; x > 0 && !page.url().includes('item='); x -= 6) {
      await canvas.click({ position: { x, y: 27 } });
    }
    await page.waitForSelector('.panel blockquote');
  });

  test.each([390, 1024])('fits a screen %i pixels wide without scrolling sideways', async (width) => {
    const { page, url } = desk;
    await page.setViewportSize({ width, height: 800 });
    for (const path of [DOCUMENT, '/timeline', '/documents']) {
      await page.goto(url + path);
      await page.waitForSelector('h1');
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  test('an address that leads nowhere says so', async () => {
    const { page, url, problems } = desk;
    await page.goto(`${url}/documents/no-such-document`);
    await page.waitForSelector('.notice:has-text("no-such-document")');
    await page.goto(`${url}/nowhere`);
    await page.waitForSelector('.notice:has-text("leads nowhere")');
    await page.goto(`${url}/timeline?pair=x`);
    await page.waitForSelector('.notice:has-text("names an actor that the record does not have")');
    await page.getByText('The record has no actor “x”').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'leave it out' }).click();
    await page.waitForSelector('.chart');
    expect(new URL(page.url()).search).toBe('');
    // The browser itself reports the 404.
    problems.length = 0;
  });

  test('meets no script errors and asks nothing of other hosts', () => {
    expect(desk.problems).toEqual([]);
  });
});
