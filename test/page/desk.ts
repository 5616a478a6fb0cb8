// A served record and a browser that looks at it, for the tests of the page.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { BROWSER_OPTIONS, findChromium } from '../chromium.ts';
import { ROOT, rapporteur } from '../program.ts';

/** The browser's file, null where there is none: the tests of the page are left out then. */
export const CHROMIUM = findChromium();

/** Every page that shows what the record holds, as it is first opened. */
export const LISTS = [
  '/',
  '/timeline',
  '/threads',
  '/threads?kind=agreement',
  '/people',
  '/people?view=actors',
  '/people?view=network',
  '/documents',
  '/compare',
  '/review',
] as const;

export interface Desk {
  readonly url: string;
  readonly page: Page;
  readonly browser: Browser;
  /** Folder for the test's own files; the record is `r.db` in it. */
  readonly folder: string;
  /** Errors of scripts and requests to other hosts, as they came; a test that expects some empties it. */
  readonly problems: string[];
  close(): Promise<void>;
}

/** Reads the samples (or nothing), serves the record, and opens a browser. */
export async function openDesk({ samples = true, options = [] as readonly string[] } = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-page-'));
  const record = join(folder, 'r.db');
  if (samples) await rapporteur(['read', join(ROOT, 'samples'), '--record', record]);
  const { url, service } = await serve(record, samples ? options : ['--new', ...options]);
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: BROWSER_OPTIONS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(?:data|blob):/.test(address)) problems.push(`asks elsewhere: ${address}`);
  });
  return {
    url,
    page,
    browser,
    folder,
    problems,
    async close() {
      await browser.close();
      service.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ids of the entities of a served record, by name. */
export async function idsByName(url: string): Promise<ReadonlyMap<string, string>> {
  const found = await fetch(`${url}/api/entities?limit=500`);
  const { items } = (await found.json()) as { items: { id: string; name: string }[] };
  return new Map(items.map(({ id, name }) => [name, id]));
}

/** Serves the desk's record to people of one role, who log in; their tokens are in the order of their names. */
export async function share({ folder }: Desk, role: 'read' | 'review', names: readonly string[]) {
  const access = join(folder, `${role}.json`);
  const tokens: string[] = [];
  for (const name of names) {
    const { stdout } = await rapporteur(['access', 'add', name, '--role', role, '--access', access]);
    tokens.push(stdout.trim());
  }
  return { ...(await serve(join(folder, 'r.db'), ['--access', access])), tokens };
}

export async function serve(
  record: string,
  options: readonly string[] = [],
): Promise<{ readonly url: string; readonly service: ChildProcess; readonly said: () => string }> {
  const main = join(ROOT, 'dist/cli/main.js');
  const service = spawn(process.execPath, [main, 'serve', '--record', record, '--port', '0', ...options]);
  let said = '';
  const url = await new Promise<string>((found, failed) => {
    service.stderr?.on('data', (text: Buffer) => {
      said += String(text);
    });
    service.on('exit', () => failed(new Error(`the service ended before it answered: ${said}`)));
    service.stdout?.on('data', (text: Buffer) => {
      said += String(text);
      const address = /http:\/\/\S+/.exec(said);
      if (address) found(address[0]);
    });
  });
  return { url, service, said: () => said };
}

/** What axe finds wrong on the page as it stands, in light and in dark: rule, and the first element concerned. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const all: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
      violations: { id: string; nodes: { html: string; any: { message: string }[] }[] }[];
    };
    const lines = found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.any[0]?.message ?? ''}`,
    );
    all.push(...lines.map((line) => `${colorScheme}: ${line}`));
  }
  return all;
}
