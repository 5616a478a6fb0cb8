// Deciding in the browser: from the keyboard through the queue, by the form, by adding what was missed, and back again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type Desk, openDesk, violations } from './desk.ts';

describe.skipIf(CHROMIUM === null)('reviewing in Chromium', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.close());

  const waiting = async (): Promise<number> =>
    Number(
      /^[\d,]+/.exec((await desk.page.getByText(/items without a decision/).textContent()) ?? '')?.[0].replace(',', ''),
    );

  test('accept, reject and undo from the keyboard, one item after the other', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/review`);
    await page.waitForSelector('.queue .entry');
    expect(await violations(page)).toEqual([]);
    const before = await waiting();
    await page.keyboard.press('j');
    await page.waitForSelector('.panel .review-buttons');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('a');
    await expect.poll(waiting).toBe(before - 1);
    await page.waitForSelector('.panel .review-buttons');
    await page.keyboard.press('r');
    await expect.poll(waiting).toBe(before - 2);
    await page.keyboard.press('u');
    await expect.poll(waiting).toBe(before - 1);
    await page.goto(`${url}/review?view=agreement`);
    await page.getByText('The journal').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('section[aria-label="The journal"] li').count()).toBe(3);
  });

  test('a correction is seen wherever the item stands, and can be taken back', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/review?kind=event&order=date`);
    await page.waitForSelector('.queue .entry');
    await page.keyboard.press('j');
    await page.waitForSelector('.panel .review-buttons');
    await page.keyboard.press('c');
    await page.getByLabel('did it happen').selectOption('planned');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save the correction' }).click();
    await page.getByText('corrected by a person').waitFor();
    await page.locator('.facts').getByText('planned').waitFor();
    await page.locator('.history').getByRole('button', { name: 'undo' }).click();
    await page.getByText('not reviewed').waitFor();
    // Taking the undoing back is called what it is.
    await page.locator('.history').getByRole('button', { name: 'redo: corrected again' }).waitFor();
    expect(await page.locator('.history').getByRole('button', { name: 'undo' }).count()).toBe(0);
  });

  test('a stand goes with the event that tells it, says so, and comes back with it', async () => {
    const { page, url } = desk;
    const found = await fetch(
      `${url}/api/events?type=REJECT&text=${encodeURIComponent('"turned down a Russian proposal"')}`,
    );
    const [event] = ((await found.json()) as { items: { id: string }[] }).items;
    await page.goto(`${url}/timeline?item=${event?.id}`);
    const panel = page.locator('.panel');
    await panel.getByRole('button', { name: 'Reject' }).click();
    const left = panel.getByText(/^Left out with it: the stand NATO on Russian proposal\. Undo brings all back\.$/);
    await left.waitFor();
    expect(await violations(page)).toEqual([]);
    await left.getByRole('link').click();
    await panel.getByText(/^Left out with what it rests on: the event NATO → Russia\.$/).waitFor();
    await panel
      .getByText(/^Left out with/)
      .getByRole('link')
      .click();
    await panel.locator('.history').getByRole('button', { name: 'undo' }).click();
    await left.waitFor({ state: 'detached' });
    await panel.getByText('not reviewed').waitFor();
  });

  test('two that are marked are merged, and set apart again', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/review?kind=event&order=date`);
    await page.waitForSelector('.queue .entry');
    const before = await waiting();
    for (const key of ['j', 'x', 'j', 'x', 'm']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(150);
    }
    // The first two by date are years apart: that is asked before they are one.
    const question = page.getByText(/^These differ in .*day.* Merge all the same\?/);
    await question.waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await waiting()).toBe(before);
    await page.getByRole('button', { name: 'leave them' }).click();
    await question.waitFor({ state: 'detached' });
    for (const key of ['x', 'k', 'x', 'm', 'm']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(150);
    }
    await expect.poll(waiting).toBeLessThan(before);
    await page.keyboard.press('u');
    await expect.poll(waiting).toBe(before);
  });

  test('a telling of something else is taken out of an event, and put back', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/compare`);
    await page.getByRole('link', { name: /20 Apr 2016/ }).click();
    await page.getByRole('link', { name: 'The event as the record has it' }).click();
    const panel = page.locator('.panel');
    await panel.getByText('Told by 2 documents').waitFor();
    await panel.getByText('Not the same? Take a telling out').click();
    expect(await violations(page)).toEqual([]);
    await panel.getByRole('button', { name: 'tells of another' }).last().click();
    await panel.getByText('The words it rests on').waitFor();
    await panel.locator('.history').getByRole('button', { name: 'undo' }).click();
    await panel.getByText('Told by 2 documents').waitFor();
  });

  test('an item that was missed is added from words of the text', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/documents/2011-07-delhi-talks`);
    await page.waitForSelector('.reader .run');
    await page.getByRole('button', { name: 'Add an item that was missed' }).click();
    const words =
      'The two sides agreed that experts on nuclear and on conventional confidence-building measures will meet';
    await page.getByLabel(/The words that tell it/).fill(words);
    await page.getByLabel(/The word of them that names/).fill('agreed');
    const who = page.getByRole('combobox', { name: 'who: add by name' });
    for (const name of ['India', 'Pakistan']) {
      await who.fill(name);
      await page.getByRole('option', { name: new RegExp(`^${name} `) }).click();
    }
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add it to the record' }).click();
    await page.locator('.margin .entry', { hasText: 'added' }).first().waitFor();
  });

  test('a meeting that was missed is added with who, where and when, and stands among the meetings', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/documents/2011-07-delhi-talks`);
    await page.waitForSelector('.reader .run');
    await page.getByRole('button', { name: 'Add an item that was missed' }).click();
    await page.getByLabel('It is').selectOption('a meeting');
    await page.getByLabel(/The words that tell it/).fill('experts on nuclear');
    // What a meeting needs is said as long as it is not given.
    await page.getByText('Still to be given: who.').waitFor();
    const add = page.getByRole('button', { name: 'Add it to the record' });
    expect(await add.isDisabled()).toBe(true);
    const who = page.getByRole('combobox', { name: 'who: add by name' });
    for (const name of ['India', 'Pakistan']) {
      await who.fill(name);
      await page.getByRole('option', { name: new RegExp(`^${name} `) }).click();
    }
    await page.getByLabel('level', { exact: true }).selectOption('experts');
    await page.getByLabel('state', { exact: true }).selectOption('planned');
    await page.getByLabel('when', { exact: true }).fill('September 2011');
    expect(await violations(page)).toEqual([]);
    await add.click();
    await page.getByText(/^Added to the record/).waitFor();
    await page.locator('.margin .entry', { hasText: /meeting.*added/s }).waitFor();
    const found = await fetch(`${url}/api/meetings?document=2011-07-delhi-talks&from=2011-09&to=2011-09`);
    const { items } = (await found.json()) as { items: { meeting: Record<string, unknown> }[] };
    expect(items.map(({ meeting }) => meeting)).toContainEqual(
      expect.objectContaining({ review: 'added', state: 'planned', level: 'experts' }),
    );
  });

  test('selected words are offered for adding', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/documents/2011-07-delhi-talks`);
    await page.waitForSelector('.reader .run');
    await page.locator('.passage-body').nth(1).selectText();
    await page.getByRole('button', { name: /^Add an item from “S. M. Krishna/ }).waitFor();
  });

  test('meets no script errors and asks nothing of other hosts', () => {
    expect(desk.problems).toEqual([]);
  });
});
