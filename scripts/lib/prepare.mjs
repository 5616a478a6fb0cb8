// Brings a clone into the state in which it can run: packages installed, program and page built. Does only what is missing.
import { accessSync, constants, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, runNode } from './run.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';
import { fail, say } from './terminal.mjs';

const INSTALL_INPUTS = ['package.json', 'package-lock.json', '.npmrc'];
const PROGRAM_INPUTS = ['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const PAGE_INPUTS = ['web', 'src/model', 'src/service/contract.ts', 'tsconfig.json', 'package-lock.json'];

export async function prepare() {
  try {
    accessSync(ROOT, constants.W_OK);
  } catch {
    fail(`Cannot write to ${ROOT}. Make the folder writable, or clone the project into one that is.`);
  }
  await step('Installing packages (a minute or two: better-sqlite3 compiles on this machine)', {
    file: 'node_modules/.rapporteur-stamp',
    inputs: INSTALL_INPUTS,
    work: () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true }),
    cure: 'Check that the npm registry can be reached and that python3, make and a C++ compiler are there.',
  });
  await step('Building the program', {
    file: 'dist/.program-stamp',
    inputs: PROGRAM_INPUTS,
    work: buildProgram,
    cure: 'Mend the errors above.',
  });
  await step('Building the page', {
    file: 'dist/.page-stamp',
    inputs: PAGE_INPUTS,
    work: () =>
      runNode(join(ROOT, 'node_modules/vite/bin/vite.js'), ['build', 'web', '--logLevel', 'warn'], { quiet: true }),
    cure: 'Mend the errors above.',
  });
}

/** Old output is cleared, so that nothing runs from a file whose source is gone. */
function buildProgram() {
  for (const room of ['model', 'intake', 'language', 'coding', 'record', 'exports', 'service', 'fleet', 'cli']) {
    rmSync(join(ROOT, 'dist', room), { recursive: true, force: true });
  }
  return runNode(join(ROOT, 'node_modules/typescript/bin/tsc'), ['-p', 'tsconfig.build.json'], { quiet: true });
}

async function step(title, { file, inputs, work, cure }) {
  const state = hashOf(inputs);
  if (isStamped(file, state)) return;
  const started = Date.now();
  say(`${title} …`);
  const { code, output } = await work();
  if (code !== 0) fail(`${output}\n${title} failed. ${cure}`);
  stamp(file, state);
  say(`  done in ${Math.round((Date.now() - started) / 1000)} s`);
}
