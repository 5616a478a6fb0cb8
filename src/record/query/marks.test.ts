import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenRecord, openRecord } from '../record.ts';
import { tell } from '../testing/build.ts';
import { SAMPLES } from '../testing/samples.ts';
import type { ItemKind } from '../views.ts';

let folder: string;
let record: OpenRecord;
const kinds: readonly ItemKind[] = ['event', 'meeting', 'statement'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marks-'));
  record = await openRecord(join(folder, 'record.db'));
  for (const told of SAMPLES) await tell(record, told);
});
afterAll(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

test('each dated item is one mark, however many documents tell it', async () => {
  const { marks, total, undated, counts } = await record.marks({ kinds, by: 'year', most: 100 });
  const timeline = await record.timeline({ kinds });
  const dated = timeline.items.filter(({ time }) => time.start !== null);
  expect(marks.map(({ id }) => id).sort()).toEqual(dated.map(({ id }) => id).sort());
  expect([total, undated, counts]).toEqual([dated.length, timeline.total - dated.length, []]);
  for (const mark of marks) {
    const item = timeline.items.find(({ id }) => id === mark.id);
    expect([mark.start, mark.end]).toEqual([item?.time.start, item?.time.end]);
    expect(mark.quad).toBe(item?.kind === 'event' ? item.quad : null);
  }
});

test('more than asked for are counted by period, and the counts add up', async () => {
  const all = await record.marks({ kinds, by: 'year', most: 100 });
  for (const by of ['year', 'month', 'day'] as const) {
    const { marks, counts, total } = await record.marks({ kinds, by, most: 1 });
    expect(marks).toEqual([]);
    expect(counts.reduce((sum, { number }) => sum + number, 0)).toBe(total);
    for (const { period } of counts) expect(all.marks.some(({ start }) => start.startsWith(period))).toBe(true);
  }
});

test('as of a day of knowledge only what was told by then has a mark', async () => {
  const { total } = await record.marks({ kinds, by: 'year', most: 100 });
  const before = await record.marks({ kinds, by: 'year', most: 100, asOf: { known: '2012-05-31' } });
  expect(before.total).toBeGreaterThan(0);
  expect(before.total).toBeLessThan(total);
  expect((await record.marks({ kinds, by: 'year', most: 100, asOf: { known: '1999' } })).total).toBe(0);
});
