// Places for records on every engine, for tests that all of them must pass.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

export interface Place {
  /** What `openRecord` takes. */
  readonly place: string;
  /** Takes the record away; it must be closed. */
  clear(): Promise<void>;
}

export const ENGINES: readonly { readonly engine: string; readonly newPlace: () => Promise<Place> }[] = [
  { engine: 'SQLite', newPlace: newFile },
  { engine: 'PostgreSQL', newPlace: newSchema },
];

async function newFile(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  return { place: join(folder, 'record.db'), clear: async () => rmSync(folder, { recursive: true }) };
}

/** A schema of its own in the run's database. Fails, with the cure, where the run has no PostgreSQL. */
export async function newSchema(): Promise<Place> {
  const postgres = inject('postgres');
  if ('missing' in postgres) throw new Error(postgres.missing);
  const schema = `test_${randomBytes(6).toString('hex')}`;
  return {
    place: `${postgres.address}&schema=${schema}`,
    async clear() {
      const client = new pg.Client({ connectionString: postgres.address });
      await client.connect();
      await client.query('SET client_min_messages = warning');
      await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
      await client.end();
    },
  };
}
