import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ITEM_KINDS } from '../../model/items.ts';
import { type OpenRecord, openRecord } from '../record.ts';
import { tell } from '../testing/build.ts';
import { SAMPLES } from '../testing/samples.ts';

let folder: string;
let record: OpenRecord;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saying-'));
  record = await openRecord(join(folder, 'record.db'));
  for (const told of SAMPLES) await tell(record, told);
  await tell(record, {
    id: 'long',
    published: '2014-02-01',
    text: 'Rain fell. Kenya said the weir is late. It opens in May. Then ferries run. Kenya hugged Uganda. Boats wait.',
    entities: [
      { kind: 'state', name: 'Kenya', code: 'KEN' },
      { kind: 'state', name: 'Uganda', code: 'UGA' },
    ],
    statements: [{ speaker: ['Kenya'], cue: 'said', content: 'the weir is late. It opens in May. Then ferries run.' }],
    events: [{ type: 'SUPPORT', trigger: 'hugged', actor: ['Kenya'], recipient: ['Uganda'] }],
  });
});
afterAll(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

const kindsSaying = async (text: string) =>
  (await record.timeline({ kinds: ITEM_KINDS, text })).items.map(({ kind }) => kind);

test.each([
  ['the first sentence', 'weir'],
  ['the second', 'opens'],
  ['the last', 'ferries'],
])('what several sentences tell is found by the words of %s', async (_, word) => {
  expect(await kindsSaying(word)).toEqual(['statement']);
});

test('and not by those of the sentences around it', async () => {
  expect(await kindsSaying('rain')).toEqual([]);
  expect(await kindsSaying('hugged')).toEqual(['event']);
  expect(await kindsSaying('boats')).toEqual([]);
});

test.each(['kenya', 'uganda', 'dam', 'talks'])('as many say %s one by one as are counted', async (text) => {
  const asked = { kinds: ITEM_KINDS, text };
  const { total } = await record.timeline(asked);
  const marks = await record.marks({ ...asked, by: 'month', most: 5000 });
  expect(marks.total + marks.undated).toBe(total);
  const counted = await record.marks({ ...asked, by: 'month', most: 1 });
  expect([counted.total, counted.undated, counted.kinds]).toEqual([marks.total, marks.undated, marks.kinds]);
  const byQuad = new Map<string, number>();
  for (const { start, kind, quad } of marks.marks) {
    const key = `${start.slice(0, 7)} ${kind} ${quad}`;
    byQuad.set(key, (byQuad.get(key) ?? 0) + 1);
  }
  if (counted.total > 1)
    expect(new Map(counted.counts.map((one) => [`${one.period} ${one.kind} ${one.quad}`, one.number]))).toEqual(byQuad);
});
