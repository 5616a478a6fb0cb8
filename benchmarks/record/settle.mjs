// Brings a record up to date, all but merging its events and comparing its texts: what is asked is the same, in a quarter of
// the time. node benchmarks/record/settle.mjs RECORD
import { sql } from 'kysely';
import { openEngine } from '../../dist/record/engines/open-engine.js';
import { settleEntities } from '../../dist/record/write/settle-entities.js';
import { settleLists } from '../../dist/record/write/settle-lists.js';

const started = performance.now();
const tell = (what) => console.log(`${what} after ${((performance.now() - started) / 1000).toFixed(0)} s`);
const engine = await openEngine(process.argv[2], false);
await engine.write(async (writing) => {
  const { db } = writing;
  await settleEntities(writing);
  tell('entities');
  await db.deleteFrom('stale_blocks').execute();
  await db.deleteFrom('stale_tellings').execute();
  await sql`INSERT INTO document_sources SELECT key, key FROM documents WHERE true ON CONFLICT DO NOTHING`.execute(db);
  await settleLists(writing);
  tell('lists, and pairs by period');
});
await engine.close();
const { user, system } = process.cpuUsage();
console.log(
  `${((user + system) / 1e6).toFixed(0)} s of processor time, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory at most`,
);
