// The page in a real browser: the timeline, the document with its marks, and the way from an item to its words.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_OPTIONS, findChromium } from './chromium.ts';
import { ROOT, rapporteur } from './program.ts';

const executablePath = findChromium();

describe.skipIf(executablePath === null)('the page in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-page-'));
  const problems: string[] = [];
  let service: ChildProcess;
  let browser: Browser;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    const record = join(folder, 'r.db');
    await rapporteur(['read', join(ROOT, 'samples'), '--record', record]);
    service = spawn(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'serve', '--record', record, '--port', '0']);
    url = await new Promise<string>((found, failed) => {
      service.on('exit', () => failed(new Error('the service ended before it answered')));
      service.stdout?.on('data', (text: Buffer) => {
        const address = /http:\S+/.exec(String(text));
        if (address) found(address[0]);
      });
    });
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: BROWSER_OPTIONS });
    page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) problems.push(`asks elsewhere: ${request.url()}`);
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    service?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test('shows the timeline and the documents', async () => {
    await page.goto(url);
    await page.waitForSelector('.entry');
    expect(await page.locator('.library li').count()).toBe(14);
    expect(await page.locator('.entry').count()).toBeGreaterThan(20);
    const years = await page.locator('.year h2').allTextContents();
    expect(years.filter(Boolean)).toEqual([...years].sort());
  });

  test('a click on an item shows its sentence in the document', async () => {
    await page.goto(url);
    const entry = page.locator('.entry').nth(3);
    const quote = (await entry.locator('q').textContent()) ?? '';
    await entry.locator('a').click();
    await page.waitForSelector('.card');
    const shown = (await page.locator('.run-shown').allTextContents()).join('');
    expect(quote.length).toBeGreaterThan(5);
    expect(shown.replace(/\s+/g, ' ')).toContain(quote.replace(/\s+/g, ' ').slice(0, 40));
    await expect.poll(() => page.locator('.run-shown').first().isVisible()).toBe(true);
    const sentence = (await page.locator('.card blockquote').textContent()) ?? '';
    expect(await page.locator('.reader').textContent()).toContain(sentence.slice(0, 40));
  });

  test('a click on marked words shows what the record takes from them, and going back closes it', async () => {
    await page.goto(`${url}/documents/2007-07-cfe-suspension-announced`);
    await page.waitForSelector('.run-trigger');
    await page.locator('.run-trigger').first().click();
    await page.waitForSelector('.card');
    expect(page.url()).toContain('item=');
    await page.goBack();
    await expect.poll(() => page.locator('.card').count()).toBe(0);
  });

  test('the timeline can be narrowed by kind, words and year', async () => {
    await page.goto(url);
    await page.getByText('Statements', { exact: true }).click();
    await page.waitForSelector('.entry .said');
    await page.getByLabel('Words in the sentence').fill('missile');
    await expect.poll(() => page.url()).toContain('text=missile');
    await page.waitForSelector('.entry');
    await page.goto(`${url}/?year=2014`);
    await page.waitForSelector('.entry');
    expect(await page.locator('.year h2').allTextContents()).toEqual(['2014']);
  });

  test('fits a telephone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 380, height: 740 });
    await page.goto(`${url}/documents/2016-04-frank-exchange-in-brussels`);
    await page.waitForSelector('.reader');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  test('an address that leads nowhere says so', async () => {
    await page.goto(`${url}/documents/no-such-document`);
    await page.waitForSelector('.desk .notice:has-text("no-such-document")');
    await expect.poll(() => page.locator('.desk .notice').textContent()).toContain('no-such-document');
    problems.length = 0;
  });

  test('meets no script errors and asks nothing of other hosts', () => {
    expect(problems).toEqual([]);
  });
});
