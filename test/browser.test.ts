// The library in a browser: no Node module gets into the bundle, and the documentation's example runs in a page.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, type Plugin } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_OPTIONS, findChromium } from './chromium.ts';
import { examplesOf } from './examples.ts';
import { ROOT } from './program.ts';

const executablePath = findChromium();
const EXAMPLES = examplesOf('docs/library.md').filter(({ entry }) => entry === 'rapporteur/browser');
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

let folder = '';
/** Imports of Node's modules that the bundler met, with the files that want them. */
const nodeImports: string[] = [];

const watch: Plugin = {
  name: 'node-imports',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source.startsWith('node:')) nodeImports.push(`${source} from ${importer}`);
    return null;
  },
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-browser-'));
  mkdirSync(join(folder, 'src'));
  // The page's program imports the package by the path of its entry: it stands outside the package.
  const code = EXAMPLES[0]?.code.replaceAll("'rapporteur/browser'", `'${join(ROOT, 'dist/browser.js')}'`) ?? '';
  writeFileSync(join(folder, 'src/main.js'), code);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [watch],
    build: {
      outDir: 'out',
      minify: false,
      target: 'esnext',
      rollupOptions: { input: join(folder, 'src/main.js'), output: { entryFileNames: 'main.js' } },
    },
  });
  writeFileSync(
    join(folder, 'out/index.html'),
    '<!doctype html><title>t</title><script type="module" src="main.js"></script>',
  );
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the bundle asks for no module of Node', () => {
  expect(EXAMPLES).toHaveLength(1);
  expect(nodeImports).toEqual([]);
  const bundle = readFileSync(join(folder, 'out/main.js'), 'utf8');
  expect(bundle).not.toMatch(/(?:from\s*|import\s*\(?\s*)["']node:/);
  expect(bundle).not.toContain('__vite-browser-external');
});

describe.skipIf(executablePath === null)('in Chromium', () => {
  let server: Server;
  let url = '';

  beforeAll(async () => {
    const places: readonly (readonly [RegExp, string])[] = [
      [/^\/models\/(?:parser|segmentation)\/[\w.-]+$/, ROOT],
      [/^\/ort-wasm-simd-threaded\.wasm$/, join(ROOT, 'node_modules/onnxruntime-web/dist')],
      [/^\/(?:index\.html|main\.js|assets\/[\w.-]+)$/, join(folder, 'out')],
    ];
    server = createServer((request, response) => {
      const path = request.url ?? '';
      const place = places.find(([pattern]) => pattern.test(path));
      response.writeHead(place ? 200 : 404, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
      response.end(place ? readFileSync(join(place[1], path)) : '');
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.close();
  });

  test('segments, tags and dates a text as the documentation says', async () => {
    const browser = await chromium.launch({ executablePath: executablePath ?? '', args: BROWSER_OPTIONS });
    try {
      const page = await browser.newPage();
      const printed: string[] = [];
      const wanted = EXAMPLES[0]?.prints ?? [];
      const whole = new Promise<void>((done, failed) => {
        page.on('pageerror', failed);
        page.on('console', (message) => {
          if (message.type() === 'log') printed.push(message.text());
          if (printed.length >= wanted.length) done();
        });
      });
      await page.goto(`${url}/index.html`);
      await whole;
      expect(printed).toEqual(wanted);
    } finally {
      await browser.close();
    }
  }, 60_000);
});
