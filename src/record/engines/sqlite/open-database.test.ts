// What may be wrong with a record's file, and that a kill in the middle of writing leaves it whole.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupRecord } from '../../backup.ts';
import { openRecord } from '../../record.ts';
import { SCHEMA_VERSION } from '../../schema/migrations.ts';
import { tell } from '../../testing/build.ts';
import { asFirstSchema } from '../../testing/first-schema.ts';
import { generated } from '../../testing/generate.ts';
import { SAMPLES } from '../../testing/samples.ts';
import { APPLICATION_ID, openDatabase } from './open-database.ts';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const faultOf = (path: string, readOnly = false): unknown => {
  try {
    openDatabase(path, readOnly).close();
    return null;
  } catch (error) {
    return error;
  }
};

describe('opening', () => {
  it('makes a record, with its folder, that says what it is', () => {
    const db = openDatabase(at('new', 'folder', 'record.db'), false);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('mmap_size', { simple: true }) ?? 0).toBe(0);
    db.close();
    expect(faultOf(at('new', 'folder', 'record.db'))).toBeNull();
  });

  it('says that there is none to read', () => {
    expect(faultOf(at('none.db'), true)).toMatchObject({ name: 'Fault', code: 'record-missing' });
  });

  it('does not touch the database of another program', () => {
    const other = new Sqlite(at('other.db'));
    other.exec('CREATE TABLE bookmarks (address TEXT)');
    other.close();
    expect(faultOf(at('other.db'))).toMatchObject({ code: 'record-foreign' });
    expect(faultOf(at('other.db'), true)).toMatchObject({ code: 'record-foreign' });
    const again = new Sqlite(at('other.db'));
    expect(again.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['bookmarks']);
    again.close();
  });

  it.each([
    'a page of text that is no database at all, and long enough to hold a header of SQLite, a hundred bytes.',
    'short',
  ])('knows %j for no record', (content) => {
    writeFileSync(at('notes.txt'), content);
    expect(faultOf(at('notes.txt'))).toMatchObject({ code: 'record-foreign' });
  });

  it('leaves the record of a newer version alone', () => {
    const db = openDatabase(at('record.db'), false);
    db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    db.close();
    const fault = { code: 'record-newer', values: { found: SCHEMA_VERSION + 1, known: SCHEMA_VERSION } };
    expect(faultOf(at('record.db'))).toMatchObject(fault);
    expect(faultOf(at('record.db'), true)).toMatchObject(fault);
  });

  it('says that a place cannot be written', () => {
    writeFileSync(at('file'), '');
    mkdirSync(at('folder'));
    expect(faultOf(at('file', 'record.db'))).toMatchObject({ code: 'record-unwritable' });
    expect(faultOf(at('folder'))).toMatchObject({ code: 'record-folder' });
  });
});

describe('a record of the first schema', () => {
  /** What the first version would have made of the samples: its tables, filled from a record of today. */
  async function firstSchema(): Promise<string> {
    const record = await openRecord(at('today.db'));
    for (const told of SAMPLES) await tell(record, told);
    await record.close();
    asFirstSchema(at('today.db'), at('first.db'));
    return at('first.db');
  }

  it('comes up to date when it is opened, to read or to write, with all that is in it', async () => {
    const reader = await openRecord(await firstSchema(), { readOnly: true });
    const today = await openRecord(at('today.db'), { readOnly: true });
    for (const ask of [
      'summary',
      'timeline',
      'events',
      'entities',
      'documents',
      'network',
      'sources',
      'people',
    ] as const) {
      expect(await reader[ask]()).toEqual(await today[ask]());
    }
    expect(await reader.document('meeting')).toEqual(await today.document('meeting'));
    expect(await reader.search('norw*')).toEqual(await today.search('norw*'));
    await Promise.all([reader.close(), today.close()]);
  });

  it('is refused where it can only be read', async () => {
    const path = await firstSchema();
    expect(faultOf(path, true)).toMatchObject({ code: 'record-older', values: { found: 1, known: SCHEMA_VERSION } });
  });

  it('can be copied as it is, before anything brings it up to date', async () => {
    const path = await firstSchema();
    const shares: number[] = [];
    await backupRecord(path, at('copy.db'), (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
    const copy = new Sqlite(at('copy.db'), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(1);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
    await expect(backupRecord(path, at('copy.db'))).rejects.toMatchObject({ code: 'file-unwritable' });
    await expect(backupRecord(at('none.db'), at('copy2.db'))).rejects.toMatchObject({ code: 'record-missing' });
    await expect(backupRecord('postgres://me:secret@there/db', 'x')).rejects.toThrow(/pg_dump --schema=rapporteur/);
    expect(existsSync(at('copy2.db'))).toBe(false);
  });
});

describe('the file', () => {
  it('has views for people who open it in SQL', async () => {
    const record = await openRecord(at('record.db'));
    for (const told of SAMPLES) await tell(record, told);
    await record.settle();
    const db = new Sqlite(record.path, { readonly: true });
    const rows = db.prepare('SELECT type, trigger, words, told_in = id AS leads FROM events ORDER BY time_value').all();
    expect(rows).toContainEqual({
      type: 'CONSULT',
      trigger: 'met',
      words: 'Norway met Sweden in Bergen on 3 May.',
      leads: 1,
    });
    expect(rows).toContainEqual(expect.objectContaining({ type: 'CONSULT', trigger: 'talks', leads: 0 }));
    expect(db.prepare('SELECT count(*) FROM statements').pluck().get()).toBe(2);
    expect(db.prepare(`SELECT count(DISTINCT entity) FROM participants WHERE name = 'Kari Berg'`).pluck().get()).toBe(
      1,
    );
    db.close();
    await record.close();
  });
});

describe('the journal of reviews', () => {
  it('is only ever added to', () => {
    const db = openDatabase(':memory:', false);
    db.exec(`INSERT INTO reviews (content_key, who, "when", what) VALUES ('event:1', 'me', '2020-01-01', 'accepted')`);
    expect(() => db.exec(`UPDATE reviews SET who = 'you'`)).toThrow('append-only');
    expect(() => db.exec('DELETE FROM reviews')).toThrow('append-only');
    db.close();
  });
});

describe('a run that is killed', () => {
  it('leaves whole documents, and the next reader merges them', async () => {
    const path = at('record.db');
    const script = `
      import Sqlite from 'better-sqlite3';
      const db = new Sqlite(${JSON.stringify(path)});
      db.exec('BEGIN IMMEDIATE');
      db.exec("UPDATE documents SET text = ''; DELETE FROM items; DELETE FROM sentence_text");
      process.stdout.write('ready');
      setInterval(() => {}, 1000);`;
    const record = await openRecord(path);
    for (let n = 0; n < 60; n += 1) await tell(record, generated(n));
    // The first fifty are written now, the others wait.
    await new Promise<void>((done) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: process.cwd() });
      child.stdout.once('data', () => child.kill('SIGKILL'));
      child.once('exit', () => done());
    });
    const reader = await openRecord(path, { readOnly: true });
    const { documents, counts } = await reader.summary();
    expect(documents).toBe(50);
    expect(counts.statement).toBe(500);
    expect((await reader.search('ferry')).total + (await reader.search('cable')).total).toBeGreaterThan(0);
    expect((await reader.entities({ kinds: ['state'], limit: 1 })).items[0]?.documents).toBeGreaterThan(1);
    await reader.close();
    await record.close();
  });
});
