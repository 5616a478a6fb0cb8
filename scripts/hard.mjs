// `npm run hard`: the tests that take minutes: a run that is killed twenty times.
import { join } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { ROOT, runNode } from './lib/run.mjs';
import { requireNode } from './lib/terminal.mjs';

requireNode();
await prepare();
process.env.RAPPORTEUR_KILLS ??= '20';
const { code } = await runNode(join(ROOT, 'node_modules/vitest/vitest.mjs'), ['run', 'test/kill.test.ts']);
process.exit(code);
