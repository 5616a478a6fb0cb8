// Makes a record several times as large, by copies of its documents that lie whole months later: faster than reading
// them in, and of the same shape, since no copy tells what another does. The record must be settled afterwards.
// node benchmarks/record/multiply.mjs RECORD TIMES
import Sqlite from 'better-sqlite3';

const [path, times] = process.argv.slice(2);
const db = new Sqlite(path);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = OFF');
db.pragma('cache_size = -512000');
db.pragma('foreign_keys = OFF');

const columnsOf = (table) =>
  db
    .prepare(`SELECT name FROM pragma_table_info('${table}')`)
    .pluck()
    .all()
    .map((name) => `"${name}"`);
const largest = (table) => db.prepare(`SELECT max(key) FROM ${table}`).pluck().get();
const steps = { document: largest('documents'), sentence: largest('sentences'), item: largest('items') };

for (let copy = 1; copy < Number(times); copy += 1) {
  const [document, sentence, item] = Object.values(steps).map((step) => step * copy);
  // Thirteen months each, so that months stay months, and copies of one day lie on different days of the year.
  const later = `'+${13 * copy} months'`;
  const first = (column) => `date(${column}, ${later})`;
  const last = (column) => `date(${column}, '+1 day', ${later}, '-1 day')`;
  const changes = {
    documents: {
      key: `key + ${document}`,
      id: `id || '-${copy}'`,
      public_id: `public_id || '-${copy}'`,
      text_hash: `text_hash || '-${copy}'`,
      published: first('published'),
      published_start: first('published_start'),
      published_end: last('published_end'),
    },
    sentences: { key: `key + ${sentence}`, document: `document + ${document}` },
    items: {
      key: `key + ${item}`,
      entry: `key + ${item}`,
      id: `id || ${copy}`,
      content_key: `content_key || ${copy}`,
      document: `document + ${document}`,
      sentence_first: `sentence_first + ${sentence}`,
      sentence_last: `sentence_last + ${sentence}`,
      refers: `refers + ${item}`,
      time_start: first('time_start'),
      time_end: last('time_end'),
      time_value: `substr(${first('time_start')}, 1, length(time_value))`,
      block: `substr(block, 1, instr(block, '|')) || substr(${first('time_start')}, 1, 4)`,
    },
    roles: { item: `item + ${item}` },
  };
  for (const table of [
    'passages',
    'document_entities',
    'named_parties',
    'mentions',
    'entity_names',
    'times',
    'diagnostics',
  ]) {
    changes[table] = { document: `document + ${document}` };
  }
  const started = performance.now();
  db.exec('BEGIN');
  for (const [table, changed] of Object.entries(changes)) {
    const columns = columnsOf(table);
    const values = columns.map((column) => changed[column.replaceAll('"', '')] ?? column);
    const key = {
      documents: ['key', 'document'],
      sentences: ['key', 'sentence'],
      items: ['key', 'item'],
      roles: ['item', 'item'],
    }[table] ?? ['document', 'document'];
    db.exec(`INSERT INTO ${table} (${columns}) SELECT ${values} FROM ${table} WHERE ${key[0]} <= ${steps[key[1]]}`);
  }
  db.exec(
    `INSERT INTO sentence_text (rowid, text) SELECT rowid + ${sentence}, text FROM sentence_text WHERE rowid <= ${steps.sentence}`,
  );
  db.exec('COMMIT');
  db.pragma('wal_checkpoint(TRUNCATE)');
  console.log(`copy ${copy} in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
db.exec(`
  INSERT INTO stale_tellings SELECT key FROM items WHERE block IS NOT NULL ON CONFLICT DO NOTHING;
  INSERT INTO stale_lists SELECT key FROM items WHERE true ON CONFLICT DO NOTHING;
  INSERT INTO stale_entities SELECT key FROM entities WHERE true ON CONFLICT DO NOTHING;`);
db.close();
