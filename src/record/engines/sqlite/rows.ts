// Writes rows through prepared statements, one a table and set of columns.
import type { Database, Statement } from 'better-sqlite3';
import type { Writing } from '../engine.ts';

export function rowWriter(connection: Database): Pick<Writing, 'insert' | 'update' | 'index' | 'analyze'> {
  const prepared = new Map<string, Statement>();
  const prepare = (text: string) => {
    const statement = prepared.get(text) ?? connection.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  const insert = (table: string, rows: readonly object[]) => {
    const columns = Object.keys(rows[0] ?? {});
    if (columns.length === 0) return;
    const places = columns.map(() => '?').join(', ');
    const statement = prepare(`INSERT INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${places})`);
    for (const row of rows) statement.run(valuesOf(row, columns));
  };
  return {
    insert: async (table, rows) => insert(table, rows),
    // Its plans are made by the order of joins and by indexes alone.
    analyze: async () => undefined,
    index: async (sentences) => insert('sentence_text', sentences),
    async update(table, rows) {
      const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'key');
      if (columns.length === 0) return;
      const changes = columns.map((column) => `${quoted(column)} = ?`).join(', ');
      const statement = prepare(`UPDATE ${table} SET ${changes} WHERE key = ?`);
      for (const row of rows) statement.run(valuesOf(row, [...columns, 'key']));
    },
  };
}

const quoted = (column: string): string => `"${column}"`;

function valuesOf(row: object, columns: readonly string[]): readonly unknown[] {
  const values: unknown[] = [];
  for (const column of columns) values.push((row as Readonly<Record<string, unknown>>)[column]);
  return values;
}
