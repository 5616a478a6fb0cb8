// `rapporteur read`: files, folders and addresses into the record; what is in it and has not changed is passed over.
import { Command } from 'commander';
import { isAddress } from '../../intake/address/fetched.ts';
import { deliver, type InputOptions } from '../../intake/inputs.ts';
import { UNREAD_KIND } from '../../intake/walk.ts';
import { readerVersion } from '../../version.ts';
import { type Complaints, complaints } from '../complaints.ts';
import { complain, EXIT, EXIT_HELP } from '../exit.ts';
import { type Named, namedInputs } from '../files.ts';
import { INTAKE_HELP, type IntakeOptions, inputOptions, withIntakeOptions } from '../intake-options.ts';
import { onInterrupt } from '../interrupt.ts';
import { lazyCoders } from '../lazy-coders.ts';
import { notices } from '../notices.ts';
import { lexiconOption, recordOption, threadsOption } from '../options.ts';
import { placeIn } from '../place.ts';
import { progressOn } from '../progress.ts';
import { recordSteps } from '../record-steps.ts';
import { writeLine } from '../stdout.ts';

interface Options extends IntakeOptions {
  readonly record: string;
  readonly threads: number;
  readonly lexicon: readonly string[];
  readonly again: boolean;
  readonly dryRun: boolean;
}

export const readCommand = withIntakeOptions(new Command('read'))
  .summary('files, folders and addresses into the record')
  .description(
    'Reads files, folders of them and addresses into the record. What is in the record and has not changed is passed over;\n' +
      'a file that has changed takes the place of its earlier reading. Stopping half-way loses nothing that is recorded:\n' +
      'the same command goes on where it stopped. Files that could not be read are tried again by the next run.',
  )
  .argument('<files...>', 'files, folders and addresses')
  .addOption(recordOption())
  .addOption(threadsOption())
  .addOption(lexiconOption())
  .option('--again', 'read what has not changed, too', false)
  .option('--dry-run', 'only say what would be read', false)
  .addHelpText(
    'after',
    `${INTAKE_HELP}

Examples:
  $ rapporteur read reports/
  $ rapporteur read communique.pdf briefing.html --record talks.db
  $ rapporteur read articles.csv --columns text=body,date=pub_date --publisher "The Courier"
  $ rapporteur read crawl.warc.gz https://courier.example/2013/talks.html
  $ rapporteur read reports/ --dry-run
${EXIT_HELP}
  130 stopped by Ctrl-C; what was read is recorded`,
  )
  .action(async (paths: readonly string[], options: Options) => {
    const named = await namedInputs(paths);
    for (const fault of named.faults) complain(fault.message);
    if (named.faults.length && !named.inputs.length) {
      process.exitCode = EXIT.fault;
      return;
    }
    const told = complaints();
    const stop = onInterrupt('stopping after the documents under way; Ctrl-C again stops at once.');
    try {
      const inputs = inputOptions(options, stop.signal);
      if (options.dryRun) await tryOut(named, inputs, options, told);
      else await readInto(named, inputs, options, told);
    } finally {
      stop.release();
    }
    told.end();
    if (named.faults.length + told.count > 0) process.exitCode = EXIT.partly;
    if (stop.signal.aborted) process.exitCode = EXIT.stopped;
  });

