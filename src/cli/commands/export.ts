// `rapporteur export`: the whole record in a format that other programs read.
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { EXPORTS } from '../../exports/exports.ts';
import { Fault, reasonOf } from '../../model/fault.ts';
import { EXIT_HELP } from '../exit.ts';
import { recordOption } from '../options.ts';

interface Options {
  readonly record: string;
  readonly to: string;
  readonly out?: string;
}

export const exportCommand = new Command('export')
  .summary('the whole record in another format')
  .description('Writes the whole record to standard output or a file.')
  .addOption(recordOption())
  .addOption(new Option('--to <format>', 'the format').choices([...EXPORTS.keys()]).makeOptionMandatory())
  .option('-o, --out <file>', 'the file; standard output without it')
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur export --to json > record.json
  $ rapporteur export --to json --record talks.db --out talks.json
${EXIT_HELP}`,
  )
  .action(async ({ record: path, to, out }: Options) => {
    const exporter = EXPORTS.get(to);
    if (!exporter) throw new Fault('export-format', { format: to, known: [...EXPORTS.keys()].join(', ') });
    const { openRecord } = await import('../../record/record.ts');
    const record = await openRecord(path, { readOnly: true });
    try {
      if (out === undefined) await exporter(record, process.stdout);
      else {
        const file = createWriteStream(out);
        try {
          await exporter(record, file);
          file.end();
          await finished(file);
        } catch (error) {
          throw new Fault('file-unwritable', { path: out, reason: reasonOf(error) }, error);
        }
      }
    } finally {
      await record.close();
    }
  });
