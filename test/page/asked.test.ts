// What the page asks the service for, how much that is, in which order it comes and how much is drawn first, on ten thousand events.
// None of it depends on how busy the machine is; the clock is in `pace.test.ts`.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST_QUESTIONS } from '../../src/service/answering/first-questions.ts';
import { CHROMIUM } from './desk.ts';
import { type LargeDesk, openLargeDesk, openTimeline } from './large-desk.ts';

/** Bytes of all answers of the overview on ten thousand events. */
const LARGEST_OVERVIEW = 250_000;

/** Bytes of what the page of one entity asks for first: thirty items, and the beginnings of lists. */
const LARGEST_THREAD = 250_000;

/** Bytes of who somebody is, without where that is told. */
const LARGEST_NAME = 5_000;

/** Rows of a matrix that come in one frame, those that were there included. */
const MOST_ROWS = 48;

/** Elements of what a page shows first. */
const MOST_ELEMENTS = 350;

/** An address with its parameters in the order of their names. */
function inOrder(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  searchParams.sort();
  return `${pathname}?${searchParams}`;
}

describe.skipIf(CHROMIUM === null)('what the page asks for in Chromium', () => {
  let desk: LargeDesk;
  let page: Page;
  beforeAll(async () => {
    desk = await openLargeDesk();
    page = desk.page;
    await openTimeline(desk);
  }, 180_000);
  afterAll(() => desk?.close());

  /** What the page asks the service for when something is done, until it has asked for nothing for a second. */
  async function askedBy(act: () => Promise<unknown>): Promise<readonly string[]> {
    const asked: string[] = [];
    const open = new Set<unknown>();
    let last = Date.now();
    const begins = (request: { url(): string }) => {
      asked.push(new URL(request.url()).pathname);
      open.add(request);
    };
    const ends = (request: unknown) => {
      open.delete(request);
      last = Date.now();
    };
    page.on('request', begins);
    page.on('requestfinished', ends);
    // Given up, since something else was asked or the page was left.
    page.on('requestfailed', ends);
    await act();
    last = Date.now();
    while (open.size > 0 || Date.now() - last < 1000) await page.waitForTimeout(50);
    page.off('request', begins);
    page.off('requestfinished', ends);
    page.off('requestfailed', ends);
    return asked;
  }

  test('a lane is hidden and shown without asking for what is drawn', async () => {
    await askedBy(() => page.goto(page.url().split('?')[0] ?? ''));
    const lane = page.getByLabel('Statements', { exact: true });
    const asked = await askedBy(async () => {
      await lane.click();
      await lane.click();
    });
    expect(asked).not.toContain('/api/marks');
    expect(await lane.isChecked()).toBe(true);
  });

  test('a filter is one question for the drawing and one for the list, and a date is no more', async () => {
    // What the pointer rests on is asked for, too.
    const ofItems = (asked: readonly string[]) => asked.filter((path) => /marks|timeline/.test(path)).toSorted();
    const filter = await askedBy(() => page.getByLabel('How it stands').selectOption('hypothetical'));
    expect(ofItems(filter)).toEqual(['/api/marks', '/api/timeline']);
    const dated = await askedBy(() => page.getByLabel('as of', { exact: true }).fill('2014-06-30'));
    expect(ofItems(dated)).toEqual(['/api/marks', '/api/timeline']);
  });

  test('what the service answers ahead is what pages ask', async () => {
    const asked = new Set<string>();
    const keep = (request: { url(): string }) => void asked.add(inOrder(request.url()));
    page.on('request', keep);
    for (const path of ['timeline', 'threads', 'people', 'documents', 'review', 'compare']) {
      await askedBy(() => page.goto(new URL(`/${path}`, page.url()).href));
      for (const tab of await page.locator('main .tabs a').all()) await askedBy(() => tab.click());
    }
    page.off('request', keep);
    const stepsOn = /modality=|offset=[1-9]/;
    const ahead = FIRST_QUESTIONS.filter((address) => !stepsOn.test(address)).map(inOrder);
    expect(ahead.filter((address) => !asked.has(address))).toEqual([]);
    expect(ahead.length).toBeGreaterThan(10);
  });

  test('what a link leads to is asked for while it is pressed, and its items beside the rest', async () => {
    await askedBy(() => page.goto(new URL('/threads?kind=issue', page.url()).href));
    const link = page.locator('main table a').nth(5);
    await link.scrollIntoViewIfNeeded();
    const box = await link.boundingBox();
    const pressed = await askedBy(async () => {
      await page.mouse.move((box?.x ?? 0) + 4, (box?.y ?? 0) + 4);
      await page.mouse.down();
    });
    const id = new URL((await link.getAttribute('href')) ?? '', page.url()).pathname.split('/').at(-1);
    // The code of other pages may come just then.
    expect(pressed.filter((path) => path.startsWith('/api/')).toSorted()).toEqual([
      `/api/threads/${id}`,
      '/api/timeline',
    ]);
    // And not again when it is let go: only what stands below all that.
    const lists: (string | null)[] = [];
    const keep = (request: { url(): string }) => void lists.push(new URL(request.url()).searchParams.get('lists'));
    page.on('request', keep);
    const sources = page.waitForRequest((request) => request.url().includes('publishers'));
    const followed = await askedBy(() => page.mouse.up());
    page.off('request', keep);
    expect(page.url()).toContain(`/threads/${id}`);
    await sources;
    expect(new Set(followed.filter((path) => /threads|timeline/.test(path)))).toEqual(new Set([`/api/threads/${id}`]));
    const below = lists.filter((list) => list !== null);
    expect(below).toContain('documents,publishers');
    expect(below).not.toContain('actors,meetings,course');
    expect(new Set(below).size).toBe(below.length);
  });

  test('the overview asks for the temperature first, and for nothing twice', async () => {
    await askedBy(() => page.goto(new URL('/', page.url()).href));
    const asked = await askedBy(() => page.getByLabel('as of', { exact: true }).fill('2014-03-31'));
    const questions = asked.filter((path) => path.startsWith('/api/'));
    expect(questions[0]).toBe('/api/temperature/overall');
    expect(questions).toHaveLength(7);
    expect(new Set(questions).size).toBe(questions.length);
    // Nor for anything else but the code of other pages, which comes once.
    expect(asked.filter((path) => !path.startsWith('/assets/'))).toEqual(questions);
  });

  test('what lies out of sight on the overview is asked for after what is in sight', async () => {
    await askedBy(() => page.goto(new URL('/', page.url()).href));
    const asked: string[] = [];
    const keep = (request: { url(): string }) => void asked.push(new URL(request.url()).pathname);
    let release = () => {};
    const isReleased = new Promise<void>((released) => {
      release = released;
    });
    await page.route('**/api/agreements?*', async (route) => {
      await isReleased;
      await route.continue();
    });
    page.on('request', keep);
    const date = page.getByLabel('as of', { exact: true });
    const held = page.waitForRequest('**/api/agreements?*');
    const meetings = page.waitForResponse('**/api/meetings/latest?*');
    await date.fill('2013-05-31');
    await Promise.all([held, meetings]);
    await page.waitForTimeout(300);
    expect(asked).not.toContain('/api/latest');
    const latest = page.waitForResponse('**/api/latest?*');
    release();
    await latest;
    await page.unroute('**/api/agreements?*');
    page.off('request', keep);
    // Scrolled to, it is asked for with the others.
    await page.getByRole('heading', { name: 'What the last documents' }).scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
    await page.route('**/api/temperature/overall?*', () => undefined);
    const seen = page.waitForResponse('**/api/latest?*');
    await date.fill('2013-07-31');
    await seen;
    await page.unroute('**/api/temperature/overall?*');
  });

  test.each([
    ['a list', 'a drawing', '/timeline', 'marks', 'timeline', 'Words in the sentence'],
    ['where words stand', 'what they mean', '/search', 'entities', 'find', 'Search the record'],
  ])('%s does not wait for %s', async (_, __, path, slow, other, field) => {
    await askedBy(() => page.goto(new URL(path, page.url()).href));
    let release = () => {};
    const isAsked = new Promise<void>((asked) => {
      release = asked;
    });
    const isOther = (request: { url(): string }) => {
      if (new URL(request.url()).pathname === `/api/${other}`) release();
    };
    page.on('request', isOther);
    await page.route(`**/api/${slow}?*`, async (route) => {
      await isAsked;
      await route.continue();
    });
    await page.getByLabel(field).fill('sulka');
    await page.getByLabel(field).press('Enter');
    // Fails by the time that the test may take where one waits for the other.
    await isAsked;
    page.off('request', isOther);
    await page.waitForLoadState('networkidle');
    await page.unroute(`**/api/${slow}?*`);
  });

  test('a whole date is taken in the moment in which it is typed', async () => {
    const taken = await page.getByLabel('as of', { exact: true }).evaluate((field: HTMLInputElement) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
      set?.call(field, '2015-06-30');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return location.search;
    });
    expect(taken).toContain('world=2015-06-30');
  });

  test('a step of the zoom is asked for at once, not when the hand rests', async () => {
    await askedBy(() => page.goto(new URL('/timeline', page.url()).href));
    await page.getByRole('button', { name: 'Zoom in' }).waitFor();
    const search = await page.evaluate(
      () =>
        new Promise<string>((done) => {
          document.querySelector<HTMLElement>('[aria-label="Zoom in"]')?.click();
          // Timers of one page run in the order of their times, however busy the machine is.
          setTimeout(() => done(location.search), 20);
        }),
    );
    expect(search).toContain('from=');
  });

  test('the overview asks for what it shows, not for whole lists', async () => {
    // What the page before it was still asking for has no body any more.
    await askedBy(() => page.goto('about:blank'));
    const bodies: Promise<Buffer>[] = [];
    const keep = (response: { url(): string; body(): Promise<Buffer> }) => {
      if (response.url().includes('/api/')) bodies.push(response.body());
    };
    page.on('response', keep);
    await askedBy(() => page.goto(desk.url));
    page.off('response', keep);
    const size = (await Promise.all(bodies)).reduce((sum, { length }) => sum + length, 0);
    expect(size).toBeGreaterThan(10_000);
    expect(size).toBeLessThan(LARGEST_OVERVIEW);
  });

  test('the register of agreements asks for where they stand, not for their words', async () => {
    await page.goto(new URL('/threads', page.url()).href);
    const answered = page.waitForResponse((response) => response.url().includes('/api/agreements'));
    await page.getByRole('link', { name: 'Agreements' }).click();
    const register = (await (await answered).json()) as { items: { developments: unknown[]; state: unknown }[] };
    expect(register.items.length).toBeGreaterThan(30);
    expect(register.items.every(({ developments }) => developments.length === 0)).toBe(true);
    expect(register.items.every(({ state }) => state !== null)).toBe(true);
    // The first screen is drawn first, and all the others after it.
    await page
      .locator('main .lines > li')
      .nth(register.items.length - 1)
      .waitFor();
  });

  test('links lead on from a date as soon as it is set, and a list is not drawn anew while another comes', async () => {
    await askedBy(() => page.goto(new URL('/people', page.url()).href));
    await page.waitForSelector('.people li');
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/api/people*', async (route) => {
      await held;
      await route.continue();
    });
    await page.evaluate(() => {
      const counted = globalThis as unknown as { changes: number };
      counted.changes = 0;
      new MutationObserver((all) => {
        counted.changes += all.filter(({ type }) => type === 'childList').length;
      }).observe(document.querySelector('.people') as Element, { subtree: true, childList: true });
    });
    await page.getByLabel('as of', { exact: true }).fill('2014-05-31');
    await page.waitForSelector('main .answer-stale');
    const name = page.locator('.people a.entity').first();
    await expect.poll(() => name.getAttribute('href')).toContain('world=2014-05-31');
    expect(await page.evaluate('globalThis.changes')).toBe(0);
    letGo();
    await page.waitForSelector('main .answer:not(.answer-stale)');
    await page.unroute('**/api/people*');
    await page.getByRole('button', { name: 'back to now' }).click();
  });

  /** How many elements the page's content has when it first shows what `selector` names. */
  const elementsAtFirst = (selector: string) =>
    page.evaluate(
      (wanted) =>
        new Promise<number>((done) => {
          const look = () => {
            const main = document.querySelector('main');
            if (main?.querySelector(wanted)) done(main.querySelectorAll('*').length);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
      selector,
    );

  test('a thread and the register draw their first screen first', async () => {
    await askedBy(() => page.goto(new URL('/threads?kind=issue', page.url()).href));
    await page.waitForSelector('main table a');
    const first = elementsAtFirst('.matrix');
    await page.locator('main table a').first().click();
    expect(await first).toBeLessThan(MOST_ELEMENTS);
    // The rest comes after it, and what is not near the window is there to be found and read out.
    await page.locator('.mentioned li').first().waitFor({ state: 'attached' });
    expect(await page.locator('main *').count()).toBeGreaterThan(MOST_ELEMENTS);
    expect(await page.getByRole('heading', { name: 'Sources' }).count()).toBe(1);
    await askedBy(() => page.goto(new URL('/threads', page.url()).href));
    const register = elementsAtFirst('.lines > li');
    await page.getByRole('link', { name: 'Agreements' }).click();
    expect(await register).toBeLessThan(MOST_ELEMENTS);
  });

  test('a name that is chosen asks for it without the documents that mention it', async () => {
    await askedBy(() => page.goto(new URL('/people?view=network', page.url()).href));
    await page.waitForSelector('.network .node');
    const answered = page.waitForResponse((response) => response.url().includes('/api/entities/'));
    await page.locator('.network .node').nth(2).press('Enter');
    expect((await (await answered).body()).length).toBeLessThan(LARGEST_NAME);
  });

  test('a decision shows the next item and closes the queue before it is entered, and a refused one is there again', async () => {
    const first = () => page.locator('.queue li').first().getAttribute('data-item');
    const open = () => new URL(page.url()).searchParams.get('item');
    await askedBy(() => page.goto(new URL('/review', page.url()).href));
    await page.waitForSelector('.queue li');
    const decided = await first();
    // Its evidence is shown, and that of the next item asked for ahead.
    const asked = await askedBy(() => page.keyboard.press('j'));
    expect(asked.filter((path) => path.startsWith('/api/items/'))).toHaveLength(2);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/api/review/decisions', async (route) => {
      await held;
      await route.fulfill({
        status: 409,
        json: { error: { code: 'review-conflict', message: 'somebody was quicker' } },
      });
    });
    const shown = `new URLSearchParams(location.search).get('item') !== '${decided}' && !!document.querySelector('.panel .facts')
      && document.querySelector('.queue li')?.dataset.item !== '${decided}'`;
    await page.keyboard.press('a');
    await page.waitForFunction(shown);
    letGo();
    await page.getByText('somebody was quicker').first().waitFor();
    await expect.poll(open).toBe(decided);
    await expect.poll(first).toBe(decided);
    await page.unroute('**/api/review/decisions');
    // Entered, it is asked for what changed, and not for the titles of five hundred documents.
    const after = await askedBy(() => page.keyboard.press('a'));
    expect(after).toContain('/api/review/decisions');
    expect(after).toContain('/api/review/queue');
    expect(after).not.toContain('/api/documents');
    expect(await first()).not.toBe(decided);
    await askedBy(() => page.keyboard.press('u'));
    expect(await first()).toBe(decided);
  });

  test('all actors of an issue are drawn a screen at a time', async () => {
    await askedBy(() => page.goto(new URL('/threads?kind=issue', page.url()).href));
    await page.waitForSelector('main table a');
    await askedBy(() => page.locator('main table a').first().click());
    const rows = page.locator('.matrix tbody tr');
    const all = page.getByRole('button', { name: /^Show all \d+ actors$/ });
    const number = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
    expect(number).toBeGreaterThan(MOST_ROWS);
    // Asked for while it is pointed at.
    expect(await askedBy(() => all.hover())).toHaveLength(1);
    const grown = page.evaluate(
      () =>
        new Promise<number>((done) => {
          const before = document.querySelectorAll('.matrix tbody tr').length;
          const look = () => {
            const now = document.querySelectorAll('.matrix tbody tr').length;
            if (now > before) done(now);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    expect(await askedBy(() => all.click())).toEqual([]);
    expect(await grown).toBeLessThanOrEqual(MOST_ROWS);
    await expect.poll(() => rows.count()).toBe(number);
    // A link to what is shown, and what is shown stays in its place when a date changes what lies above and below.
    await page.reload();
    await expect.poll(() => rows.count()).toBe(number);
    await rows.nth(number - 9).scrollIntoViewIfNeeded();
    const lostFrom = (before: number) => page.evaluate((place) => Math.abs(scrollY - place), before);
    const place = await page.evaluate(() => scrollY);
    await askedBy(() => page.getByLabel('as of', { exact: true }).fill('2019-06-30'));
    expect(await lostFrom(place)).toBeLessThan(page.viewportSize()?.height ?? 0);
  });

  test('a long list of a thread begins short and is shown whole on request', async () => {
    await page.goto(new URL('/people?view=actors', page.url()).href);
    const answered = page.waitForResponse((response) => response.url().includes('/api/threads/'));
    await page.locator('main td a').first().click();
    expect((await (await answered).body()).length).toBeLessThan(LARGEST_THREAD);
    const documents = page.locator('.mentioned li');
    await documents.first().waitFor();
    expect(await documents.count()).toBe(20);
    const whole = page.getByRole('button', { name: /^Show all \d+ documents$/ });
    const number = Number(/\d+/.exec((await whole.textContent()) ?? '')?.[0]);
    await whole.click();
    await documents.nth(number - 1).waitFor();
    expect(await documents.count()).toBe(number);
    expect(number).toBeGreaterThan(22);
  });
});
