// A record of ten thousand events, served, and a browser that looks at it: for the tests of what the page asks for and of its pace.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { BROWSER_OPTIONS } from '../chromium.ts';
import { ROOT } from '../program.ts';
import { CHROMIUM, serve } from './desk.ts';

export interface LargeDesk {
  readonly url: string;
  readonly page: Page;
  close(): Promise<void>;
}

/** Writes the record, serves it, and opens a browser on the timeline. */
export async function openLargeDesk(): Promise<LargeDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-large-'));
  const record = join(folder, 'r.db');
  execFileSync(process.execPath, [join(ROOT, 'benchmarks/record/load.mjs'), record, '--documents', '500']);
  const { url, service } = await serve(record);
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: BROWSER_OPTIONS });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  return {
    url,
    page,
    async close() {
      await browser.close();
      service.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the timeline, and waits until it is drawn and listed. */
export async function openTimeline({ page, url }: LargeDesk): Promise<void> {
  await page.goto(`${url}/timeline`);
  await page.waitForSelector('canvas');
  await page.waitForSelector('.entry a');
  await page.waitForLoadState('networkidle');
}
