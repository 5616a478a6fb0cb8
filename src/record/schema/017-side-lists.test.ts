// What was recorded before lists of sides comes into the same lists as what is recorded since.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openRecord } from '../record.ts';
import { tell } from '../testing/build.ts';
import { generated } from '../testing/generate.ts';
import { RELATIONSHIP } from '../testing/relationship.ts';
import { SIDE_LISTS } from './017-side-lists.ts';
import { LAST_OF_PAIRS } from './list.ts';

it('lists of sides are the same out of the lists of those who take part', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-'));
  const place = join(folder, 'record.db');
  const record = await openRecord(place);
  for (const told of RELATIONSHIP) await tell(record, told);
  for (let at = 0; at < 20; at += 1) await tell(record, generated(at));
  await record.settle();
  await record.close();
  const db = new Database(place);
  for (const table of ['listed', 'tellings']) {
    const rows = () =>
      db
        .prepare(`SELECT * FROM ${table} WHERE list < ? ORDER BY list, kind, begins, ends, told, item`)
        .all(LAST_OF_PAIRS);
    const since = rows();
    expect(since.length).toBeGreaterThan(0);
    db.prepare(`DELETE FROM ${table} WHERE list < ?`).run(LAST_OF_PAIRS);
    const step = SIDE_LISTS()
      .split(';')
      .find((statement) => statement.includes(`INTO ${table} `));
    db.exec(step ?? '');
    expect(rows()).toEqual(since);
  }
  db.close();
  await rm(folder, { recursive: true });
});
