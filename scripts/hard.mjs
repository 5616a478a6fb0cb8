// `npm run hard`: the tests that take minutes: a run that is killed twenty times.
import { join } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { ROOT, runNode } from './lib/run.mjs';
import { requireNode, takesNothing } from './lib/terminal.mjs';

requireNode();
takesNothing(
  'npm run hard: tests that take minutes, with a reading that is killed RAPPORTEUR_KILLS (20) times. It takes no options.',
);
await prepare();
process.env.RAPPORTEUR_KILLS ??= '20';
const { code } = await runNode(join(ROOT, 'node_modules/vitest/vitest.mjs'), ['run', 'test/kill.test.ts']);
process.exit(code);
