// The two dates of the record in the browser: they hold on every page, and an emptied page says the way back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type Desk, LISTS, openDesk, violations } from './desk.ts';

describe.skipIf(CHROMIUM === null)('looking at an earlier date in Chromium', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.close());

  test.each(LISTS)('%s is emptied by a date before all documents, and says the way back', async (path) => {
    const { page, url } = desk;
    await page.goto(`${url}${path}${path.includes('?') ? '&' : '?'}known=1990`);
    const back = page.locator('main').getByRole('button', { name: 'go back to now' });
    await back.first().waitFor();
    expect(await violations(page)).toEqual([]);
    await back.first().click();
    await page.waitForFunction(() => !location.search.includes('known'));
    await expect.poll(() => back.count()).toBe(0);
  });

  test('lists are shorter at an earlier date, and say what they leave out', async () => {
    const { page, url } = desk;
    const rows = async (path: string, selector: string) => {
      await page.goto(`${url}${path}`);
      await page.locator(selector).first().waitFor();
      await page.waitForLoadState('networkidle');
      return page.locator(selector).count();
    };
    for (const date of ['known=2009', 'world=2009']) {
      expect(await rows(`/documents?${date}`, '.library li')).toBeLessThan(await rows('/documents', '.library li'));
      expect(await rows(`/people?${date}`, '.people li')).toBeLessThan(await rows('/people', '.people li'));
      expect(await rows(`/threads?${date}`, '.threads-table tr')).toBeLessThan(
        await rows('/threads', '.threads-table tr'),
      );
    }
  });

  test('a document of a later day says so', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/documents/2011-07-delhi-talks?known=2009`);
    await page.getByText('This document was not published by then.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('meets no script errors and asks nothing of other hosts', () => {
    expect(desk.problems).toEqual([]);
  });
});