async function readInto(named: Named, inputs: InputOptions, options: Options, told: Complaints): Promise<void> {
  const { record: path, lexicon, again, threads } = options;
  const { openRecord } = await import('../../record/record.ts');
  const version = readerVersion(lexicon);
  const record = await openRecord(path);
  const progress = progressOn(process.stderr, 'Reading');
  const place = placeIn(named.inputs);
  const noticed = notices();
  const counts = { added: 0, replaced: 0, unchanged: 0, 'left-out': 0, known: 0 };
  const coders = lazyCoders({ threads: workersFor(named, threads), lexicon });
  try {
    const steps = deliver(named.inputs, {
      ...inputs,
      isKnown: async (source) => !again && record.isCurrent({ ...source, version }),
      onBytes: place.onBytes,
    });
    await recordSteps(place.follow(steps), {
      record,
      version,
      again,
      ...coders,
      onStep: (step) => {
        if (step.what === 'fault') told.add(step.path, step.fault);
        else if (step.what !== 'done') counts[step.what] += 1;
        if ('diagnostics' in step) noticed.add(step.path, step.diagnostics);
        // Nothing is being read while known files are passed over.
        if (step.what === 'known') return;
        progress.show({ documents: counts.added + counts.replaced, share: place.share(named.bytes), now: step.path });
      },
    });
    await record.settle();
  } finally {
    await record.close();
    await coders.close();
  }
  progress.end(summaryOf(counts, told.count, named.skipped, path));
  for (const line of noticed.lines()) process.stderr.write(`${line}\n`);
  if (counts['left-out']) process.stderr.write(`${WAY_BACK}\n`);
}

/** One small file is read by one worker; others would only start and end. */
function workersFor({ inputs, bytes }: Named, threads: number): number {
  return inputs.length === 1 && !inputs.some(isAddress) && bytes < 100_000 ? 1 : threads;
}

interface Counts {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly 'left-out': number;
  readonly known: number;
}

function summaryOf(
  { added, replaced, unchanged, known, 'left-out': leftOut }: Counts,
  faults: number,
  skipped: Named['skipped'],
  path: string,
) {
  const parts = [`Read ${counted(added + replaced, 'document')} into ${path}`];
  if (replaced) parts.push(`${replaced} in place of earlier readings`);
  if (known) parts.push(`${counted(known, 'file')} unchanged`);
  if (unchanged) parts.push(`${counted(unchanged, 'document')} recorded by an earlier run`);
  if (leftOut) parts.push(leftOutWords(leftOut));
  // Hidden files, sidecars and the like are passed over by intention; files of other kinds may be news.
  const unread = skipped.get(UNREAD_KIND);
  if (unread) parts.push(`${unread} ${UNREAD_KIND}`);
  if (faults) parts.push(`${faults} not readable`);
  return `${parts.join('; ')}.`;
}

/** Says that what people took out of the record stays out of it. */
const leftOutWords = (number: number): string =>
  `${counted(number, 'document')} left out, taken out of the record earlier`;

const WAY_BACK = 'What was taken out: rapporteur review taken-out; to put it back: rapporteur review put-back ID';

const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** Opens everything, reads nothing, writes nothing: a line for each source with what would become of it. */
async function tryOut(named: Named, inputs: InputOptions, { record: path, lexicon, again }: Options, told: Complaints) {
  const { existsSync } = await import('node:fs');
  const { openRecord } = await import('../../record/record.ts');
  const version = readerVersion(lexicon);
  const record = path.includes('://') || existsSync(path) ? await openRecord(path) : null;
  let documents = 0;
  let leftOut = 0;
  try {
    const isKnown: InputOptions['isKnown'] = async (source) =>
      !again && record !== null && record.isCurrent({ ...source, version });
    for await (const step of deliver(named.inputs, { ...inputs, isKnown })) {
      if (step.step === 'fault') told.add(step.path, step.fault);
      else if (step.step === 'known') await writeLine(`unchanged  ${step.source.path}`);
      else if (step.step === 'document') leftOut += (await record?.isTakenOut(step.document, step.source)) ? 1 : 0;
      else if (step.step === 'end') {
        documents += step.ids.length;
        await writeLine(`${counted(step.ids.length, 'document').padEnd(9)}  ${step.source.path}`);
      }
    }
  } finally {
    await record?.close();
  }
  const would = [`Would read ${counted(documents - leftOut, 'document')} into ${path}`];
  if (leftOut) would.push(leftOutWords(leftOut));
  process.stderr.write(`${would.join('; ')}; nothing was read or written.\n`);
}
