// `rapporteur read`: files and folders into the record; what is in it already and has not changed is passed over.
import { Command } from 'commander';
import type { Coders } from '../../fleet/coders.ts';
import { mapInOrder, TASKS_AT_ONCE } from '../../fleet/ordered.ts';
import type { Document } from '../../model/document.ts';
import type { Reading, Unreadable } from '../../model/reading.ts';
import { readerVersion } from '../../version.ts';
import { complain, EXIT, EXIT_HELP } from '../exit.ts';
import { filesIn, openAll } from '../files.ts';
import { lexiconOption, recordOption, threadsOption } from '../options.ts';
import { progressOn } from '../progress.ts';

interface Options {
  readonly record: string;
  readonly threads: number;
  readonly lexicon: readonly string[];
  readonly again: boolean;
}

export const readCommand = new Command('read')
  .summary('files and folders into the record')
  .description(
    'Reads files, and folders of them, into the record. A file that is in the record and has not changed is passed over;\n' +
      'one that has changed takes the place of its earlier reading. Stopping half-way loses nothing that is recorded.',
  )
  .argument('<files...>', 'files and folders')
  .addOption(recordOption())
  .addOption(threadsOption())
  .addOption(lexiconOption())
  .option('--again', 'read files that have not changed, too', false)
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur read reports/
  $ rapporteur read communique.pdf briefing.html --record talks.db
${EXIT_HELP}`,
  )
  .action(async (paths: readonly string[], options: Options) => {
    const { files, faults } = await filesIn(paths);
    for (const fault of faults) complain(fault.message);
    if (faults.length && !files.length) {
      process.exitCode = EXIT.fault;
      return;
    }
    const counts = await readInto(files, options);
    if (faults.length + counts.unread > 0) process.exitCode = EXIT.partly;
  });

async function readInto(files: readonly string[], { record: path, threads, lexicon, again }: Options) {
  const { openRecord } = await import('../../record/record.ts');
  const version = readerVersion(lexicon);
  const record = await openRecord(path);
  const progress = progressOn(process.stderr, 'Reading', files.length);
  const counts = { read: 0, unchanged: 0, unread: 0, files: 0 };
  // Workers start only when the first document needs them: a run over unchanged files is quick.
  let coders: Promise<Coders> | null = null;
  const open = async (): Promise<Coders> => {
    const { openCoders } = await import('../../fleet/coders.ts');
    return openCoders({ threads: Math.min(threads, files.length), tokens: false, lexicon });
  };
  try {
    const opened = openAll(files, async (file, hash) => !again && record.isCurrent({ path: file, hash, version }));
    const coded = mapInOrder(opened, TASKS_AT_ONCE * threads, async (file) => {
      if (!('documents' in file)) return file;
      coders ??= open();
      const { lines } = await (await coders).code(file.documents.map((document) => JSON.stringify(document)));
      return { ...file, readings: lines.map((line) => JSON.parse(line) as Reading | Unreadable) };
    });
    for await (const file of coded) {
      counts.files += 1;
      // Nothing is being read while known files are passed over.
      if (!('known' in file)) progress.show(counts.files, file.path);
      if ('fault' in file) {
        complain(file.fault.message);
        counts.unread += 1;
      } else if ('known' in file) {
        counts.unchanged += 1;
      } else {
        for (const fault of file.faults) complain(fault.message);
        counts.unread += file.faults.length;
        const source = { path: file.path, hash: file.hash, version };
        const ids: string[] = [];
        for (const [at, reading] of file.readings.entries()) {
          if ('error' in reading) {
            complain(`cannot read ${file.path}: ${reading.error.message}`);
            counts.unread += 1;
          } else {
            const document = file.documents[at] as Document;
            await record.add(document, reading, source);
            ids.push(document.id);
            counts.read += 1;
          }
        }
        await record.finishSource(source, ids);
      }
    }
    await record.settle();
  } finally {
    await record.close();
    if (coders) await (await (coders as Promise<Coders>)).close();
  }
  progress.end(summaryOf(counts, path));
  return counts;
}

function summaryOf({ read, unchanged, unread }: { read: number; unchanged: number; unread: number }, path: string) {
  const parts = [`Read ${read} document${read === 1 ? '' : 's'} into ${path}`];
  if (unchanged) parts.push(`${unchanged} file${unchanged === 1 ? '' : 's'} unchanged`);
  if (unread) parts.push(`${unread} not readable`);
  return `${parts.join('; ')}.`;
}
