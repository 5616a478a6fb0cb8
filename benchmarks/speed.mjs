// How fast the reader reads: sentences and words a second of processor time, stage by stage, on one thread.
// node benchmarks/speed.mjs [--docs FILE.jsonl] [--runtime native|wasm] [--rounds N]
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: { docs: { type: 'string' }, runtime: { type: 'string' }, rounds: { type: 'string', default: '3' } },
});
/** Documents read side by side, as `rapporteur code` does. */
const TOGETHER = 16;
const begun = performance.now();
// By its own name: what is measured is the built package. Run "npm run build" first.
const { createReader, openFile } = await import('rapporteur');
const imported = performance.now();
const reader = await createReader(options.runtime ? { runtime: options.runtime } : {});
const opened = performance.now();

const documents = options.docs ? linesOf(options.docs) : await samples();
let best = null;
// The first round warms the compiler up; the best of the others is the least disturbed.
for (let round = 0; round <= Number(options.rounds); round += 1) {
  const measured = await measure();
  if (round > 0 && (best === null || measured.total < best.total)) best = measured;
}
print(best);

function linesOf(path) {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

async function samples() {
  const folder = fileURLToPath(new URL('../samples/', import.meta.url));
  const files = readdirSync(folder).filter((name) => /\.(?:txt|html|pdf|docx)$/.test(name));
  return (await Promise.all(files.sort().map((name) => openFile(folder + name)))).flat();
}

/** Processor time in milliseconds, which other work on the machine disturbs less than the clock's. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measure() {
  const stages = new Map(reader.stages.map(({ name }) => [name, 0]));
  const counts = { sentences: 0, words: 0, units: 0 };
  for (let start = 0; start < documents.length; start += TOGETHER) {
    let group = documents.slice(start, start + TOGETHER).map((document) => ({ document }));
    for (const { name, run } of reader.stages) {
      const before = spent();
      group = await Promise.all(group.map(async (so) => ({ ...so, ...(await run(so)) })));
      stages.set(name, stages.get(name) + spent() - before);
    }
    for (const { document, sentences, words } of group) {
      counts.sentences += sentences.length;
      counts.words += words.reduce((sum, own) => sum + own.length, 0);
      counts.units += document.text.length;
    }
  }
  return { stages, ...counts, total: [...stages.values()].reduce((sum, time) => sum + time, 0) };
}

function print({ stages, sentences, words, units, total }) {
  const row = (name, time) =>
    console.log(
      `${name.padEnd(14)} ${time.toFixed(0).padStart(7)} ms ${(time / total).toLocaleString('en', { style: 'percent', maximumFractionDigits: 1 }).padStart(7)} ` +
        `${((1000 * sentences) / time).toFixed(0).padStart(9)} sentences/s ${((1000 * words) / time).toFixed(0).padStart(10)} words/s`,
    );
  console.log(
    `${documents.length} documents, ${sentences} sentences, ${words} words, ${(units / 1e6).toFixed(2)} MB of text`,
  );
  console.log(`import ${(imported - begun).toFixed(0)} ms, open ${(opened - imported).toFixed(0)} ms (by the clock)\n`);
  for (const [name, time] of stages) row(name, time);
  const language = ['segmentation', 'diagnostics', 'analysis', 'names', 'times', 'coreference'];
  row(
    'language',
    language.reduce((sum, name) => sum + stages.get(name), 0),
  );
  row('all', total);
  console.log(
    `\n${((60_000 * documents.length) / total).toFixed(0)} documents a minute, ${((1000 * units) / total / 1e6).toFixed(2)} MB a second`,
  );
  console.log(`memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
}
