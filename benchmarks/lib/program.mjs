// Runs a built program as a user does, and says what it took: seconds by the clock, seconds of processor, peak memory.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const USAGE = fileURLToPath(new URL('./usage.mjs', import.meta.url));

/**
 * @param {string} build a checkout that is built
 * @param {readonly string[]} args of the command line
 * @returns {Promise<{ seconds: number, cpu: number, memory: number }>} memory in MiB, at its peak
 */
export async function runProgram(build, args) {
  const folder = mkdtempSync(join(tmpdir(), 'benchmark-'));
  const usage = join(folder, 'usage.json');
  const begun = performance.now();
  try {
    await new Promise((done, failed) => {
      const child = spawn(process.execPath, ['--import', USAGE, join(build, 'dist/cli/main.js'), ...args], {
        env: { ...process.env, BENCHMARK_USAGE: usage },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.on('data', (text) => {
        said = `${said}${text}`.slice(-2000);
      });
      child.on('error', failed);
      child.on('close', (code) => (code === 0 ? done() : failed(new Error(`exit code ${code}: ${said}`))));
    });
    const seconds = (performance.now() - begun) / 1000;
    return { seconds, ...JSON.parse(readFileSync(usage, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
