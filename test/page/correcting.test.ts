// Putting the record right in the browser beyond single items: what is known about a document, and who is who.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type Desk, openDesk, violations } from './desk.ts';

describe.skipIf(CHROMIUM === null)('correcting in Chromium', () => {
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

  test('two entities are said to be one, and taken apart again', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/people`);
    await page.getByRole('link', { name: 'Jaap de Hoop Scheffer' }).first().click();
    const heading = page.getByRole('heading', { level: 1 });
    await heading.getByText('Jaap de Hoop Scheffer').waitFor();
    await page.getByRole('button', { name: 'The same as …' }).focus();
    await page.keyboard.press('Enter');
    const other = page.getByRole('combobox', { name: 'The same as' });
    await other.fill('Rasmussen');
    await page
      .getByRole('option', { name: /Rasmussen/ })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await other.press('Enter');
    await page.getByText(/will count as Jaap de Hoop Scheffer/).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'They are the same' }).click();
    const bar = page.locator('.put-right-bar');
    await bar.getByText(/names taken for one/).waitFor();
    await page
      .locator('.lead')
      .getByText(/also called.*Rasmussen/)
      .waitFor();
    await page.getByRole('button', { name: 'Take apart …' }).click();
    await page
      .getByRole('checkbox', { name: /Rasmussen/ })
      .first()
      .check();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take these out' }).click();
    await expect.poll(() => page.locator('.lead').textContent()).not.toContain('Rasmussen');
    await bar.getByText('split', { exact: true }).waitFor();
  });

  test('an entity is renamed, and the name taken back', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/threads?name=founding act`);
    await page
      .getByRole('link', { name: /Founding Act/ })
      .first()
      .click();
    const heading = page.getByRole('heading', { level: 1 });
    const before = (await heading.textContent()) ?? '';
    await page.getByRole('button', { name: 'Rename …' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Paris Founding Act');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await heading.getByText('Paris Founding Act').waitFor();
    await page.locator('.put-right-bar').getByRole('button', { name: 'undo' }).click();
    await heading.getByText(before, { exact: true }).waitFor();
    // Escape leaves the form and goes back to the button it was opened from.
    await page.getByRole('button', { name: 'Rename …' }).click();
    await page.getByLabel('Name', { exact: true }).press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Rename …');
  });

  test('meets no script errors but the refusal, and asks nothing of other hosts', () => {
    expect(desk.problems.filter((problem) => !problem.includes('400'))).toEqual([]);
  });
});
