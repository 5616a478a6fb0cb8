// The record in a schema of a PostgreSQL database, through pg, for a team or several workers.
import {
  type ControlledTransaction,
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  replaceWithNoncontingentExpression,
} from 'kysely';
import type pg from 'pg';
import { Fault } from '../../../model/fault.ts';
import type { Tables } from '../../schema/tables.ts';
import type { Engine } from '../engine.ts';
import { addressOf } from './address.ts';
import { faultOf } from './faults.ts';
import { lockName, openDatabase } from './open-database.ts';
import { rowWriter } from './rows.ts';

/** @throws Fault as `openDatabase`, and `record-address` */
export async function openPostgres(given: string, readOnly: boolean): Promise<Engine> {
  const address = addressOf(given);
  const { place, schema } = address;
  const pool = await openDatabase(address, readOnly);
  const all = queriesOn(pool);
  let held: ControlledTransaction<Tables> | null = null;
  return {
    place,
    readOnly,
    get db() {
      return held ?? all;
    },
    async write(work, patient = true) {
      const client = await pool.connect().catch((error: unknown) => {
        throw faultOf(error, place);
      });
      let broken = false;
      try {
        await client.query('BEGIN');
        await lock(client, schema, patient);
        const result = await work({ db: queriesOn(onlyOne(client)), ...rowWriter(client) });
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {
          broken = true;
        });
        throw faultOf(error, place);
      } finally {
        client.release(broken);
      }
    },
    async hold() {
      held = await all.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute();
    },
    async release() {
      const ending = held;
      held = null;
      await ending?.commit().execute();
    },
    state: () => null,
    close: () => all.destroy(),
  };
}

/** Held to the end of the transaction. */
async function lock(client: pg.PoolClient, schema: string, patient: boolean): Promise<void> {
  const name = [lockName(schema)];
  if (patient) await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', name);
  else {
    const { rows } = await client.query('SELECT pg_try_advisory_xact_lock(hashtext($1)) AS taken', name);
    if (rows[0]?.taken !== true)
      throw new Fault('record-unwritable', { path: schema, reason: 'another program writes' });
  }
}

type KyselyPool = ConstructorParameters<typeof PostgresDialect>[0]['pool'];

function queriesOn(pool: KyselyPool): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
}

/** A pool of the one connection that a transaction runs on. */
function onlyOne(client: pg.PoolClient): KyselyPool {
  const borrowed = { query: client.query.bind(client), release: () => undefined };
  return { connect: async () => borrowed as never, end: async () => undefined };
}
