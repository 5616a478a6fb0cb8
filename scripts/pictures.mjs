// `npm run pictures`: takes the pictures in docs/images anew, of the samples as they are read now. `CHROMIUM` names the
// browser, where it is not at /usr/bin/chromium.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { prepare } from './lib/prepare.mjs';
import { ROOT, runNode } from './lib/run.mjs';

const MAIN = join(ROOT, 'dist/cli/main.js');
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 900 };

/** The first answers; what is still on its way would be a picture of waiting. */
const there = (page) => page.waitForLoadState('networkidle');

/** @type {readonly { name: string, path: string, size?: typeof WIDE, dark?: boolean, act?: (page: import('playwright-core').Page) => Promise<unknown> }[]} */
const PICTURES = [
  { name: 'overview', path: '/' },
  { name: 'timeline-dark', path: '/timeline?from=2007-01-01&to=2016-12-31', dark: true },
  {
    name: 'document',
    path: '/documents/2007-07-cfe-suspension-announced',
    act: (page) => page.locator('.run-trigger').first().click(),
  },
  { name: 'network', path: '/people?view=network' },
  {
    name: 'review',
    path: '/review',
    act: async (page) => {
      await page.waitForSelector('.queue .entry');
      await page.keyboard.press('j');
      await page.waitForSelector('.panel blockquote');
    },
  },
  {
    name: 'compare',
    path: '/compare',
    act: async (page) => {
      await page.getByRole('link', { name: /20 Apr 2016/ }).click();
      await page.waitForSelector('.comparison td');
    },
  },
  { name: 'search', path: '/search?q=who+refused+what' },
  { name: 'agreements-narrow', path: '/threads?kind=agreement&world=2007-12', size: NARROW },
];

await prepare();
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-pictures-'));
const record = join(folder, 'r.db');
await runNode(MAIN, ['read', 'samples', '--record', record], { quiet: true });
const service = spawn(process.execPath, [MAIN, 'serve', '--record', record, '--port', '0']);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const url = await new Promise((found, failed) => {
    service.stdout.on('data', (said) => {
      const [address] = /http:\/\/\S+/.exec(String(said)) ?? [];
      if (address) found(address);
    });
    service.on('exit', () => failed(new Error('the service ended before it answered')));
  });
  for (const { name, path, size = WIDE, dark = false, act } of PICTURES) {
    const page = await browser.newPage({ viewport: size, colorScheme: dark ? 'dark' : 'light' });
    await page.goto(url + path);
    await page.waitForSelector('h1');
    await there(page);
    await act?.(page);
    await there(page);
    await page.screenshot({ path: join(ROOT, 'docs/images', `${name}.png`), animations: 'disabled' });
    await page.close();
    console.log(`docs/images/${name}.png`);
  }
} finally {
  await browser.close();
  service.kill();
  rmSync(folder, { recursive: true, force: true });
}
