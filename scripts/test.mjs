// `npm test`: installs and builds what is missing, then type check, lint and all tests, and one closing line of counts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { ROOT, runNode } from './lib/run.mjs';
import { requireNode, say } from './lib/terminal.mjs';

requireNode();
await prepare();

const bin = (file) => join(ROOT, 'node_modules', file);
const counts = { passed: 0, failed: 0, skipped: 0 };

await check('type check', bin('typescript/bin/tsc'), ['-p', 'tsconfig.json']);
await check('type check of the page', bin('typescript/bin/tsc'), ['-p', 'web/tsconfig.json']);
await check('lint', bin('@biomejs/biome/bin/biome'), ['check', '--error-on-warnings', '.']);
await tests();

process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exit(counts.failed ? 1 : 0);

/** One check that passes or fails as a whole; what it printed is shown where it fails. */
async function check(name, file, args) {
  const { code, output } = await runNode(file, args, { quiet: true });
  counts[code === 0 ? 'passed' : 'failed'] += 1;
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (code !== 0) say(output);
}

async function tests() {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-test-'));
  const report = join(folder, 'report.json');
  const { code } = await runNode(bin('vitest/vitest.mjs'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    counts.passed += numPassedTests;
    // A file that breaks before its first test has no failed test of its own.
    const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    counts.failed += Math.max(numFailedTests + broken, code === 0 ? 0 : 1);
    counts.skipped += numPendingTests;
    for (const file of testResults) {
      for (const test of file.assertionResults) if (test.status === 'pending') say(`skipped: ${test.fullName}`);
    }
  } catch {
    counts.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
