// `rapporteur serve`: the record in a browser, on this machine only unless told otherwise.
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { PROGRAM_VERSION } from '../../version.ts';
import { EXIT_HELP } from '../exit.ts';
import { recordOption, wholeNumber } from '../options.ts';

interface Options {
  readonly record: string;
  readonly host: string;
  readonly port: number;
}

export const serveCommand = new Command('serve')
  .summary('look at the record in a browser')
  .description('Starts the service and prints its address. It answers this machine only unless --host says otherwise.')
  .addOption(recordOption())
  .option('--host <address>', 'the address to listen on', '127.0.0.1')
  .option('-p, --port <n>', 'the port; 0 takes any that is free', wholeNumber(0, 65_535), 4040)
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur serve
  $ rapporteur serve --record talks.db --port 8080
${EXIT_HELP}`,
  )
  .action(async ({ record: path, host, port }: Options) => {
    const [{ openRecord }, { startService }] = await Promise.all([
      import('../../record/record.ts'),
      import('../../service/start.ts'),
    ]);
    const record = await openRecord(path, { readOnly: true });
    const webRoot = fileURLToPath(new URL('../../web', import.meta.url));
    const service = await startService({ record, version: PROGRAM_VERSION, host, port, webRoot });
    process.stdout.write(`Rapporteur shows ${path} at ${service.url}\n`);
    process.stderr.write('Stop it with Ctrl+C.\n');
    const stop = async () => {
      await service.close();
      await record.close();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  });
