// `rapporteur code`: a filter from documents to readings, both JSON Lines, one line out for each line in.
import { createReadStream, existsSync } from 'node:fs';
import { Command } from 'commander';
import { inBatches, mapInOrder, TASKS_AT_ONCE } from '../../fleet/ordered.ts';
import { linesOf } from '../../intake/lines.ts';
import { Fault } from '../../model/fault.ts';
import { EXIT, EXIT_HELP } from '../exit.ts';
import { lexiconOption, threadsOption } from '../options.ts';
import { writeLine } from '../stdout.ts';

interface Options {
  readonly threads: number;
  readonly tokens: boolean;
  readonly lexicon: readonly string[];
}

export const codeCommand = new Command('code')
  .summary('documents as JSON Lines in, readings out')
  .description(
    'Reads documents as JSON Lines and prints what each one says: one line of reading for each line, in the same order.\n' +
      'A line that cannot be read gives {"id", "error"} in its place. The record is neither read nor written.',
  )
  .argument('[file]', 'documents as JSON Lines; standard input without it')
  .addOption(threadsOption())
  .option('--tokens', 'add words, tags and trees to each reading', false)
  .addOption(lexiconOption())
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur intake talks.pdf | rapporteur code
  $ rapporteur code --threads 1 --tokens documents.jsonl > readings.jsonl
  $ echo '{"id":"a","text":"India rejected the offer."}' | rapporteur code | jq .events
${EXIT_HELP}`,
  )
  .action(async (file: string | undefined, options: Options) => {
    const { openCoders } = await import('../../fleet/coders.ts');
    const coders = await openCoders(options);
    let unread = 0;
    try {
      const batches = inBatches(linesOf(inputOf(file)));
      for await (const { lines, failed } of mapInOrder(batches, TASKS_AT_ONCE * options.threads, coders.code)) {
        for (const line of lines) await writeLine(line);
        unread += failed;
      }
    } finally {
      await coders.close();
    }
    if (unread > 0) process.exitCode = EXIT.partly;
  });

function inputOf(file: string | undefined): AsyncIterable<Uint8Array | string> {
  if (file === undefined || file === '-') return process.stdin;
  if (!existsSync(file)) throw new Fault('file-missing', { path: file });
  return createReadStream(file);
}
