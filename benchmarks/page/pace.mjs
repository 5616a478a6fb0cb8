// How long after a hand does something the page shows it: from the first event of the key or button to the end of the frame
// in which all that is in sight is there, and until all of the page is. In Chromium, the record served by this build.
// node benchmarks/page/pace.mjs RECORD [--rounds N] [--only WORDS] [--from BUILD]
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { INTERACTIONS } from './interactions.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** In each round other days and words are asked for; the first of a new service is the slowest. */
    rounds: { type: 'string', default: '3' },
    /** Only pages whose interactions hold this. */
    only: { type: 'string', default: '' },
    /** Folder of the build that serves. */
    from: { type: 'string', default: new URL('../../dist', import.meta.url).pathname },
    /** Pixels: width and height of the window. */
    window: { type: 'string', default: '1440x900' },
  },
});
const [record] = positionals;
if (!record || !existsSync(record)) {
  console.error('Which record? node benchmarks/page/pace.mjs RECORD');
  process.exit(2);
}
/** Milliseconds that one takes for at once. */
const AT_ONCE = 100;
/** Milliseconds after which a page that was opened has nothing more to fetch. */
const SETTLED = 2000;
/** The first of these begins an interaction. */
const EVENTS = ['pointerdown', 'keydown', 'input', 'change'];
/** Milliseconds in which nothing came: it was done in vain. */
const LIMIT = 5000;

const { url, end } = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const [width, height] = values.window.split('x').map(Number);
const page = await browser.newPage({ viewport: { width, height } });
await page.addInitScript(watchFrames);
const paces = new Map();
const asked = await questionsOf(url);
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const group of groups()) {
    await page.goto(url + group[0].page);
    // The code of the other pages comes once the first has stood for a while.
    await page.waitForTimeout(SETTLED);
    await rest();
    for (const { name, before, act, press, begins = EVENTS, until = 'true', moves = false } of group.slice(1)) {
      await before?.(page, asked);
      const pressed = press ? await whereTo(press(page, round)) : null;
      if (press && !pressed) continue;
      await page.evaluate((asked) => globalThis.watch(...asked), [until, moves, LIMIT, begins]);
      if (pressed) await page.mouse.click(pressed.x, pressed.y);
      else await act(page, asked, round);
      const pace = await page.evaluate(() => globalThis.outcome);
      const own = paces.get(name) ?? [];
      paces.set(name, [...own, pace]);
      process.stderr.write(`${name}: ${Math.round(pace.seen)} ms\n`);
      await rest();
    }
  }
}
await browser.close();
end();
print();

/** Interactions of a page each, the opening first. */
function groups() {
  const all = [];
  for (const one of INTERACTIONS) one.page ? all.push([one]) : all.at(-1).push(one);
  return all.filter((group) => group.some(({ name }) => name?.includes(values.only)));
}

async function rest() {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(150);
}

/** The middle of a control, or near its beginning where it is wide; null where the page has none such. */
async function whereTo(control) {
  if ((await control.count()) === 0) return null;
  await control.scrollIntoViewIfNeeded();
  await page.waitForTimeout(50);
  const box = await control.boundingBox();
  return box && { x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2 };
}

/** Days and words that have not been asked for, one after another. */
async function questionsOf(url) {
  const { from, to } = await (await fetch(`${url}/api/marks?most=1`)).json();
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const { items } = await (await fetch(`${url}/api/people?limit=100`)).json();
  const words = [...new Set(items.map(({ person }) => person.name.split(' ').at(-1)))];
  const sides = await (await fetch(`${url}/api/entities?kind=state&limit=40`)).json();
  const all = { word: words, side: sides.items.map(({ name }) => name), part: words.map((name) => name.slice(0, 3)) };
  const at = { word: 0, side: 0, part: 0 };
  let days = 0;
  return (what) => {
    if (what in all) return all[what][at[what]++ % all[what].length];
    // The golden ratio spreads any number of days evenly.
    const share = (0.2 + ++days * 0.618034) % 1;
    return new Date(first + (0.3 + 0.6 * share) * (last - first)).toISOString().slice(0, 10);
  };
}

/** Runs in the page. */
function watchFrames() {
  globalThis.paints = 0;
  const { setTransform } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.setTransform = function (...matrix) {
    globalThis.paints += 1;
    return setTransform.apply(this, matrix);
  };
  globalThis.watch = (until, moves, limit, begins) => {
    globalThis.painted = globalThis.paints;
    const holds = new Function(`return ${until}`);
    const words = () => document.querySelector('main')?.textContent;
    const [before, address] = [words(), location.href];
    const ended = performance.now() + limit;
    let begun = 0;
    for (const kind of begins) {
      addEventListener(kind, () => (begun ||= performance.now()), { capture: true, once: true });
    }
    const isWaiting = () => [
      ...document.querySelectorAll('main .answer-stale, main .waiting, main .later, .panel .waiting'),
    ];
    const isSeen = (element) => {
      const { top, bottom, height } = element.getBoundingClientRect();
      return height > 0 && top < innerHeight && bottom > 0;
    };
    globalThis.outcome = new Promise((done) => {
      let seen = 0;
      const look = () => {
        const now = performance.now();
        const changed = begun > 0 && (moves || location.href !== address || words() !== before) && holds();
        const waiting = changed ? isWaiting() : [];
        const isThere = changed && !waiting.some(isSeen);
        if (!isThere && now < ended) return requestAnimationFrame(look);
        // A message comes when the frame is painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          seen ||= isThere ? performance.now() - begun : -1;
          if (!isThere || waiting.length === 0) done({ seen, whole: isThere ? performance.now() - begun : -1 });
          else requestAnimationFrame(look);
        };
        port2.postMessage(0);
      };
      requestAnimationFrame(look);
    });
  };
}

function print() {
  const round = (ms) => (ms < 0 ? 'never' : String(Math.round(ms)));
  const middle = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
  console.log('| what one does | in sight, each round | median | all of the page | |\n|---|---:|---:|---:|---|');
  for (const [name, own] of paces) {
    const seen = own.map((pace) => pace.seen);
    const median = middle(seen);
    const whole = middle(own.map((pace) => pace.whole));
    const over = median > AT_ONCE ? 'over' : Math.max(...seen) > AT_ONCE ? 'at times over' : '';
    console.log(`| ${name} | ${seen.map(round).join(', ')} | ${round(median)} | ${round(whole)} | ${over} |`);
  }
}

/** The service on a free port, once it has answered the first questions ahead. */
async function serve() {
  const service = spawn(process.execPath, [`${values.from}/cli/main.js`, 'serve', '--record', record, '--port', '0']);
  let said = '';
  const url = await new Promise((found, failed) => {
    const listen = (text) => {
      said += text;
      const [address] = /http:\/\/\S+(?=\s)/.exec(said) ?? [];
      if (address) found(address.replace(/\/$/, ''));
    };
    service.stdout.on('data', listen);
    service.stderr.on('data', listen);
    service.on('exit', () => failed(new Error(said)));
  });
  await new Promise((ready) => setTimeout(ready, 5000));
  return { url, end: () => service.kill() };
}
