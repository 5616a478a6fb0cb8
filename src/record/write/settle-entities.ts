// Brings the record's entities up to date with what the documents say: merges, names, counts.
import type { Database } from 'better-sqlite3';
import { type Identity, resolve } from '../identity/resolve.ts';

/** Resolves all identities anew where a document brought or took one, and recounts what changed. */
export function settleEntities(db: Database): void {
  const stale = db.prepare('SELECT entity FROM stale_entities').pluck().all() as number[];
  if (stale.length === 0) return;
  dropOrphans(db, stale);
  const touched = new Set(stale);
  const before = new Map(db.prepare('SELECT key, entity FROM entities').raw().all() as [number, number][]);
  const after = resolve(loadIdentities(db));
  const move = db.prepare('UPDATE entities SET entity = ? WHERE key = ?');
  const markBlocks = db.prepare(
    `INSERT OR IGNORE INTO stale_blocks SELECT i.block FROM roles r JOIN items i ON i.key = r.item
     WHERE r.entity = @key AND i.block IS NOT NULL
     UNION SELECT i.block FROM named_parties p JOIN items i ON i.document = p.document
     WHERE p.entity = @key AND i.block IS NOT NULL`,
  );
  for (const [key, entity] of after) {
    const was = before.get(key);
    if (was === entity) continue;
    move.run(entity, key);
    markBlocks.run({ key });
    touched.add(key);
    if (was !== undefined) touched.add(was);
  }
  const roots = new Set([...touched].map((key) => after.get(key) ?? key).filter((key) => after.has(key)));
  recount(db, roots);
  db.exec('DELETE FROM stale_entities');
}

/** Entities that no document speaks of any more. */
function dropOrphans(db: Database, stale: readonly number[]): void {
  const spoken = db.prepare('SELECT 1 FROM document_entities WHERE entity = ? OR part_of = ? LIMIT 1');
  const free = db.prepare('UPDATE entities SET entity = key WHERE entity = ?');
  const unlink = db.prepare('UPDATE entities SET part_of = NULL WHERE part_of = ?');
  const drop = db.prepare('DELETE FROM entities WHERE key = ?');
  for (const key of stale) {
    if (spoken.get(key, key)) continue;
    for (const statement of [free, unlink, drop]) statement.run(key);
  }
}

function loadIdentities(db: Database): readonly Identity[] {
  const loaded = db.prepare('SELECT key, kind, identity FROM entities').all() as Pick<
    Identity,
    'key' | 'kind' | 'identity'
  >[];
  const identities = new Map(
    loaded.map((row) => [
      row.key,
      { ...row, titles: [] as string[], names: [] as string[], owners: new Set<string>(), offices: new Set<string>() },
    ]),
  );
  const said = db.prepare('SELECT DISTINCT entity, name, owner, offices FROM document_entities').raw();
  for (const [key, name, owner, offices] of said.iterate() as IterableIterator<[number, string, string, string]>) {
    const identity = identities.get(key);
    identity?.titles.push(name);
    if (owner) identity?.owners.add(owner);
    for (const office of JSON.parse(offices) as string[]) identity?.offices.add(office.toLowerCase());
  }
  const named = db.prepare('SELECT DISTINCT entity, name FROM entity_names').raw();
  for (const [key, name] of named.iterate() as IterableIterator<[number, string]>)
    identities.get(key)?.names.push(name);
  return [...identities.values()];
}

/** Name, code, owner, offices and counts of merged entities, as most documents have them. */
function recount(db: Database, roots: ReadonlySet<number>): void {
  const said = db.prepare(
    `SELECT d.name, d.code, p.entity AS part_of, q.id AS part_id, d.offices, d.document
     FROM entities e JOIN document_entities d ON d.entity = e.key
     LEFT JOIN entities p ON p.key = d.part_of LEFT JOIN entities q ON q.key = p.entity WHERE e.entity = ?`,
  );
  const names = db.prepare(
    `SELECT n.name, sum(n.times) AS times FROM entities e JOIN entity_names n ON n.entity = e.key
     WHERE e.entity = ? GROUP BY n.name ORDER BY times DESC, n.name LIMIT 50`,
  );
  const mentions = db
    .prepare(
      `SELECT count(*) FROM entities e JOIN document_entities d ON d.entity = e.key
       JOIN mentions m ON m.document = d.document AND m.n = d.n WHERE e.entity = ?`,
    )
    .pluck();
  const update = db.prepare(
    `UPDATE entities SET name = @name, code = @code, part_of = @part_of, offices = @offices, names = @names,
     documents = @documents, mentions = @mentions WHERE key = @key`,
  );
  for (const key of roots) {
    const rows = said.all(key) as Said[];
    if (rows.length === 0) continue;
    const owner = mostFrequent(rows.flatMap(({ part_id }) => part_id ?? []));
    update.run({
      key,
      name: mostFrequent(rows.map(({ name }) => name)),
      code: mostFrequent(rows.flatMap(({ code }) => code ?? [])),
      part_of:
        rows.find(({ part_id, part_of }) => part_id !== null && part_id === owner && part_of !== key)?.part_of ?? null,
      offices: JSON.stringify(byFrequency(rows.flatMap(({ offices }) => JSON.parse(offices) as string[]))),
      names: JSON.stringify((names.all(key) as { name: string }[]).map(({ name }) => name)),
      documents: new Set(rows.map(({ document }) => document)).size,
      mentions: mentions.get(key),
    });
  }
}

interface Said {
  readonly name: string;
  readonly code: string | null;
  readonly part_of: number | null;
  readonly part_id: string | null;
  readonly offices: string;
  readonly document: number;
}

/** Most frequent first; the longer, then the alphabetically first, of equally frequent ones. */
function byFrequency(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1)).map(([value]) => value);
}

const mostFrequent = (values: readonly string[]): string | null => byFrequency(values)[0] ?? null;
