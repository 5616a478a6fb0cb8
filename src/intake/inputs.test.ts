// What inputs deliver: documents with their sources, what is given with them, what is passed over, what is wrong.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fetcher } from './address/fetched.ts';
import { deliver, type InputOptions, type Step } from './inputs.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inputs-'));
});
afterAll(() => rm(folder, { recursive: true }));

const NOTHING: Fetcher = async () => null;

async function steps(inputs: readonly string[], options: Partial<InputOptions> = {}): Promise<readonly Step[]> {
  const found: Step[] = [];
  for await (const step of deliver(inputs, { fetcher: NOTHING, ...options })) found.push(step);
  return found;
}

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

const shown = (step: Step): string => {
  if (step.step === 'document') return `document ${step.document.id}`;
  if (step.step === 'fault') return `fault ${step.fault.code}`;
  return step.step === 'end' ? `end ${step.whole ? 'whole' : 'in part'}` : step.step;
};

describe('deliver', () => {
  it('gives the documents of each file and then its end, and goes on after a fault', async () => {
    const lines = await file('a.jsonl', '{"id":"x","text":"1"}\n{\n{"id":"x","text":"2"}\n');
    const missing = join(folder, 'none.txt');
    const found = await steps([lines, missing, await file('b.txt', 'b')]);
    expect(found.map(shown)).toEqual([
      'document x',
      'fault line-not-json',
      'document x-2',
      'end in part',
      'fault file-missing',
      'document b',
      'end whole',
    ]);
  });

  it('passes over what is known', async () => {
    const path = await file('known.txt', 'k');
    const [, end] = await steps([path]);
    const hash = end?.step === 'end' ? end.source.hash : '';
    expect((await steps([path], { isKnown: async (source) => source.hash === hash })).map(shown)).toEqual(['known']);
  });

  it('puts options before sidecars, and sidecars before the document', async () => {
    const path = await file('page.html', '<html lang="en"><title>Its own title</title><p>Words.</p></html>');
    const bare = await steps([path]);
    await file('page.meta.json', '{"title":"Given title","published":"2013-10","publisher":"The Courier"}');
    const [document, end] = await steps([path], { given: { publisher: 'The Herald' } });
    expect(document).toMatchObject({
      document: { title: 'Given title', published: '2013-10', publisher: 'The Herald', language: 'en' },
    });
    // What is given is a part of what was read: when it changes, the file is read again.
    expect(end?.step === 'end' && end.source.hash).not.toBe(bare[1]?.step === 'end' && bare[1].source.hash);
    await file('page.html.meta.json', '{"date":"2013"}');
    expect((await steps([path])).map(shown)).toEqual(['fault sidecar-broken']);
  });

  it('tells how far it is in a large file', async () => {
    const line = `{"text":"${'word '.repeat(2000)}"}\n`;
    const path = await file('large.jsonl', line.repeat(100));
    const told: number[] = [];
    for await (const step of deliver([path], { fetcher: NOTHING, onBytes: (bytes) => told.push(bytes) })) {
      if (step.step === 'document' && step.document.id === 'large-3') break;
    }
    // The third document comes long before the file is read to its end.
    expect(Math.max(...told)).toBeLessThan((line.length * 100) / 2);
  });

  it('ends after the document under way when it is told to', async () => {
    const stop = new AbortController();
    const found: string[] = [];
    const path = await file('stop.jsonl', '{"text":"1"}\n{"text":"2"}\n{"text":"3"}\n');
    for await (const step of deliver([path, path], { fetcher: NOTHING, signal: stop.signal })) {
      found.push(shown(step));
      stop.abort();
    }
    expect(found).toEqual(['document stop-1']);
  });
});

describe('addresses', () => {
  const feed = (titles: readonly string[]) =>
    `<rss version="2.0"><channel><title>Courier</title>${titles
      .map((title) => `<item><title>${title}</title><link>https://courier.example/${title}</link></item>`)
      .join('')}</channel></rss>`;
  const serving =
    (pages: Readonly<Record<string, string>>): Fetcher =>
    async (url) =>
      url in pages ? { url, bytes: Buffer.from(pages[url] ?? ''), charset: null } : null;
  const address = 'https://courier.example/feed';

  it('make each entry of a feed a source of its own, so that those which leave it stay', async () => {
    const found = await steps([address], { fetcher: serving({ [address]: feed(['one', 'two']) }) });
    expect(found.map((step) => ('source' in step ? `${shown(step)} ${step.source.path}` : shown(step)))).toEqual([
      'document one https://courier.example/one',
      'end whole https://courier.example/one',
      'document two https://courier.example/two',
      'end whole https://courier.example/two',
    ]);
  });

  it('follow the entries where that is asked for', async () => {
    const pages = {
      [address]: feed(['one']),
      'https://courier.example/one': '<html><p>The whole words of the page that the entry points to.</p></html>',
    };
    const [document] = await steps([address], { fetcher: serving(pages), follow: true });
    expect(document).toMatchObject({
      document: { title: 'one', publisher: 'Courier', text: 'The whole words of the page that the entry points to.' },
    });
  });

  it('deliver nothing that has not changed', async () => {
    expect(await steps([address])).toEqual([]);
  });
});
