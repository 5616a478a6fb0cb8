// Carries a journal from one record to another: one entry a line, as JSON.
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { Fault, reasonOf } from '../../model/fault.ts';
import { type ReviewEntry, reviewEntrySchema } from '../../record/review/entry.ts';
import { withExamples } from '../examples.ts';
import { recordOption } from '../options.ts';
import { saveFile } from '../save.ts';
import { writeLine } from '../stdout.ts';
import { addReviewOptions, onRecord, type ReviewOptions } from './session.ts';

export const exportJournalCommand = withExamples(new Command('export'), 'review export --out journal.jsonl')
  .summary('writes the journal as JSON Lines')
  .description('Writes the journal as JSON Lines, one entry a line, the oldest first.')
  .addOption(recordOption())
  .option('-o, --out <file>', 'to this file; standard output without it')
  .action(async (options: { readonly record: string; readonly out?: string }) =>
    onRecord(
      { ...options, json: true },
      async (record) => {
        const lines = (await record.journal()).map((entry) => `${JSON.stringify(entry)}\n`);
        if (options.out === undefined) for (const line of lines) await writeLine(line.trimEnd());
        else await saveFile(piecesOf(lines), options.out);
      },
      { readOnly: true },
    ),
  );

async function* piecesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

export const importJournalCommand = addReviewOptions(
  withExamples(
    new Command('import'),
    'review import journal.jsonl',
    'review export --record other.db | rapporteur review import -',
  )
    .summary('takes in the journal of another record')
    .description(
      'Takes in a journal that "review export" wrote. Entries that are here already are left alone; those whose items\n' +
        'are not in this record are kept, and listed by "review orphans".',
    )
    .argument('<file>', 'JSON Lines; "-" for standard input'),
).action(async (file: string, options: ReviewOptions) =>
  onRecord(options, async (record) => {
    const { added, known } = await record.takeIn(entriesIn(file));
    const orphans = new Set((await record.orphans()).map(({ entry }) => entry.id)).size;
    if (options.json) await writeLine(JSON.stringify({ added, known, orphans }));
    else
      await writeLine(
        `${added} entries taken in, ${known} were here already; ${orphans} in the journal hold for nothing here.`,
      );
  }),
);

function entriesIn(file: string): readonly ReviewEntry[] {
  const lines = textOf(file).split('\n');
  return lines.flatMap((line, at): ReviewEntry[] => {
    if (line.trim() === '') return [];
    const { success, data, error } = reviewEntrySchema.safeParse(parsed(line, file, at + 1));
    if (success) return [data];
    const [issue] = error.issues;
    throw noEntry(file, at + 1, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new Fault('file-unreadable', { path: file, reason: reasonOf(error) }, error);
  }
}

function parsed(line: string, file: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw noEntry(file, number, reasonOf(error));
  }
}

const noEntry = (file: string, line: number, reason: string): Fault =>
  new Fault('review-decision', { reason: `${file}, line ${line} is no entry of a journal: ${reason}` });
