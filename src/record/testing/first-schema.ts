// What the first version of the program would have made of a record: for tests of the upgrade.
import Sqlite from 'better-sqlite3';
import { APPLICATION_ID } from '../engines/sqlite/open-database.ts';
import { WORDS } from '../engines/sqlite/words.ts';
import { FIRST } from '../schema/001-first.ts';

/** Writes a record of schema 1, filled from a record of today's. */
export function asFirstSchema(today: string, path: string): void {
  const db = new Sqlite(path);
  db.exec(FIRST(WORDS));
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma('user_version = 1');
  db.exec(`ATTACH '${today}' AS today`);
  const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sentence_text_*'`);
  for (const table of tables.pluck().all() as string[]) {
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
    const names = [...(table === 'sentence_text' ? ['rowid'] : []), ...columns.map((name) => `"${name}"`)].join();
    db.exec(`INSERT INTO ${table} (${names}) SELECT ${names} FROM today.${table}`);
  }
  db.close();
}
