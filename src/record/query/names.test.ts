// The names of an entity as of a day are those that documents had used by then.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenRecord, openRecord } from '../record.ts';
import { tell } from '../testing/build.ts';

let folder: string;
let record: OpenRecord;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'names-'));
  record = await openRecord(join(folder, 'record.db'));
  for (const [published, name] of [
    ['2001-02-03', 'Burma'],
    ['2012-02-03', 'Myanmar'],
    ['2013-02-03', 'Myanmar'],
  ] as const) {
    await tell(record, {
      id: published,
      text: `${name} opened its ports.`,
      published,
      entities: [{ kind: 'state', name, code: 'MMR' }],
      events: [{ type: 'CONCEDE', trigger: 'opened', actor: [name], time: published }],
    });
  }
});
afterAll(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

test.each([
  [undefined, ['Myanmar', 'Burma']],
  [{ known: '2005' }, ['Burma']],
  [{ world: '2005' }, ['Burma']],
  [{ known: '2012-06' }, ['Burma', 'Myanmar']],
])('as of %j', async (asOf, names) => {
  const [listed] = (await record.entities(asOf ? { asOf } : {})).items;
  expect(listed?.names).toEqual(names);
  expect((await record.entity(listed?.id ?? '', asOf))?.names).toEqual(names);
});
