// `rapporteur code`: a filter from documents to readings, both JSON Lines, one line out for each line in.
import { createReadStream, existsSync } from 'node:fs';
import { Command } from 'commander';
import { inBatches, mapInOrder, TASKS_AT_ONCE } from '../../fleet/ordered.ts';
import type { ReadingsFile } from '../../fleet/readings-file.ts';
import { LARGEST_PART } from '../../intake/limits.ts';
import { linesOf } from '../../intake/lines.ts';
import { Fault } from '../../model/fault.ts';
import { EXIT, EXIT_HELP } from '../exit.ts';
import { lexiconOption, threadsOption } from '../options.ts';
import { writeLine } from '../stdout.ts';

interface Options {
  readonly threads: number;
  readonly tokens: boolean;
  readonly lexicon: readonly string[];
  readonly out?: string;
}

export const codeCommand = new Command('code')
  .summary('documents as JSON Lines in, readings out')
  .description(
    'Reads documents as JSON Lines and prints what each one says: one line of reading for each line, in the same order.\n' +
      'A line that cannot be read gives {"id", "error"} in its place. The record is neither read nor written.',
  )
  .argument('[file]', 'documents as JSON Lines or Parquet (.parquet); standard input without it')
  .addOption(threadsOption())
  .option('--tokens', 'add words, tags and trees to each reading', false)
  .addOption(lexiconOption())
  .option('-o, --out <file>', 'write to a file, of Parquet where it ends in .parquet; there is none until all is done')
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur intake talks.pdf | rapporteur code
  $ rapporteur code --threads 1 --tokens documents.jsonl > readings.jsonl
  $ rapporteur code archive.parquet --out readings.parquet
  $ echo '{"id":"a","text":"India rejected the offer."}' | rapporteur code | jq .events
${EXIT_HELP}`,
  )
  .action(async (file: string | undefined, options: Options) => {
    const lines = await inputOf(file);
    const output = await outputTo(options.out);
    const { openCoders } = await import('../../fleet/coders.ts');
    const coders = await openCoders({ ...options, isFree: true });
    let unread = 0;
    try {
      for await (const { lines: coded, failed } of mapInOrder(
        inBatches(lines),
        TASKS_AT_ONCE * options.threads,
        (batch) => coders.code(batch),
      )) {
        for (const line of coded) await output.add(line);
        unread += failed;
      }
      await output.finish();
    } catch (error) {
      output.discard();
      throw error;
    } finally {
      await coders.close();
    }
    if (unread > 0) process.exitCode = EXIT.partly;
  });

async function inputOf(file: string | undefined): Promise<AsyncIterable<string>> {
  if (file === undefined || file === '-') return linesOf(process.stdin, LARGEST_PART);
  if (!existsSync(file)) throw new Fault('file-missing', { path: file });
  const { isParquet, linesOfParquet } = await import('../../fleet/parquet-documents.ts');
  return isParquet(file) ? linesOfParquet(file) : linesOf(createReadStream(file), LARGEST_PART);
}

async function outputTo(path: string | undefined): Promise<ReadingsFile> {
  if (path === undefined) return { add: writeLine, finish: async () => undefined, discard: () => undefined };
  if (path.endsWith('.parquet')) return (await import('../../fleet/parquet-readings.ts')).createReadingsFile(path);
  return (await import('../../fleet/lines-file.ts')).createLinesFile(path);
}
