// What every engine must do for the record beside queries: know its own, come up to date whole, hold one state, keep order.
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openRecord } from '../record.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../schema/migrations.ts';
import { tell } from '../testing/build.ts';
import { ENGINES, type Place } from '../testing/engines.ts';
import { MEETING, REFUSAL, RETOLD, SAMPLES, UNDATED } from '../testing/samples.ts';
import { openEngine } from './open-engine.ts';

/** Runs SQL on a record past the program, as an administrator could. */
const RAW: Readonly<Record<string, (place: string, statements: string) => Promise<void>>> = {
  async SQLite(place, statements) {
    const db = new Sqlite(place);
    db.exec(statements);
    db.close();
  },
  async PostgreSQL(place, statements) {
    const [url, schema] = place.split('&schema=');
    const client = new pg.Client({ connectionString: url as string });
    await client.connect();
    await client.query(`SET client_min_messages = warning; SET search_path = ${schema}; ${statements}`);
    await client.end();
  },
};
const VERSION: Readonly<Record<string, (version: number) => string>> = {
  SQLite: (version) => `PRAGMA user_version = ${version}`,
  PostgreSQL: (version) => `UPDATE rapporteur_schema SET version = ${version}`,
};

describe.each(ENGINES)('$engine', ({ engine, newPlace }) => {
  let here: Place;
  const raw = (statements: string) => RAW[engine]?.(here.place, statements);
  const setVersion = (version: number) => raw(VERSION[engine]?.(version) ?? '');
  const opened = async (readOnly = false) => {
    const record = await openRecord(here.place, { readOnly });
    await record.close();
  };

  beforeEach(async () => {
    here = await newPlace();
  });
  afterEach(() => here.clear());

  it('says that there is no record to read', async () => {
    await expect(opened(true)).rejects.toMatchObject({ code: 'record-missing' });
  });

  it('leaves the record of a newer version alone', async () => {
    await opened();
    await setVersion(SCHEMA_VERSION + 1);
    const fault = { code: 'record-newer', values: { found: SCHEMA_VERSION + 1, known: SCHEMA_VERSION } };
    await expect(opened()).rejects.toMatchObject(fault);
    await expect(opened(true)).rejects.toMatchObject(fault);
  });

  it('leaves the tables of another program alone', async () => {
    if (engine === 'PostgreSQL') await raw(`CREATE SCHEMA ${here.place.split('&schema=')[1]}`);
    await raw('CREATE TABLE bookmarks (address TEXT)');
    await expect(opened()).rejects.toMatchObject({ code: 'record-foreign' });
    await expect(opened(true)).rejects.toMatchObject({ code: 'record-foreign' });
  });

  it('keeps a record whole when a step to a newer schema breaks off, and takes the step when it can', async () => {
    const record = await openRecord(here.place);
    for (const told of SAMPLES) await tell(record, told);
    const before = await record.timeline();
    await record.close();
    // As the version before the last left it, with a table in the way of the last step.
    await raw(`DROP TABLE pair_periods; DROP TABLE stale_periods; DROP INDEX items_period; DROP INDEX document_entities_part;
      DROP INDEX entities_part; ALTER TABLE entities DROP COLUMN folded; ALTER TABLE document_entities DROP COLUMN mentions;
      CREATE TABLE stale_periods (in_the_way TEXT)`);
    await setVersion(2);
    await expect(opened()).rejects.toThrow();
    await expect(opened(true)).rejects.toThrow();
    await raw('SELECT text FROM documents; DROP TABLE stale_periods');
    const again = await openRecord(here.place, { readOnly: true });
    expect(await again.timeline()).toEqual(before);
    expect((await again.entities({ name: 'kari' })).total).toBe(1);
    expect((await again.network()).edges.length).toBeGreaterThan(0);
    await again.close();
    expect(MIGRATIONS).toHaveLength(SCHEMA_VERSION);
  });

  it('has views for people who open it in SQL, and a journal that is only ever added to', async () => {
    const record = await openRecord(here.place);
    for (const told of SAMPLES) await tell(record, told);
    await record.close();
    const { db, close } = await openEngine(here.place, false);
    const { rows } = await sql<{
      mode: string | null;
      contexts: string;
    }>`SELECT * FROM events WHERE type = 'REJECT'`.execute(db);
    expect(rows).toMatchObject([{ trigger: 'rejected', contexts: '["natural_resource"]', document: 'refusal' }]);
    expect((await sql`SELECT * FROM statements`.execute(db)).rows).toHaveLength(2);
    expect(
      (await sql`SELECT DISTINCT entity FROM participants WHERE name = 'Kari Berg'`.execute(db)).rows,
    ).toHaveLength(1);
    await db
      .insertInto('reviews')
      .values({ content_key: 'event:1', who: 'me', when: '2020-01-01', what: 'accepted' } as never)
      .execute();
    await expect(db.updateTable('reviews').set({ who: 'you' }).execute()).rejects.toThrow('append-only');
    await expect(db.deleteFrom('reviews').execute()).rejects.toThrow('append-only');
    await close();
  });

  it('shows one state while a long answer is read, and the new one afterwards', async () => {
    const writer = await openRecord(here.place);
    await tell(writer, MEETING);
    await writer.settle();
    const reader = await openRecord(here.place, { readOnly: true });
    const count = async () => (await reader.summary()).documents;
    await reader.steadily(async () => {
      expect(await count()).toBe(1);
      await tell(writer, REFUSAL);
      await writer.settle();
      expect(await count()).toBe(1);
    });
    expect(await count()).toBe(2);
    await Promise.all([reader.close(), writer.close()]);
  });

  it('lets several writers add to one record at the same time', async () => {
    const records = await Promise.all([1, 2, 3].map(() => openRecord(here.place)));
    await Promise.all(
      [MEETING, RETOLD, UNDATED].map(async (told, n) => {
        await tell(records[n] as (typeof records)[number], told);
        await records[n]?.settle();
      }),
    );
    await Promise.all(records.map((record) => record.close()));
    const reader = await openRecord(here.place, { readOnly: true });
    expect((await reader.summary()).documents).toBe(3);
    expect((await reader.events({ types: ['CONSULT'] })).items[0]?.evidence).toHaveLength(2);
    await reader.close();
  });

  it('keeps signs that are hard to write down, with every offset in its place', async () => {
    const text = 'Norway met\tSweden\\N in "Bergen"\u0000 \ud83e\udd1d\ud800 Ünïcode \u2028 line. Norway paid.';
    const record = await openRecord(here.place);
    const states = [
      { kind: 'state', name: 'Norway', code: 'NOR' },
      { kind: 'state', name: 'Sweden', code: 'SWE' },
    ] as const;
    await tell(record, {
      id: 'signs\n\t"\\',
      text,
      entities: states,
      events: [{ type: 'CONSULT', trigger: 'met', actor: ['Norway', 'Sweden'], time: '2015-02-03' }],
    });
    const view = await record.document('signs\n\t"\\');
    expect(view?.text).toHaveLength(text.length);
    const kept = text
      .replace('\u0000', view?.text.includes('\u0000') ? '\u0000' : '\ufffd')
      .replace(/\ud800/u, '\ufffd');
    expect(view?.text).toBe(kept);
    expect(view?.events[0]?.evidence[0]?.quote).toBe(kept.slice(0, kept.indexOf('.') + 1));
    const { items } = await record.search('unicode');
    expect(items[0]?.matches.map((span) => kept.slice(...span))).toEqual(['Ünïcode']);
    await record.close();
  });
});

describe('addresses', () => {
  it.each([
    ['postgres://me:secret@nowhere.invalid/db', 'record-unreachable'],
    ['postgres://me:secret@127.0.0.1:1/db', 'record-unreachable'],
    ['postgres://me:secret@127.0.0.1', 'record-address'],
    ['postgres://me:secret@127.0.0.1/db?schema=Drop%20Table', 'record-address'],
  ])('%s: a fault in one line that keeps the password', async (place, code) => {
    const fault = await openRecord(place).then(
      () => null,
      (error: unknown) => error,
    );
    expect(fault).toMatchObject({ name: 'Fault', code });
    expect(String(fault)).not.toContain('secret');
    expect(String(fault)).not.toContain('\n');
  });

  it('are told from paths', async () => {
    const postgres = inject('postgres');
    if ('missing' in postgres) throw new Error(postgres.missing);
    const missing = postgres.address.replace('/postgres?', '/no_such_database?');
    await expect(openRecord(missing)).rejects.toMatchObject({ code: 'record-unreachable' });
    expect(existsSync(missing)).toBe(false);
  });
});
