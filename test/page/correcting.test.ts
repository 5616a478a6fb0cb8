// Putting the record right in the browser beyond single items: what is known about a document, and who is who.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type Desk, openDesk, violations } from './desk.ts';

describe.skipIf(CHROMIUM === null)('correcting documents in Chromium', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.close());

  test('publisher and date are put right from the keyboard, and taken back', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/documents/2011-07-delhi-talks`);
    await page.waitForSelector('.reader .run');
    const lead = page.locator('.page-head .lead');
    const before = await lead.textContent();
    await page.getByRole('button', { name: /^Correct title, date/ }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('head-title');
    await page.getByLabel('Publisher').fill('The Delhi Courier');
    await page.getByLabel('Published').fill('soon');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('give a date as 2013-10-23').waitFor();
    await page.getByLabel('Published').fill('2011-08-02');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => lead.textContent()).toContain('The Delhi Courier');
    expect(await lead.textContent()).toContain('2 August 2011');
    // What does not move with the date is said, with the way there.
    await page.getByText(/rapporteur read .*2011-07-delhi-talks/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('.document-head').getByRole('button', { name: 'undo' }).click();
    await expect.poll(() => lead.textContent()).toBe(before);
    await page.locator('.document-head').getByText('undone: corrected').waitFor();
  });

  test('meets no script errors but the refusal, and asks nothing of other hosts', () => {
    expect(desk.problems.filter((problem) => !problem.includes('400'))).toEqual([]);
  });
});
