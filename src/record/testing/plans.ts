// How SQLite finds what is asked of a record: the steps of its plan for each statement.
import Database from 'better-sqlite3';

export interface Planned {
  readonly sql: string;
  /** As EXPLAIN QUERY PLAN tells them. */
  readonly steps: readonly string[];
}

/**
 * The plans of all statements that some work on an open record makes ready.
 * @param path of the record
 */
export async function plansOf(path: string, work: () => Promise<unknown>): Promise<readonly Planned[]> {
  const made = new Set<string>();
  const { prepare } = Database.prototype;
  Database.prototype.prepare = function (sql: string) {
    made.add(sql);
    return prepare.call(this, sql) as never;
  };
  try {
    await work();
  } finally {
    Database.prototype.prepare = prepare;
  }
  const db = new Database(path, { readonly: true });
  try {
    return [...made].map((sql) => {
      const parameters = Array.from({ length: sql.split('?').length - 1 }, () => 1);
      const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
      return { sql, steps: rows.map(({ detail }) => detail) };
    });
  } finally {
    db.close();
  }
}

/** Tables that grow with the documents. */
const LARGE =
  /\b(items|documents|sentences|mentions|roles|listed|tellings|ties|doubts|item_counts|pair_periods|entities|document_entities|document_sources|sketches)\b"?(?:\s+(?:AS\s+)?"?(\w+)"?)?/giu;

/** A step that goes through a table from end to end, or through all that lies beyond a bound. */
const WALK = /^(?:SCAN (\w+)|SEARCH (\w+) .*\(\w+[<>]\?)/u;

/** Large tables that a statement goes through. */
export function walkedBy({ sql, steps }: Planned): readonly string[] {
  const named = new Map<string, string>();
  for (const [, table = '', alias] of sql.matchAll(LARGE)) {
    named.set(table, table);
    if (alias) named.set(alias, table);
  }
  return steps.flatMap((step) => {
    const [, scanned, sought] = WALK.exec(step) ?? [];
    return named.get(scanned ?? sought ?? '') ?? [];
  });
}
