// `npm run evaluate`: scores the program, and a floor, against gold sets that stand beside the project.
//   npm run evaluate -- [--gold FOLDER] [--score FILE] [--no-write] [SET ...]
// The gold sets are not part of the project; without them this command says so and ends.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { floorReading } from '../evaluation/floor/floor.mjs';
import { SETS } from '../evaluation/sets.mjs';
import { scoresTable } from '../evaluation/table.mjs';
import { prepare } from './lib/prepare.mjs';
import { ROOT, run } from './lib/run.mjs';
import { fail, requireNode, say } from './lib/terminal.mjs';

const HELP = `npm run evaluate -- [--gold FOLDER] [--score FILE] [--no-write] [SET ...]

Reads gold sets with the program and with a floor, and writes evaluation/scores.md; --no-write only prints it.
Sets: ${SETS.map(({ name }) => name).join(', ')}; all of them without a name.
`;

requireNode();
const { values, positionals } = options();
if (values.help) {
  process.stdout.write(HELP);
  process.exit();
}
if (!existsSync(values.gold)) fail(`There are no gold sets in ${values.gold}. Name their folder with --gold.`);
if (!existsSync(values.score)) fail(`There is no scorer ${values.score}. Name it with --score.`);
const unknown = positionals.filter((name) => !SETS.some((set) => set.name === name));
if (unknown.length) fail(`There is no set ${unknown.join(', ')}. Known are ${SETS.map((set) => set.name).join(', ')}.`);
await prepare();

const scoresFile = join(ROOT, 'evaluation/scores.json');
const scores = existsSync(scoresFile) ? JSON.parse(readFileSync(scoresFile, 'utf8')) : {};
mkdirSync(join(ROOT, 'evaluation/readings'), { recursive: true });

for (const set of SETS.filter(({ name }) => !positionals.length || positionals.includes(name))) {
  const docs = join(values.gold, set.name, 'docs.jsonl');
  const started = Date.now();
  const readings = await code(set, docs);
  const seconds = Math.round((Date.now() - started) / 1000);
  scores[set.name] = { program: await score(set, readings), floor: await score(set, floor(set, docs)) };
  say(`${set.name}: read in ${seconds} s`);
}
if (!values['no-write']) {
  writeFileSync(scoresFile, `${JSON.stringify(scores, null, 2)}\n`);
  writeFileSync(join(ROOT, 'evaluation/scores.md'), scoresTable(scores));
}
process.stdout.write(scoresTable(scores));

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        gold: { type: 'string', default: join(ROOT, '../shared/gold') },
        score: { type: 'string', default: join(ROOT, '../shared/score/score.mjs') },
        'no-write': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return fail(`${error.message}\n${HELP}`);
  }
}

/** The program's readings of a set, in a file. */
function code({ name, tokens }, docs) {
  const path = join(ROOT, 'evaluation/readings', `${name}.jsonl`);
  return new Promise((done, reject) => {
    const args = [join(ROOT, 'dist/cli/main.js'), 'code', ...(tokens ? ['--tokens'] : []), docs];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.pipe(createWriteStream(path)).on('finish', () => done(path));
    child.on('error', reject);
  });
}

function floor({ name }, docs) {
  const path = join(ROOT, 'evaluation/readings', `${name}.floor.jsonl`);
  const documents = readFileSync(docs, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  writeFileSync(path, documents.map((document) => `${JSON.stringify(floorReading(document))}\n`).join(''));
  return path;
}

/** The figures that are reported, in percent with one decimal. */
async function score({ name, figures }, readings) {
  const gold = join(values.gold, name, 'gold.jsonl');
  const args = [resolve(values.score), name, '--gold', gold, '--readings', readings, '--json', '--detail'];
  const { code: status, output } = await run(process.execPath, args, { quiet: true });
  if (status !== 0) fail(output.trim());
  const scored = JSON.parse(output);
  const of = (figure, field) => Math.round(1000 * (scored.figures[figure]?.[field] ?? 0)) / 10;
  return Object.fromEntries(figures.map(({ figure, of: field, title }) => [title, of(figure, field)]));
}
