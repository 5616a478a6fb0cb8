// `rapporteur backup`: a copy of the record, taken while it is in use.
import { statSync } from 'node:fs';
import { Command } from 'commander';
import { EXIT_HELP } from '../exit.ts';
import { recordOption } from '../options.ts';

export const backupCommand = new Command('backup')
  .summary('a copy of the record in another file')
  .description(
    'Copies the record to a new file while others may read and write it. The copy is a record: to go back to it, name it\n' +
      'with --record, or put it in the place of the other. A file that is there is not overwritten.',
  )
  .argument('<file>', 'the new file')
  .addOption(recordOption())
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur backup before-review.db
  $ rapporteur backup "backups/$(date +%F).db" --record talks.db
A record in PostgreSQL is saved by pg_dump; the command says how.
${EXIT_HELP}`,
  )
  .action(async (file: string, { record }: { readonly record: string }) => {
    const { backupRecord } = await import('../../record/backup.ts');
    const { stderr } = process;
    const line = (text: string) => stderr.isTTY && stderr.write(`\r\u001b[K${text}`);
    await backupRecord(record, file, (share) => line(`Copying ${Math.floor(share * 100)} %`));
    line('');
    const size = statSync(file).size / 1_000_000;
    stderr.write(`Copied ${record} to ${file} (${size < 10 ? size.toFixed(1) : Math.round(size)} MB).\n`);
  });
