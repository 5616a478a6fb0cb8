// Adding documents in the browser, taking them out as files, and logging in where a record is shared.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type Desk, openDesk, serve, share, violations } from './desk.ts';

describe.skipIf(CHROMIUM === null)('adding and sharing in Chromium', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk?.close());

  test('a pasted text is read with live progress, and is there afterwards', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/add`);
    await page
      .getByLabel('Or paste a text')
      .fill('The foreign ministers of Norway and Sweden met in Oslo on 3 May 2011.');
    await page.getByLabel('Title').fill('Ministers meet in Oslo');
    await page.getByLabel('Publisher').fill('The Fjord Courier');
    const published = page.getByLabel('Published');
    // What keeps the button from being pressed is said beside it.
    await published.fill('next week');
    await page.getByText('write 2007, 2007-12 or 31 December 2007').waitFor();
    expect(await page.getByRole('button', { name: 'Read this text' }).isDisabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await published.fill('4 May 2011');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Read this text' }).click();
    // Nothing of one text goes with the next.
    for (const label of ['Or paste a text', 'Title', 'Publisher', 'Published'])
      await expect.poll(() => page.getByLabel(label, { exact: true }).inputValue(), { message: label }).toBe('');
    const reading = page.getByRole('article', { name: 'A reading' });
    await reading.getByText('Done').waitFor({ timeout: 60_000 });
    expect(await reading.getByRole('listitem').textContent()).toMatch(/^Ministers meet in Oslo read/);
    await reading.getByRole('link', { name: 'Ministers meet in Oslo' }).click();
    await page.waitForSelector('.reader .run-trigger');
    await page.getByRole('link', { name: 'Documents', exact: true }).click();
    await page.waitForSelector('.library li:has-text("Ministers meet in Oslo")');
    await page.getByLabel('Part of a title').fill('oslo MEET');
    await page.getByText('1 document', { exact: true }).waitFor();
    expect(await page.locator('.library li').allTextContents()).toEqual([
      expect.stringContaining('Ministers meet in Oslo'),
    ]);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Part of a title').fill('Helsinki');
    await page.getByText('No title holds these words.').waitFor();
    await page.getByRole('link', { name: 'look for them in the texts' }).click();
    await page.getByRole('heading', { level: 1, name: 'Search: Helsinki' }).waitFor();
  });

  test('a pasted text without a title goes by its first words', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/add`);
    await page
      .getByLabel('Or paste a text')
      .fill('Estonia and Latvia agreed on Monday to open the bridge across the river that has been shut for years.');
    await page.getByRole('button', { name: 'Read this text' }).click();
    const reading = page.getByRole('article', { name: 'A reading' });
    await reading.getByText('Done').waitFor({ timeout: 60_000 });
    expect(await reading.getByRole('listitem').textContent()).toMatch(
      /^Estonia and Latvia agreed on Monday to open the bridge … read/,
    );
  });

  test('of several files each has its fate: read, known already, or not readable and why', async () => {
    const { page, url, folder } = desk;
    const good = join(folder, 'talks.txt');
    const bad = join(folder, 'picture.png');
    writeFileSync(good, 'OSLO, May 6 - Sweden rejected the proposal of Norway on Thursday, the ministry said.');
    writeFileSync(bad, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    await page.goto(`${url}/add`);
    await page.getByLabel(/Drop files here/).setInputFiles([good, bad]);
    const reading = page.getByRole('article', { name: 'A reading' });
    await reading.getByText('Done').waitFor({ timeout: 60_000 });
    expect(await reading.getByRole('listitem').allTextContents()).toEqual([
      expect.stringMatching(/^talks\.txt read/),
      expect.stringMatching(/^picture\.png not read.*cannot read/),
    ]);
    await page.getByLabel(/Drop files here/).setInputFiles([good]);
    await reading.first().getByText('in the record already').waitFor({ timeout: 60_000 });
    expect(await violations(page)).toEqual([]);
  });

  test('files are dropped on the field, and an address that is not fetched says why', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/add`);
    const files = await page.evaluateHandle(() => {
      const carried = new DataTransfer();
      const text = 'RIGA, May 7 - Latvia welcomed the offer of Estonia on Friday, the ministry said.';
      carried.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
      return carried;
    });
    await page.locator('.drop').dispatchEvent('dragover', { dataTransfer: files });
    await page.locator('.drop-over').waitFor();
    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: files });
    const reading = page.getByRole('article', { name: 'A reading' });
    await reading.getByText('Done').waitFor({ timeout: 60_000 });
    await reading.getByText(/^dropped\.txt/).waitFor();
    await page.getByLabel(/address of a page/).fill('http://127.0.0.1:9/report');
    await page.getByRole('button', { name: 'Fetch and read it' }).click();
    await reading
      .first()
      .getByText(/127\.0\.0\.1 is not public/)
      .waitFor({ timeout: 60_000 });
    expect(await violations(page)).toEqual([]);
  });

  test('what a document brings as markup stands as words, and never runs', async () => {
    const { page, url, folder } = desk;
    const hostile = join(folder, 'hostile.html');
    writeFileSync(
      hostile,
      `<html><head><title>Talks &lt;img src=x onerror="window.ran=1"&gt;</title><script>window.ran = 2</script></head>
      <body><p onclick="window.ran=3">The minister of Norway said on 3 May 2011: "&lt;script&gt;window.ran=4&lt;/script&gt; we
      agree with Sweden." <img src="x" onerror="window.ran=5"> <iframe srcdoc="<script>parent.ran=6</script>"></iframe>
      <a href="javascript:window.ran=7">Sweden</a> welcomed the offer of Norway.</p></body></html>`,
    );
    await page.goto(`${url}/add`);
    await page.getByLabel(/Drop files here/).setInputFiles([hostile]);
    const reading = page.getByRole('article', { name: 'A reading' });
    await reading.getByText('Done').waitFor({ timeout: 60_000 });
    await reading.getByRole('link', { name: /Talks/ }).click();
    const text = page.locator('.reader');
    await text.getByText(/minister of Norway/).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await text.locator('script, img, iframe, a[href^="javascript"], [onclick]').count()).toBe(0);
    const ran = () => page.evaluate(() => (globalThis as { ran?: number }).ran);
    expect(await ran()).toBeUndefined();
    for (const path of ['/timeline?text=Sweden', '/search?q=Norway', '/documents']) {
      await page.goto(url + path);
      await page.waitForLoadState('networkidle');
      expect(await ran(), path).toBeUndefined();
    }
  });

  test('what is typed survives leaving the page', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/add`);
    await page.getByLabel('Or paste a text').fill('Half a report');
    await page.goto(`${url}/timeline`);
    await page.goto(`${url}/add`);
    expect(await page.getByLabel('Or paste a text').inputValue()).toBe('Half a report');
  });

  test('a view is exported as narrowed, and a chart as SVG and PNG', async () => {
    const { page, url } = desk;
    await page.goto(`${url}/timeline?text=missile`);
    await page.getByRole('button', { name: 'Export' }).click();
    const link = page.locator('.menu-list a', { hasText: 'csv' }).first();
    expect(await link.getAttribute('href')).toContain('text=missile');
    expect(await violations(page)).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(file.suggestedFilename()).toMatch(/^record-csv\./);
    await page.keyboard.press('Escape');
    await page.goto(url);
    const chart = page.locator('section[aria-label="Temperature"]');
    for (const kind of ['SVG', 'PNG'] as const) {
      const [figure] = await Promise.all([
        page.waitForEvent('download'),
        chart.getByRole('button', { name: kind }).click(),
      ]);
      expect(figure.suggestedFilename()).toBe(`temperature-by-year.${kind.toLowerCase()}`);
    }
  });

  test('a shared record asks for a token, keeps the wrong ones out, and lets readers read only', async () => {
    const { url, service, tokens } = await share(desk, 'read', ['Rita']);
    const page = await desk.browser.newPage();
    try {
      await page.goto(url);
      await page.getByLabel('Token').fill('wrong');
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.getByText('this token is not known').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('Token').fill(tokens[0] ?? '');
      await page.keyboard.press('Enter');
      await page.waitForSelector('h1:has-text("Overview")');
      await page.goto(`${url}/add`);
      await page.getByText('You may read this record, not add to it.').waitFor();
      await page.getByRole('button', { name: 'log out' }).click();
      await page.getByLabel('Token').waitFor();
    } finally {
      await page.close();
      service.kill();
    }
  });

  test('two reviewers decide about the same item, and how far they agree is told', async () => {
    const { url, service, tokens } = await share(desk, 'review', ['Ana', 'Ben']);
    const page = await desk.browser.newPage({ viewport: { width: 1280, height: 860 } });
    const logIn = async (token: string) => {
      await page.goto(url);
      await page.getByLabel('Token').fill(token);
      await page.keyboard.press('Enter');
      await page.waitForSelector('h1:has-text("Overview")');
      await page.goto(`${url}/review?kind=event&order=date`);
      await page.waitForSelector('.queue .entry');
    };
    const decideAbout = async (keys: readonly string[]) => {
      for (const key of keys) {
        await page.keyboard.press('j');
        await page.waitForSelector('.panel .review-buttons');
        await page.keyboard.press(key);
        await page.getByText(/decided just now/).waitFor();
      }
    };
    try {
      await logIn(tokens[0] ?? '');
      const first = (await page.locator('.queue .entry strong').first().textContent()) ?? '';
      await decideAbout(['a']);
      await page.getByRole('button', { name: 'log out' }).click();
      await page.getByLabel('Token').waitFor();
      await logIn(tokens[1] ?? '');
      await page.getByLabel('a second opinion on what others decided, too').check();
      await page.waitForFunction((name) => document.querySelector('.queue .entry strong')?.textContent === name, first);
      await decideAbout(['r']);
      await page.getByRole('link', { name: 'Who decided what, and how far people agree' }).click();
      await page.getByText(/Ana and Ben: 0 % of 1 item/).waitFor();
      for (const name of ['Ana', 'Ben']) await page.getByRole('cell', { name, exact: true }).first().waitFor();
      expect(await violations(page)).toEqual([]);
      // The journal says who decided what, and leads to the words.
      const journal = page.locator('section[aria-label="The journal"] li');
      expect(await journal.count()).toBe(2);
      await journal.first().getByRole('link').click();
      await page.waitForSelector('.reader .run');
    } finally {
      await page.close();
      service.kill();
    }
  });

  test('on another address it demands a token and says so', async () => {
    const { url, service, said } = await serve(join(desk.folder, 'r.db'), ['--host', '0.0.0.0']);
    try {
      expect((await fetch(`${url}/api/record`)).status).toBe(401);
      await expect.poll(said).toMatch(/Log in with the token \S{20,}/);
    } finally {
      service.kill();
    }
  });

  test('says when the service is gone, and goes on when asked', async () => {
    const { browser, folder } = desk;
    const { url, service } = await serve(join(folder, 'r.db'));
    const page = await browser.newPage();
    await page.goto(`${url}/documents`);
    await page.waitForSelector('.library li');
    service.kill();
    await new Promise((over) => service.on('exit', over));
    await page.getByRole('link', { name: 'Timeline', exact: true }).click();
    await page.getByText('The service does not answer').first().waitFor();
    await page.close();
  });

  test('meets no script errors and asks nothing of other hosts', () => {
    expect(desk.problems).toEqual([]);
  });
});
