// A record of 2,000 documents: loaded, merged, asked and exported within time limits a slow machine keeps.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenRecord, openRecord } from './record.ts';
import { tell } from './testing/build.ts';
import { generated } from './testing/generate.ts';

const DOCUMENTS = 2000;

let folder: string;
let record: OpenRecord;
let seconds: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
  record = await openRecord(join(folder, 'record.db'));
  const told = Array.from({ length: DOCUMENTS }, (_, n) => generated(n));
  const start = performance.now();
  for (const one of told) await tell(record, one);
  await record.settle();
  seconds = (performance.now() - start) / 1000;
}, 60_000);
afterAll(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

async function within(limit: number, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  expect(performance.now() - start).toBeLessThan(limit);
}

describe(`a record of ${DOCUMENTS} documents`, () => {
  it('is loaded and merged in less than a minute', () => {
    expect(seconds).toBeLessThan(60);
  });

  it('has all of it', async () => {
    const { documents, counts } = await record.summary();
    expect(documents).toBe(DOCUMENTS);
    expect(counts.statement).toBe(DOCUMENTS * 10);
    expect(counts.event).toBeGreaterThan(DOCUMENTS * 5);
    expect(counts.event).toBeLessThanOrEqual(DOCUMENTS * 10);
  });

  it('answers a page of the timeline, filtered or not, in a moment', async () => {
    const [state] = (await record.entities({ kinds: ['state'], limit: 1 })).items;
    await within(3000, async () => {
      expect((await record.timeline({ limit: 100 })).items).toHaveLength(100);
    });
    await within(3000, async () => {
      const page = await record.timeline({ limit: 100, offset: 500, actors: [state?.id ?? ''], from: '2012' });
      expect(page.items).toHaveLength(100);
    });
    await within(3000, async () => {
      expect((await record.timeline({ limit: 100, text: 'ferry' })).items).toHaveLength(100);
    });
    await within(3000, async () => {
      expect((await record.search('ferry', { limit: 100 })).items).toHaveLength(100);
    });
    await within(3000, async () => {
      expect((await record.documents({ limit: 100 })).items).toHaveLength(100);
    });
    await within(3000, async () => {
      expect(await record.document('generated-7')).not.toBeNull();
    });
  });

  it('takes one more document in a moment', async () => {
    await within(5000, async () => {
      await tell(record, generated(DOCUMENTS));
      await record.settle();
    });
  });
});
