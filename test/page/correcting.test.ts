// Putting the record right in the browser beyond single items: what is known about a document, and who is who.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../program.ts';
import { CHROMIUM, type Desk, openDesk, share, violations } from './desk.ts';

/** A sample that is taken out and put back. */
const TAKEN = '2012-05-moscow-briefing';

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

  test('a document is taken out from the keyboard, is nowhere, stays out when it is added again, and is put back', async () => {
    const { page, url } = desk;
    const total = async () => ((await (await fetch(`${url}/api/record`)).json()) as { documents: number }).documents;
    const before = await total();
    await page.goto(`${url}/documents/${TAKEN}`);
    await page.waitForSelector('.reader .run');
    const heading = page.locator('.page-head h1');
    const title = (await heading.textContent()) ?? '';
    await page.getByRole('button', { name: 'Take out of the record …' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('take-out-note');
    await page.getByText(/The text leaves the record, and \d+ items with it\./).waitFor();
    expect(await violations(page)).toEqual([]);
    // Escape leaves it, and goes back to the button.
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Take out of the record …');
    await page.keyboard.press('Enter');
    await page.keyboard.type('the wrong file');
    await page.keyboard.press('Enter');
    await page.getByText('This document is taken out of the record.').waitFor();
    await page.getByText(/Taken out by .*the wrong file/).waitFor();
    // Who works by keyboard goes on from here.
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Put it back');
    expect(await heading.textContent()).toBe(title);
    expect(await violations(page)).toEqual([]);
    expect(await total()).toBe(before - 1);

    await page.goto(`${url}/documents`);
    await page.getByRole('link', { name: '1 document taken out of the record' }).click();
    await page.getByRole('heading', { name: 'Taken out of the record' }).waitFor();
    await page.getByRole('link', { name: title }).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.goto(`${url}/add`);
    await page.getByLabel(/Drop files here/).setInputFiles(join(ROOT, 'samples', `${TAKEN}.txt`));
    await page.getByText('was taken out of the record; its page puts it back').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await total()).toBe(before - 1);
    await page.locator('.reading').getByRole('link', { name: TAKEN }).click();

    await page.getByRole('button', { name: 'Put it back' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.reader .run');
    expect(await total()).toBe(before);
    await page.locator('.document-head').getByText('undone: taken out').waitFor();
    await page.goto(`${url}/documents?view=taken-out`);
    await page.getByText('Nothing is taken out.').waitFor();
  });

  test('who only looks is not told what was taken out', async () => {
    const { url, service, tokens } = await share(desk, 'read', ['Rita']);
    const reader = await desk.browser.newPage();
    try {
      await reader.goto(`${url}/documents/${TAKEN}`);
      await reader.getByLabel('Token').fill(tokens[0] ?? '');
      await reader.keyboard.press('Enter');
      await reader.waitForSelector('.reader .run');
      expect(await reader.getByRole('button', { name: 'Take out of the record …' }).count()).toBe(0);
      await fetch(`${desk.url}/api/review/decisions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ what: 'take-out', document: TAKEN }),
      });
      await reader.reload();
      await reader.getByRole('heading', { name: 'There is nothing here' }).waitFor();
      await reader.goto(`${url}/documents`);
      await reader.locator('.library li').first().waitFor();
      expect(await reader.getByText('taken out of the record').count()).toBe(0);
    } finally {
      await reader.close();
      service.kill();
    }
  });

  test('meets no script errors but the refusal, and asks nothing of other hosts', () => {
    expect(desk.problems.filter((problem) => !/\b40[04]\b/.test(problem))).toEqual([]);
  });
});
