// `npm run load-test`: a hundred clients at the service for ten minutes (or LOAD_SECONDS) while documents are read.
import { join } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { ROOT, runNode } from './lib/run.mjs';
import { requireNode, takesNothing } from './lib/terminal.mjs';

requireNode();
takesNothing(
  'npm run load-test: a hundred clients at the service for ten minutes, or LOAD_SECONDS, while documents are read. It takes no options.',
);
await prepare();
process.env.LOAD_SECONDS ??= '600';
const { code } = await runNode(join(ROOT, 'node_modules/vitest/vitest.mjs'), [
  'run',
  '--config',
  'vitest.fleet.config.ts',
  'test/load.ts',
  '--disable-console-intercept',
]);
process.exit(code);
