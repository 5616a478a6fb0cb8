// Every page walked by keyboard alone: all that can be acted on is reached, seen while it has the focus, and the focus is never lost.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, type Desk, idsByName, openDesk, share, violations } from './desk.ts';

describe.skipIf(CHROMIUM === null)('every page by keyboard alone in Chromium', () => {
  let desk: Desk;
  /** Ids of what stands in the samples, by name. */
  let ids: ReadonlyMap<string, string>;
  const id = (name: string): string => ids.get(name) ?? '';
  beforeAll(async () => {
    desk = await openDesk();
    ids = await idsByName(desk.url);
  }, 120_000);
  afterAll(() => desk?.close());

  const DOCUMENT = '/documents/2007-07-cfe-suspension-announced';
  const open = async (path: string) => {
    await desk.page.goto(desk.url + path);
    await desk.page.locator('h1').first().waitFor();
    await desk.page.waitForLoadState('networkidle');
  };
  /** The focus as one has it after Tab: what is focused by a script alone would not show it. */
  const stand = async (on: Locator) => {
    await desk.page.keyboard.press('Tab');
    await on.first().focus();
  };
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await desk.page.keyboard.press(key);
  };
  /** Waits until the focus is on what the selector finds, and can be seen there. */
  const stands = (selector: string) =>
    expect.poll(() => seenAt(desk.page, selector), { message: selector }).toBe('seen');
  const named = (name: string) => `[aria-label^="${name}"]`;

  test.each<readonly [name: string, path: () => string]>([
    ['the overview', () => '/'],
    ['the overview of two sides', () => `/?pair=${id('Russia')},${id('NATO')}&world=2012`],
    ['the timeline', () => '/timeline?lanes=meetings'],
    ['threads', () => '/threads'],
    ['the register of agreements', () => '/threads?kind=agreement'],
    ['an issue', () => `/threads/${id('missile defence')}`],
    ['an agreement', () => `/threads/${id('Treaty on Conventional Armed Forces in Europe')}`],
    ['an activity', () => `/threads/${id('Operation Active Endeavour')}`],
    ['a body', () => `/threads/${id('NATO-Russia Council')}`],
    ['people', () => '/people'],
    ['the network', () => '/people?view=network'],
    ['a state', () => `/people/${id('Russia')}`],
    ['a person', () => `/people/${id('Alexander Grushko')}`],
    ['documents', () => '/documents'],
    ['the reader', () => DOCUMENT],
    ['comparisons', () => '/compare'],
    ['the review', () => '/review'],
    ['decisions', () => '/review?view=agreement'],
    ['a search', () => '/search?q=missile+defence+2007'],
    ['adding documents', () => '/add'],
    ['no such page', () => '/nowhere'],
  ])(
    '%s: Tab reaches everything in its order, what has the focus is seen, and the way back is the same',
    async (_, path) => {
      await open(path());
      const { lost, reached, missed } = await walk(desk.page);
      expect(lost).toEqual([]);
      expect(missed).toEqual([]);
      expect(reached).toBeGreaterThan(10);
    },
  );

  test('the skip link leads past the head, the search key to the search, and a search leaves one in it', async () => {
    await open('/');
    await press('Tab', 'Enter');
    await stands('main');
    await press('Tab');
    await stands('main .lead a');
    await press('/');
    await desk.page.keyboard.type('missile defence 2007');
    await press('Enter');
    await desk.page.getByRole('heading', { level: 1, name: 'Search: missile defence 2007' }).waitFor();
    await stands('#search-everything');
    await stand(desk.page.getByRole('button', { name: 'Leave 2007 out' }));
    await press('Enter');
    await stands(`.meaning ${named('Leave missile defence')}`);
  });

  test('the overview: another page begins at its content, and a point of the chart leads to its events and back', async () => {
    const { page } = desk;
    await open('/');
    await stand(page.getByRole('link', { name: 'the whole register' }));
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Threads' }).waitFor();
    await stands('main');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await stands('main');
    await stand(page.getByRole('button', { name: /^2011: / }));
    await press('Enter');
    await stands('.behind');
    await page.locator('.behind .entry').first().waitFor();
    await press('Tab', 'Enter');
    await stands('.panel');
    await press('Escape');
    await stands('.behind .entry a');
    await press('Escape');
    await stands('.period[aria-label^="2011: "]');
  });

  test('sides and dates: what is chosen can be taken away, and one stays where it was', async () => {
    const { page } = desk;
    await open('/');
    await stand(page.getByRole('combobox', { name: 'One side' }));
    await page.keyboard.type('Russ');
    await page.getByRole('option', { name: /^Russia / }).waitFor();
    await press('ArrowDown', 'Enter');
    await page.getByRole('button', { name: 'One side: take Russia away' }).waitFor();
    await press('Tab');
    await stands(named('One side: take'));
    await press('Enter');
    await stands('[role=combobox][aria-label="One side"]');
    await page.getByLabel('as of', { exact: true }).focus();
    await page.keyboard.type('2008');
    await press('Enter');
    await page.getByRole('button', { name: 'back to now' }).focus();
    await press('Enter');
    await expect.poll(() => page.url()).not.toContain('world');
    await stands('.date-field input');
  });

  test('a thread: the evidence of a cell and of an item is entered and left again; a name in it leads on', async () => {
    const { page } = desk;
    await open(`/threads/${id('missile defence')}`);
    await stand(page.locator('.matrix .cell'));
    await press('Enter');
    await stands('.panel');
    await press('Escape');
    await stands('.matrix .cell');
    await stand(page.locator('.entry a'));
    await press('Enter', 'Tab');
    await stands('.panel-close');
    await press('Enter');
    await stands('.entry a');
    await press('Enter');
    await stands('.panel');
    await page.locator('.panel .facts a').first().focus();
    await press('Enter');
    await page.locator('.panel').waitFor({ state: 'detached' });
    await stands('main');
  });

  test('the timeline: filters and “show more” keep their place, the chart moves by keys', async () => {
    const { page } = desk;
    await open('/timeline');
    await stand(page.getByLabel('Words in the sentence'));
    await page.keyboard.type('missile');
    await expect.poll(() => page.url()).toContain('text=missile');
    await page.waitForLoadState('networkidle');
    await stands(named('Words in the sentence'));
    await press('Tab');
    await stands(named('Who acts or speaks'));
    await page.locator('.chart-box').focus();
    await press('+');
    await expect.poll(() => page.url()).toContain('from=');
    await stands('.chart-box');
    await open('/timeline');
    const entries = page.locator('.entry');
    const few = await entries.count();
    await stand(page.getByRole('button', { name: /^Show more of/ }));
    await press('Enter');
    await expect.poll(() => entries.count()).toBeGreaterThan(few);
    await stands('button:not([aria-label])');
  });

  test('who is who: a name of the network stays in focus, a person is renamed and left as it was', async () => {
    const { page } = desk;
    await open('/people?view=network');
    await stand(page.getByRole('button', { name: /^Russia, / }));
    await press('Enter');
    await expect.poll(() => page.url()).toContain('centre=');
    await page.waitForLoadState('networkidle');
    await stands(`.node${named('Russia, ')}`);
    await open(`/people/${id('Alexander Grushko')}`);
    await stand(page.getByRole('button', { name: 'Rename …' }));
    await press('Enter');
    await stands('form input');
    await press('Escape');
    await stands('.put-right-bar button[aria-expanded=false]');
  });

  test('documents: the filter keeps the focus, a document begins at its content', async () => {
    const { page } = desk;
    await open('/documents');
    await stand(page.getByLabel('Part of a title'));
    await page.keyboard.type('suspend');
    await page.getByText('1 document', { exact: true }).waitFor();
    await stands(named('Part of a title'));
    await press('Tab');
    await stands('.library a');
    await press('Enter');
    await page.waitForSelector('.reader');
    await stands('main');
  });

  test('the reader: a missed item is added, an item corrected and decided on, and each form gives the focus back', async () => {
    const { page } = desk;
    await open(DOCUMENT);
    await stand(page.getByRole('button', { name: 'Add an item that was missed' }));
    await press('Enter');
    await stands('#add-words');
    await press('Escape');
    await stands('.add-item button');
    await press('Enter');
    await page.keyboard.type('We waited for eight years');
    await page.getByRole('button', { name: 'Add it to the record' }).focus();
    await press('Enter');
    await page.locator('.add-item form').waitFor({ state: 'detached' });
    await stands('.add-item button');
    await page.getByText('Added, and marked in the text.').waitFor();
    expect(await violations(page)).toEqual([]);
    await press('Tab', 'Enter');
    await page.getByText('Added, and marked in the text.').waitFor({ state: 'detached' });
    await stands('.add-item button');
    await stand(page.getByRole('button', { name: /^Correct title/ }));
    await press('Enter');
    await stands('#head-title');
    await press('Escape');
    await stands('.document-head button');

    await stand(page.locator('.run-trigger'));
    await press('Enter');
    await stands('.panel');
    await page.getByRole('button', { name: 'Accept' }).focus();
    await press('Enter');
    await page.getByText('accepted by a person').waitFor();
    await stands('.panel .review-buttons button');
    await page.getByRole('button', { name: 'Correct …' }).focus();
    await press('Enter');
    await stands('.panel form input');
    expect(await violations(page)).toEqual([]);
    await press('Escape');
    // The form alone: what was opened around it stays.
    await stands('.panel .review-buttons button[aria-expanded=false]');
    await page.getByRole('button', { name: 'Note …' }).focus();
    await press('Enter');
    await stands('#review-note');
    await page.keyboard.type('as the decree has it');
    await press('Tab', 'Enter');
    await page.locator('.panel form').waitFor({ state: 'detached' });
    await stands('.panel .review-buttons button[aria-expanded=false]');
    await press('Escape');
    await stands('.run-trigger');
  });

  test('a comparison begins at its content', async () => {
    await open('/compare');
    await stand(desk.page.locator('section[aria-label="Told by more than one document"] li a'));
    await press('Enter');
    await desk.page.waitForSelector('.comparison td');
    await stands('main');
  });

  test('the review: keys go from item to item with the evidence in focus, a document is chosen and taken away', async () => {
    const { page } = desk;
    await open('/review');
    await press('j');
    await stands('.panel');
    const [first, second] = await page
      .locator('.queue > li')
      .evaluateAll((lines) => lines.map(({ dataset }) => dataset.item));
    await press('j');
    await expect.poll(() => page.url()).toContain(`item=${second}`);
    await stands('.panel');
    await press('k', 'a');
    await expect.poll(() => page.locator(`.queue [data-item="${first}"]`).count()).toBe(0);
    await expect.poll(() => page.url()).toContain(`item=${second}`);
    await stands('.panel');
    await press('u');
    await page.locator(`.queue [data-item="${first}"]`).waitFor();
    await press('c');
    await stands('.panel form :is(input, select)');
    await press('Escape');
    await stands('.panel .review-buttons button');
    await press('Escape');
    await stands(`.queue [data-item="${second}"] a`);

    await page.getByRole('combobox', { name: 'Document' }).focus();
    await page.keyboard.type('conventional');
    // Before the list is there: it is waited for.
    await press('Enter');
    await expect.poll(() => page.url()).toContain('document=2007-07-cfe-suspension-announced');
    await page.getByRole('button', { name: /^Document: take Russia to suspend/ }).focus();
    await press('Enter');
    await expect.poll(() => page.url()).not.toContain('document=');
    await stands('[role=combobox][aria-label="Document"]');
  });

  test('adding: a text is given in without leaving the keyboard, and the next one can follow', async () => {
    const { page } = desk;
    await open('/add');
    await stand(page.getByLabel('Or paste a text'));
    await page.keyboard.type('Norway rejected the plan of Iceland on Monday.');
    await page.getByRole('button', { name: 'Read this text' }).focus();
    await press('Enter');
    await page.getByText('Done').waitFor({ timeout: 60_000 });
    await stands('textarea');
  });

  test('menus: Escape closes the export and the pages of a narrow window, and gives the focus back', async () => {
    const { page } = desk;
    await open('/');
    await stand(page.getByRole('button', { name: 'Export' }));
    await press('Enter');
    await page.locator('.menu-list a').first().waitFor();
    await press('Tab');
    await stands('.menu-list a');
    await press('Escape');
    await stands('.menu > button');
    await page.setViewportSize({ width: 390, height: 844 });
    await stand(page.getByRole('button', { name: 'Menu' }));
    await press('Enter', 'Tab');
    await stands('.pages a');
    await press('Escape');
    await stands('.menu-button');
    await press('Enter', 'Tab', 'Tab', 'Enter');
    await page.getByRole('heading', { level: 1, name: 'Timeline' }).waitFor();
    expect(await page.locator('#pages').isVisible()).toBe(false);
    await stands('main');
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  test('logging in: the token is written at once, and the page begins at its content', async () => {
    const { url, service, tokens } = await share(desk, 'read', ['Rita']);
    const page = await desk.browser.newPage();
    try {
      await page.goto(url);
      await page.getByLabel('Token').waitFor();
      await page.keyboard.type('wrong');
      await page.keyboard.press('Enter');
      await page.getByText('this token is not known').waitFor();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(tokens[0] ?? '');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      await expect.poll(() => seenAt(page, 'main')).toBe('seen');
    } finally {
      await page.close();
      service.kill();
    }
  });

  test('meets no script errors and asks nothing of other hosts', () => {
    expect(desk.problems).toEqual([]);
  });
});

/** Whether the focus is on what the selector finds and shows there; else where it is. */
const seenAt = (page: Page, selector: string): Promise<string> =>
  page.evaluate((selector) => {
    const at = document.activeElement;
    if (!at || at === document.body) return 'nowhere';
    if (!at.matches(selector)) return at.outerHTML.slice(0, 120);
    const { outlineStyle } = getComputedStyle(at);
    // Around a point of a chart the field of its period is drawn.
    return outlineStyle !== 'none' || at.querySelector('.period-field')
      ? 'seen'
      : `unseen: ${at.outerHTML.slice(0, 120)}`;
  }, selector);

/** More stops than any page of the samples has. */
const MOST_STOPS = 400;

/** Goes through a page with Tab, and one step back from its end. */
async function walk(page: Page): Promise<{ lost: readonly string[]; reached: number; missed: readonly string[] }> {
  await page.evaluate(() => {
    const stops: Element[] = [];
    const lost: string[] = [];
    const told = (element: Element) => element.outerHTML.slice(0, 120);
    addEventListener('focusin', ({ target }) => {
      const element = target as Element;
      // Of a circle and its name, between which a line may pass, the circle.
      const drawing = element.querySelector(':scope > circle') ?? element;
      const box = drawing.getClientRects()[0] ?? drawing.getBoundingClientRect();
      const top = document.elementFromPoint(box.x + Math.min(box.width / 2, 30), box.y + box.height / 2);
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const drawn =
        (outlineStyle !== 'none' && outlineWidth !== '0px') || element.querySelector('.period-field') !== null;
      if (stops.includes(element)) return;
      if (!drawn) lost.push(`no outline: ${told(element)}`);
      if (!top || !(element.contains(top) || top.contains(element))) lost.push(`out of sight: ${told(element)}`);
      stops.push(element);
    });
    Object.assign(globalThis, { walked: { stops, lost, told } });
  });
  type Walked = { walked: { stops: Element[]; lost: string[]; told: (element: Element) => string } };
  let stops = 0;
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => (globalThis as unknown as Walked).walked.stops.length);
    // At its end the browser goes to its own bar, or begins anew.
    if (now === stops) break;
    stops = now;
  }
  await page.evaluate(() => ((globalThis as unknown as Walked).walked.stops.at(-1) as HTMLElement).focus());
  await page.keyboard.press('Shift+Tab');
  return page.evaluate(() => {
    const { stops, lost, told } = (globalThis as unknown as Walked).walked;
    if (document.activeElement !== stops.at(-2))
      lost.push(`back from the end: ${told(document.activeElement ?? document.body)}`);
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
    ];
    const missed = all.filter(
      (element) =>
        element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility() && !stops.includes(element),
    );
    const ordered = [...stops].sort((a, b) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    for (const [at, element] of stops.entries())
      if (ordered[at] !== element) lost.push(`out of order: ${told(element)}`);
    return { lost, reached: stops.length, missed: missed.map(told) };
  });
}
