// How fast readings go into a record: rows a second, the merging apart.
// node benchmarks/record/load.mjs RECORD [--documents N] [--seed N]
import { parseArgs } from 'node:util';
import { generated } from './generate.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    unmerged: { type: 'boolean', default: false },
    from: { type: 'string', default: '../../dist' },
  },
});
const { openRecord } = await import(`${options.from}/record/record.js`);
const record = await openRecord(positionals[0]);
const total = Number(options.documents);
let rows = 0;
let writing = 0;
const started = performance.now();
for (let n = 0; n < total; n += 1) {
  const { document, reading } = generated(n, { seed: Number(options.seed) });
  rows += rowsOf(reading);
  const begun = performance.now();
  await record.add(document, reading, { path: 'generated.jsonl', hash: 'x', version: '1' });
  writing += performance.now() - begun;
  if (n % 10_000 === 9_999) console.log(`${n + 1} documents, ${seconds(performance.now() - started)} s`);
}
if (options.unmerged) process.exit();
let begun = performance.now();
await record.settle();
const settling = performance.now() - begun;
begun = performance.now();
await record.close();
const { maxRSS } = process.resourceUsage();
console.log(
  `${total} documents, ${rows} rows: written in ${seconds(writing)} s (${Math.round((1000 * rows) / writing)} rows/s), merged in ${seconds(settling)} s, ` +
    `closed in ${seconds(performance.now() - begun)} s, ${Math.round(maxRSS / 1024)} MB of memory at most`,
);

/** Rows of a reading, each mention, participant and full text of a sentence counted. */
function rowsOf({ passages, sentences, entities, events, statements, agreements, meetings, activities, positions }) {
  const mentions = entities.reduce((sum, entity) => sum + entity.mentions.length, 0);
  const parts = [...events, ...statements].reduce(
    (sum, { actor = [], recipient = [], speaker = [], about }) =>
      sum + actor.length + recipient.length + speaker.length + about.length,
    0,
  );
  return (
    1 +
    passages.length +
    2 * sentences.length +
    entities.length +
    mentions +
    parts +
    events.length +
    statements.length +
    meetings.length +
    agreements.length +
    activities.length +
    positions.length
  );
}

function seconds(ms) {
  return (ms / 1000).toFixed(1);
}
