// `rapporteur watch`: feeds and folders, read into the record as they change, until Ctrl-C.
import { setTimeout as pause } from 'node:timers/promises';
import { Command, Option } from 'commander';
import { isAddress } from '../../intake/address/fetched.ts';
import { deliver } from '../../intake/inputs.ts';
import { readerVersion } from '../../version.ts';
import { arrivalsIn, FRESH } from '../arrivals.ts';
import { complain, EXIT, EXIT_HELP } from '../exit.ts';
import { INTAKE_HELP, type IntakeOptions, inputOptions, withIntakeOptions } from '../intake-options.ts';
import { onInterrupt } from '../interrupt.ts';
import { lazyCoders } from '../lazy-coders.ts';
import { lexiconOption, recordOption, threadsOption, wholeNumber } from '../options.ts';
import { recordSteps } from '../record-steps.ts';
import { scheduleOf } from '../schedule.ts';
import { writeLine } from '../stdout.ts';

interface Options extends IntakeOptions {
  readonly record: string;
  readonly threads: number;
  readonly lexicon: readonly string[];
  readonly every: number;
  readonly poll: number;
  readonly once: boolean;
}

export const watchCommand = withIntakeOptions(new Command('watch'))
  .summary('feeds and folders, read as they change')
  .description(
    'Looks after feeds, pages, files and folders, and reads what is new or changed into the record, with a line for each\n' +
      'on standard output. Feeds and pages are asked only for what has changed since; those that fail, less and less often.\n' +
      'Ctrl-C ends it with everything recorded that was read.',
  )
  .argument('<sources...>', 'addresses of feeds and pages, files and folders')
  .addOption(recordOption())
  .addOption(threadsOption())
  .addOption(lexiconOption())
  .addOption(
    new Option('--every <minutes>', 'how often addresses are asked').argParser(wholeNumber(1, 10_080)).default(15),
  )
  .addOption(
    new Option('--poll <seconds>', 'how often folders are looked into').argParser(wholeNumber(1, 3600)).default(5),
  )
  .option('--once', 'look once and end, as for a task that runs on a schedule', false)
  .addHelpText(
    'after',
    `${INTAKE_HELP}

Examples:
  $ rapporteur watch inbox/ --record talks.db
  $ rapporteur watch https://courier.example/feed.xml --follow --every 30
  $ rapporteur watch https://courier.example/feed.xml inbox/ --once
${EXIT_HELP}`,
  )
  .action(async (sources: readonly string[], options: Options) => {
    const stop = onInterrupt('stopping after the documents under way; Ctrl-C again stops at once.');
    try {
      await watch(sources, options, stop.signal);
    } finally {
      stop.release();
    }
  });

/** How often `--once` looks at most, while files are being written. */
const LOOKS = 3;

async function watch(sources: readonly string[], options: Options, signal: AbortSignal): Promise<void> {
  const { record: path, lexicon, threads, every, poll, once } = options;
  const { openRecord } = await import('../../record/record.ts');
  const version = readerVersion(lexicon);
  const inputs = inputOptions(options, signal);
  let anyMissing = false;
  const arrivals = arrivalsIn(
    sources.filter((source) => !isAddress(source)),
    (fault) => {
      anyMissing = true;
      complain(fault.message);
    },
  );
  const schedule = scheduleOf(sources.filter(isAddress), every * 60_000);
  const record = await openRecord(path);
  const coders = lazyCoders({ threads, lexicon });

  /** Reads some inputs, prints a line for each source, and gives those that had a fault. */
  const round = async (due: readonly string[]): Promise<ReadonlySet<string>> => {
    const failed = new Set<string>();
    const counts = new Map<string, number>();
    const leftOut = new Map<string, number>();
    const isKnown = async (source: { readonly path: string; readonly hash: string }) =>
      record.isCurrent({ ...source, version });
    await recordSteps(deliver(due, { ...inputs, isKnown }), {
      record,
      version,
      again: false,
      ...coders,
      onStep: (told) => {
        const { path } = told;
        if (told.what === 'fault') {
          failed.add(path);
          complain(told.fault.message);
        } else if (told.what === 'done') log(path, counts.get(path) ?? 0, leftOut.get(path) ?? 0);
        else if (told.what === 'left-out') leftOut.set(path, (leftOut.get(path) ?? 0) + 1);
        else if (told.what !== 'known') counts.set(path, (counts.get(path) ?? 0) + 1);
      },
    });
    if (counts.size) await record.settle();
    return failed;
  };

  let looks = 1;
  let anyFailed = false;
  try {
    while (!signal.aborted) {
      const due = schedule.due(Date.now());
      const failed = await round([...(await arrivals.look()), ...due]);
      for (const address of due) schedule.asked(address, Date.now(), !failed.has(address));
      anyFailed ||= failed.size > 0;
      if (once && arrivals.fresh().length > 0 && looks < LOOKS) {
        // There is no later look that would find them written.
        looks += 1;
        await pause(FRESH, undefined, { signal }).catch(() => undefined);
        continue;
      }
      if (once) {
        for (const file of arrivals.fresh()) complain(`${file} is still being written; the next run reads it.`);
        if (anyFailed || anyMissing) process.exitCode = EXIT.partly;
        break;
      }
      const folders = sources.some((source) => !isAddress(source));
      const wait = Math.min(folders ? poll * 1000 : Number.POSITIVE_INFINITY, schedule.wait(Date.now()));
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await record.close();
    await coders.close();
  }
}

function log(path: string, documents: number, leftOut: number): void {
  const out = leftOut === 0 ? '' : `; ${leftOut} left out, taken out of the record earlier`;
  const time = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  void writeLine(`${time}  read ${documents === 1 ? '1 document' : `${documents} documents`} from ${path}${out}`);
}
