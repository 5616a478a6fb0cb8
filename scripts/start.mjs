// `npm start`: from a fresh clone to the running service, with the samples read into the record.
// Options after `--` go to `serve`: npm start -- --port 4041 --record other.db
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './lib/prepare.mjs';
import { ROOT, runNode } from './lib/run.mjs';
import { requireNode } from './lib/terminal.mjs';

requireNode();
await prepare();

const main = join(ROOT, 'dist/cli/main.js');
const options = process.argv.slice(2);
// The samples go into the record that is served, however it is named; `serve` tells what is wrong with the other options.
const { values } = parseArgs({ args: options, options: { record: { type: 'string', short: 'r' } }, strict: false });
const record = typeof values.record === 'string' ? ['--record', values.record] : [];

const { code } = await runNode(main, ['read', 'samples', ...record]);
// 1 says that some file could not be read; the others are in the record, so the service is worth starting.
if (code > 1) process.exit(code);

const service = spawn(process.execPath, [main, 'serve', ...options], { cwd: ROOT, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => service.kill(signal));
service.on('close', (status) => process.exit(status ?? 1));
