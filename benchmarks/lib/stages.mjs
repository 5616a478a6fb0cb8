// Times the stages of one build in a process of its own: node stages.mjs BUILD DOCUMENTS [--rounds N] [--runtime wasm]
// Prints JSON. Processor time, since other work on the machine disturbs the clock's more.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '2' }, runtime: { type: 'string' } },
});
const [build, path] = positionals;
/** Documents read side by side, as `rapporteur code` does. */
const TOGETHER = 16;

const begun = performance.now();
const { createReader } = await import(pathToFileURL(join(resolve(build), 'dist/index.js')).href);
const imported = performance.now();
const reader = await createReader(options.runtime ? { runtime: options.runtime } : {});
const opened = performance.now();
const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
const documents = lines.map((line) => JSON.parse(line));

const rounds = [];
// The first round warms the compiler up; the best of the others is the least disturbed.
for (let round = 0; round <= Number(options.rounds); round += 1) rounds.push(await measure());
const [best] = rounds.slice(1).sort((a, b) => a.seconds - b.seconds);
process.stdout.write(JSON.stringify({ ...best, import: (imported - begun) / 1000, open: (opened - imported) / 1000 }));

function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function measure() {
  const stages = Object.fromEntries(reader.stages.map(({ name }) => [name, 0]));
  const counts = { documents: documents.length, sentences: 0, tokens: 0, units: 0 };
  for (let start = 0; start < documents.length; start += TOGETHER) {
    let group = documents.slice(start, start + TOGETHER).map((document) => ({ document }));
    for (const { name, run } of reader.stages) {
      const before = spent();
      group = await Promise.all(group.map(async (so) => ({ ...so, ...(await run(so)) })));
      stages[name] += spent() - before;
    }
    for (const { document, sentences, words } of group) {
      counts.sentences += sentences.length;
      counts.tokens += [...words].reduce((sum, own) => sum + own.length, 0);
      counts.units += document.text.length;
    }
  }
  return { ...counts, stages, seconds: Object.values(stages).reduce((sum, time) => sum + time, 0) };
}
