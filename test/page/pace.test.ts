// The pace of the page on a record of ten thousand events: what a hand does is painted before one notices a wait.
// These tests read the clock, so they run when all others are done (`vitest.config.ts`).
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CHROMIUM, openDesk } from './desk.ts';
import { type LargeDesk, openLargeDesk, openTimeline } from './large-desk.ts';

/** Milliseconds that a person takes for at once, and how much longer a slow machine may take before a test fails. */
const AT_ONCE = 100;
const SLACK = 3;

/** Tries of which the fastest counts: what else a machine does makes a try slow, never fast. */
const TRIES = 3;

/** What the page shows is the answer to the last question, and not what it showed before. */
const ANSWERED = `!document.querySelector('main .answer-stale') && !document.querySelector('main .waiting')`;

/** The canvas was painted since a try began. */
const REDRAWN = 'globalThis.paints > 0';

describe.skipIf(CHROMIUM === null)('the pace of the page in Chromium', () => {
  let desk: LargeDesk;
  let page: Page;
  beforeAll(async () => {
    desk = await openLargeDesk();
    page = desk.page;
    await page.addInitScript(() => {
      const counted = globalThis as unknown as { paints: number };
      counted.paints = 0;
      const { setTransform } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.setTransform = function (...matrix: never) {
        counted.paints += 1;
        return setTransform.apply(this, matrix);
      };
    });
  }, 180_000);
  afterAll(() => desk?.close());
  beforeEach(() => openTimeline(desk));

  /** Opens a page of the desk, and waits until it has asked for nothing for half a second. */
  async function open(path: string): Promise<void> {
    await page.goto(new URL(path, desk.url).href);
    await page.waitForLoadState('networkidle');
  }

  /** Milliseconds from the first input event to the end of the frame in which `seen` holds; the fastest of some tries. */
  async function paceOf(
    act: (attempt: number) => Promise<void>,
    seen: string,
    before = async () => {},
  ): Promise<number> {
    const paces: number[] = [];
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      await before();
      await page.evaluate('globalThis.paints = 0');
      // Waits for the page to listen, since a key can come before what is asked of it.
      await page.evaluate((condition) => {
        const holds = new Function(`return ${condition}`) as () => boolean;
        let begun = 0;
        for (const kind of ['pointerdown', 'keydown', 'input']) {
          addEventListener(
            kind,
            () => {
              begun ||= performance.now();
            },
            { capture: true, once: true },
          );
        }
        const watched = globalThis as unknown as { painted: Promise<number> };
        watched.painted = new Promise((done) => {
          const look = () => {
            if (begun > 0 && holds()) {
              // The next frame begins when this one is on the screen.
              requestAnimationFrame(() => done(performance.now() - begun));
            } else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        });
      }, seen);
      await act(attempt);
      paces.push(await page.evaluate<number>('globalThis.painted'));
      await page.waitForLoadState('networkidle');
    }
    return Math.min(...paces);
  }

  test.each([
    ['zooming', () => page.getByRole('button', { name: 'Zoom in' }).click()],
    ['panning', () => page.getByRole('button', { name: 'Later' }).click()],
    ['zooming out by key', () => page.locator('.chart-box').press('-')],
  ])('%s is painted at once, from what is there', async (_, act) => {
    expect(await paceOf(act, REDRAWN)).toBeLessThan(AT_ONCE * SLACK);
  });

  const close = () => page.getByRole('button', { name: 'Close the evidence' }).click();
  const isClosed = `!document.querySelector('.panel')`;

  test('evidence that is pointed at opens at once', async () => {
    let at = 0;
    const point = async () => {
      if ((await page.locator('.panel').count()) > 0) await close();
      await page.locator('.entry a').nth(at).hover();
      await page.waitForLoadState('networkidle');
    };
    const show = () => page.locator('.entry a').nth(at++).click();
    expect(await paceOf(show, `!!document.querySelector('.panel .facts')`, point)).toBeLessThan(AT_ONCE * SLACK);
  });

  test('evidence closes at once', async () => {
    const show = async () => {
      await page.locator('.entry a').first().click();
      await page.waitForSelector('.panel .facts');
    };
    expect(await paceOf(close, isClosed, show)).toBeLessThan(AT_ONCE * SLACK);
  });

  test('a filter that is taken away is gone at once', async () => {
    const stands = page.getByLabel('How it stands');
    const filter = async () => {
      await stands.selectOption('planned');
      await page.waitForLoadState('networkidle');
      await stands.focus();
    };
    const back = `${ANSWERED} && !location.search.includes('modality')`;
    expect(await paceOf(() => page.keyboard.press('Home'), back, filter)).toBeLessThan(AT_ONCE * SLACK);
  });

  test.each([
    ['the timeline', '/timeline', 'main'],
    ['the temperature of the overview', '/', 'section[aria-label="Temperature"]'],
    ['people', '/people', 'main'],
  ])('%s as of either date is there before one notices a wait', async (_, path, part) => {
    await open(path);
    const fresh = `location.search.includes(globalThis.wanted) && document.querySelector('${part} .answer') && !document.querySelector('${part} .answer-stale')`;
    for (const label of ['as of', 'as known by']) {
      const date = async (attempt: number) => {
        const wanted = `${2013 + attempt}-09-30`;
        await page.evaluate(`globalThis.wanted = '${wanted}'`);
        await page.getByLabel(label, { exact: true }).fill(wanted);
      };
      expect(await paceOf(date, fresh)).toBeLessThan(AT_ONCE * SLACK);
      await page.getByRole('button', { name: 'back to now' }).click();
    }
  });

  test('another part of the queue is there before one notices a wait', async () => {
    await open('/review');
    const kinds = ['statement', 'position', 'meeting'];
    const kind = async (attempt: number) => {
      await page.evaluate(`globalThis.wanted = 'kind=${kinds[attempt]}'`);
      await page.getByLabel('Kind of item').selectOption(kinds[attempt] ?? '');
    };
    const there = `location.search.includes(globalThis.wanted) && ${ANSWERED}`;
    expect(await paceOf(kind, there)).toBeLessThan(AT_ONCE * SLACK);
  });

  test('another thread is there before one notices a wait', async () => {
    const thread = (attempt: number) => page.locator('main table a').nth(attempt).click();
    const there = `/threads\\/./.test(location.pathname) && ${ANSWERED}`;
    expect(await paceOf(thread, there, () => open('/threads?kind=issue'))).toBeLessThan(AT_ONCE * SLACK);
  });

  test('the network is there before one notices a wait', async () => {
    const network = () => page.getByRole('link', { name: 'Network' }).click();
    const drawn = `!!document.querySelector('.network svg')`;
    expect(await paceOf(network, drawn, () => open('/people?view=actors'))).toBeLessThan(AT_ONCE * SLACK);
  });
});

test.skipIf(CHROMIUM === null)(
  'the first view of the samples stands within a second',
  async () => {
    const desk = await openDesk();
    try {
      const { page, url } = desk;
      await page.goto(url);
      await page.waitForSelector('.overview .lines li');
      const paces: number[] = [];
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const fresh = await desk.browser.newPage({ viewport: { width: 1440, height: 900 } });
        await fresh.goto(url);
        await fresh.waitForSelector('.overview figure, .overview svg, .overview .lines li');
        paces.push(await fresh.evaluate(() => performance.now()));
        await fresh.close();
      }
      expect(Math.min(...paces)).toBeLessThan(1000 * SLACK);
    } finally {
      await desk.close();
    }
  },
  120_000,
);
