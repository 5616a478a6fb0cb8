// Writes rows through COPY, and changes them from a list in JSON, which PostgreSQL reads into the table's own types.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Writing } from '../engine.ts';
import { vectorOf } from './full-text.ts';

/** Rows of COPY's text that go over the wire together. */
const PIECE = 500;

export function rowWriter(client: pg.PoolClient): Pick<Writing, 'insert' | 'update' | 'index' | 'analyze'> {
  const insert = async (table: string, rows: readonly object[]) => {
    const columns = Object.keys(rows[0] ?? {});
    if (columns.length === 0) return;
    const stream = client.query(from(`COPY ${table} (${columns.map(quoted).join(', ')}) FROM STDIN`));
    await pipeline(Readable.from(lines(rows, columns)), stream);
  };
  return {
    insert,
    async analyze(...tables) {
      if (tables.length > 0) await client.query(`ANALYZE ${tables.join(', ')}`);
    },
    index: (sentences) =>
      insert(
        'sentence_text',
        sentences.map((sentence) => ({ ...sentence, words: vectorOf(sentence.text) })),
      ),
    async update(table, rows) {
      const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'key');
      if (columns.length === 0) return;
      const changes = columns.map((column) => `${quoted(column)} = new.${quoted(column)}`).join(', ');
      await client.query(
        `UPDATE ${table} SET ${changes} FROM json_populate_recordset(NULL::${table}, $1) AS new WHERE ${table}.key = new.key`,
        [acceptable(JSON.stringify(rows))],
      );
    },
  };
}

function* lines(rows: readonly object[], columns: readonly string[]): Generator<string> {
  for (let at = 0; at < rows.length; at += PIECE) {
    let text = '';
    for (const row of rows.slice(at, at + PIECE)) text += lineOf(row as Readonly<Record<string, unknown>>, columns);
    yield text;
  }
}

function lineOf(row: Readonly<Record<string, unknown>>, columns: readonly string[]): string {
  let line = '';
  for (const [n, column] of columns.entries()) line += (n ? '\t' : '') + cellOf(row[column]);
  return `${line}\n`;
}

/** PostgreSQL keeps no NUL in a text: this stands in its place, of the same length. */
const FOR_NUL = '\uFFFD';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': FOR_NUL,
};

/** A value in COPY's text format. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value !== 'string') return String(value);
  return value.replace(/[\\\n\r\t\0]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** PostgreSQL's JSON refuses NUL and halves of surrogate pairs, which `JSON.stringify` writes as escapes. */
const acceptable = (json: string): string =>
  json.replace(/\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/g, (sign) => (sign === '\\\\' ? sign : FOR_NUL));

const quoted = (column: string): string => `"${column}"`;
