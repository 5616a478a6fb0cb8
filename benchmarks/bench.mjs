// `npm run bench`: how fast the built program reads, and what other packages take for parts of the work.
//   npm run bench -- [--docs FILE.jsonl] [--generate N] [--seed N] [--compare CHECKOUT] [--long] [--no-peers] [--keep NAME]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareBuilds } from './lib/compare.mjs';
import { generatedLines } from './lib/corpus.mjs';
import { longDocuments } from './lib/long.mjs';
import { machineOf } from './lib/machine.mjs';
import { runProgram } from './lib/program.mjs';

const HELP = `How fast the built program reads.

  npm run bench                                    a generated corpus, always the same one
  npm run bench -- --docs documents.jsonl          documents of your own, as "rapporteur intake" prints them
  npm run bench -- --compare ../other-checkout     this build and another one, in turn, and their ratio
  npm run bench -- --long                          one document of up to 5 MB: does time grow with the length?

  --generate N   documents of the generated corpus (default 400)   --seed N   its seed (default 7)
  --runtime R    native or wasm, for the stages                    --no-peers without other packages
  --rounds N     counted rounds of stages and of a comparison (2)  --keep NAME keep the figures in benchmarks/results/NAME.json
`;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: {
    docs: { type: 'string' },
    generate: { type: 'string', default: '400' },
    seed: { type: 'string', default: '7' },
    runtime: { type: 'string' },
    rounds: { type: 'string', default: '2' },
    compare: { type: 'string' },
    long: { type: 'boolean', default: false },
    'no-peers': { type: 'boolean', default: false },
    keep: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (options.help) {
  process.stdout.write(HELP);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'benchmark-'));
try {
  const docs = options.docs ?? join(folder, 'documents.jsonl');
  if (!options.docs)
    writeFileSync(docs, generatedLines(Number(options.generate), { seed: Number(options.seed) }).join(''));
  const corpus = options.docs ?? `${options.generate} generated documents, seed ${options.seed}`;
  const results = { corpus, machine: machineOf(ROOT) };
  console.log(
    `${corpus}\n${Object.entries(results.machine)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}\n`,
  );
  if (options.compare) results.comparison = await compareBuilds([options.compare, ROOT], docs, Number(options.rounds));
  else if (options.long) results.long = await longDocuments(ROOT, folder);
  else Object.assign(results, await measure(docs));
  if (options.keep) {
    const file = join(ROOT, 'benchmarks/results', `${options.keep}.json`);
    writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
    console.log(`\nkept in ${file}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(docs) {
  const one = join(folder, 'one.jsonl');
  writeFileSync(one, `${readFileSync(docs, 'utf8').split('\n', 1)[0]}\n`);
  const help = await bestOf(3, () => runProgram(ROOT, ['--help']));
  const first = await bestOf(3, () => runProgram(ROOT, ['code', '--threads', '1', one]));
  const stages = node('stages.mjs', [ROOT, docs, '--rounds', options.rounds, ...wish()]);
  printStages(stages);

  const runs = {};
  const { documents, sentences, tokens } = stages;
  console.log(`\n${'whole program'.padEnd(22)} documents/s sentences/s  tokens/s  seconds  processor  peak memory`);
  for (const [name, args] of [
    ['code, 1 thread', ['code', '--threads', '1', docs]],
    ['code, 2 threads', ['code', '--threads', '2', docs]],
    ['read, 2 threads', ['read', '--threads', '2', '--record', join(folder, 'record.db'), docs]],
  ]) {
    const run = await runProgram(ROOT, args);
    // What starting takes is told by itself, so that a small corpus gives the rate of a large one.
    const seconds = run.seconds - first.seconds;
    runs[name] = run;
    const rate = (count) => (count / seconds).toFixed(0);
    console.log(
      `${name.padEnd(22)} ${rate(documents).padStart(11)} ${rate(sentences).padStart(11)} ${rate(tokens).padStart(9)} ` +
        `${run.seconds.toFixed(1).padStart(8)} ${run.cpu.toFixed(1).padStart(10)} ${run.memory.toFixed(0).padStart(8)} MiB`,
    );
  }
  const [single, double] = [runs['code, 1 thread'], runs['code, 2 threads']].map((run) => run.seconds - first.seconds);
  console.log(`\ntwo threads against one: ${(single / double).toFixed(2)} times as fast`);
  console.log(
    `start: --help ${help.seconds.toFixed(2)} s, first reading ${first.seconds.toFixed(2)} s (start taken off the rates above)`,
  );
  const peers = options['no-peers'] ? null : node('peers.mjs', [docs]);
  if (peers) printPeers(peers, stages);
  return { start: { help, first }, stages, runs, peers };
}

/** What is insisted on of the runtime, as options of the stages. */
function wish() {
  return options.runtime ? ['--runtime', options.runtime] : [];
}

async function bestOf(times, run) {
  const runs = [];
  for (let n = 0; n < times; n += 1) runs.push(await run());
  return runs.sort((a, b) => a.seconds - b.seconds)[0];
}

function node(file, args) {
  const program = fileURLToPath(new URL(`./lib/${file}`, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [program, ...args], { maxBuffer: 2 ** 26 }));
}

function printStages({ documents, sentences, tokens, units, stages, seconds }) {
  console.log(
    `${documents} documents, ${sentences} sentences, ${tokens} tokens, ${(units / 1e6).toFixed(2)} MB of text; seconds of processor time on one thread`,
  );
  const row = (name, time) =>
    console.log(
      `${name.padEnd(14)} ${time.toFixed(2).padStart(7)} s ${((100 * time) / seconds).toFixed(1).padStart(5)} % ` +
        `${(sentences / time).toFixed(0).padStart(9)} sentences/s ${(tokens / time).toFixed(0).padStart(10)} tokens/s`,
    );
  for (const [name, time] of Object.entries(stages)) row(name, time);
  row('all', seconds);
}

function printPeers(peers, { stages, documents, sentences, tokens }) {
  const own = {
    'rapporteur: words and sentences': stages.segmentation,
    'rapporteur: tags, lemmas, trees, names': stages.segmentation + stages.analysis,
    'rapporteur: times': stages.times,
  };
  console.log(`\n${'side by side'.padEnd(40)}  seconds documents/s sentences/s  tokens/s`);
  for (const [name, time] of [...Object.entries(peers), ...Object.entries(own)].sort()) {
    console.log(
      `${name.padEnd(40)} ${time.toFixed(2).padStart(8)} ${(documents / time).toFixed(0).padStart(11)} ${(sentences / time).toFixed(0).padStart(11)} ${(tokens / time).toFixed(0).padStart(9)}`,
    );
  }
}
