// What every engine must do for the record beside queries: know its own, come up to date whole, hold one state, keep order.
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { openRecord } from '../record.ts';
import { FIRST } from '../schema/001-first.ts';
import { SCHEMA_VERSION } from '../schema/migrations.ts';
import { tell } from '../testing/build.ts';
import { ENGINES, type Place } from '../testing/engines.ts';
import { MEETING, REFUSAL, RETOLD, SAMPLES, UNDATED } from '../testing/samples.ts';
import { openEngine } from './open-engine.ts';
import { WORDS as POSTGRES, translate } from './postgres/words.ts';
import { APPLICATION_ID } from './sqlite/open-database.ts';
import { WORDS as SQLITE } from './sqlite/words.ts';

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

/** An empty record of the first schema. */
const FIRST_SCHEMA: Readonly<Record<string, (schema: string) => string>> = {
  SQLite: () => `${FIRST(SQLITE)}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1`,
  PostgreSQL: (schema) => `CREATE SCHEMA ${schema}; ${translate(FIRST(POSTGRES))};
    CREATE TABLE rapporteur_schema (version INTEGER NOT NULL); INSERT INTO rapporteur_schema VALUES (1)`,
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

  it('keeps a record whole when a step to a newer schema breaks off, and takes all steps when it can', async () => {
    await raw(`${FIRST_SCHEMA[engine]?.(here.place.split('&schema=')[1] ?? '')};
      INSERT INTO documents (key, id, public_id, path, source_hash, text_hash, reader_version, text, published_basis)
        VALUES (1, 'a', 'a', 'a.txt', 'h', 't', '1', 'Norway met Sweden.', 'unknown');
      CREATE TABLE pair_periods (in_the_way TEXT)`);
    await expect(opened()).rejects.toThrow('pair_periods');
    await expect(opened(true)).rejects.toThrow('pair_periods');
    // The step before the one that broke off is taken back, too.
    await expect(raw('SELECT * FROM entity_sides')).rejects.toThrow('entity_sides');
    await raw('DROP TABLE pair_periods');
    const onUpgrade = vi.fn();
    const reader = await openRecord(here.place, { readOnly: true, onUpgrade });
    expect((await reader.document('a'))?.text).toBe('Norway met Sweden.');
    await reader.close();
    await (await openRecord(here.place, { readOnly: true, onUpgrade })).close();
    expect(onUpgrade).toHaveBeenCalledTimes(1);
    const { db, close } = await openEngine(here.place, true);
    expect(await db.selectFrom('pair_periods').selectAll().execute()).toEqual([]);
    await close();
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

  it('opens for a reader at once while a writer merges', async () => {
    const first = await openRecord(here.place);
    await tell(first, MEETING);
    await first.settle();
    const writer = await openEngine(here.place, false);
    await sql`INSERT INTO stale_blocks VALUES ('CONSULT|2012')`.execute(writer.db);
    let release = () => {};
    const merging = writer.write(
      () =>
        new Promise<void>((done) => {
          release = done;
        }),
    );
    const reader = await openRecord(here.place, { readOnly: true });
    expect((await reader.events()).total).toBe(1);
    release();
    await merging;
    await Promise.all([reader.close(), writer.close(), first.close()]);
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
