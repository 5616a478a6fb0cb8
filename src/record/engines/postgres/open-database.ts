// Opens the record's schema in PostgreSQL, makes it or brings it up to date, and says what is wrong with it.
import pg from 'pg';
import { Fault } from '../../../model/fault.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../schema/migrations.ts';
import type { Address } from './address.ts';
import { faultOf } from './faults.ts';
import { translate, WORDS } from './words.ts';

/** Connections that queries share. */
const CONNECTIONS = 8;

/** How long to wait for a server that does not answer, in milliseconds. */
const PATIENCE = 10_000;

/** Numbers that the driver gives as text since they might not fit: counts (int8) and their sums (numeric) do here. */
const NUMBERS: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

export function connect({ url, schema }: Address, readOnly: boolean): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    options: `-c search_path=${schema} -c default_transaction_read_only=${readOnly ? 'on' : 'off'}`,
    types: {
      getTypeParser: (type, format) => (NUMBERS.has(type) ? Number : pg.types.getTypeParser(type, format as 'text')),
    },
  });
  // A connection that breaks while nobody uses it is no fault: the next query gets a new one.
  pool.on('error', () => undefined);
  // One that breaks between two queries of a transaction tells nobody but itself; the next query fails then.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/**
 * @throws Fault `record-unreachable`, `record-missing` (read-only and not there), `record-foreign` (not made by this
 * program), `record-newer` (made by a newer one), `record-older` (read-only and made by an older one),
 * `record-unwritable` (cannot be made or changed)
 */
export async function openDatabase(address: Address, readOnly: boolean): Promise<pg.Pool> {
  const pool = connect(address, readOnly);
  try {
    const client = await pool.connect();
    try {
      if (readOnly) checkVersion(await versionIn(client, address), address.place);
      else await migrate(client, address);
    } finally {
      client.release();
    }
    return pool;
  } catch (error) {
    await pool.end();
    throw faultOf(error, address.place);
  }
}

/** For a record that is only read. */
function checkVersion(found: number | null, path: string): void {
  if (found === null) throw new Fault('record-missing', { path });
  if (found < SCHEMA_VERSION) throw new Fault('record-older', { path, found, known: SCHEMA_VERSION });
}

/** Null where there is no record. */
async function versionIn(client: pg.PoolClient, { schema, place: path }: Address): Promise<number | null> {
  const tables = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relkind IN ('r', 'v', 'm', 'p')`,
    [schema],
  );
  if (tables.rows.length === 0) return null;
  if (!tables.rows.some(({ name }) => name === 'rapporteur_schema')) {
    throw new Fault('record-foreign', { path, reason: `its schema "${schema}" holds tables of another program` });
  }
  const { rows } = await client.query<{ version: number }>('SELECT version FROM rapporteur_schema');
  const found = rows[0]?.version ?? 0;
  if (found > SCHEMA_VERSION) throw new Fault('record-newer', { path, found, known: SCHEMA_VERSION });
  return found;
}

async function migrate(client: pg.PoolClient, address: Address): Promise<void> {
  const { schema } = address;
  // Without the lock, which a writer may hold for minutes: a record that is up to date stays so.
  if ((await versionIn(client, address)) === SCHEMA_VERSION) return;
  await client.query('BEGIN');
  try {
    // Two programs that make one record at the same time: the second finds it made.
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [lockName(schema)]);
    const version = await versionIn(client, address);
    if (version === null) {
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      await client.query('CREATE TABLE rapporteur_schema (version INTEGER NOT NULL)');
      await client.query('INSERT INTO rapporteur_schema VALUES (0)');
    }
    for (const step of MIGRATIONS.filter((step) => step.version > (version ?? 0))) {
      await client.query(translate(step.sql(WORDS)));
      await client.query('UPDATE rapporteur_schema SET version = $1', [step.version]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** Names the lock that writers of a record hold, one at a time. */
export const lockName = (schema: string): string => `rapporteur record ${schema}`;
