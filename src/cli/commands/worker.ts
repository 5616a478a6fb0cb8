// `rapporteur worker`: reads documents from a queue into a record that several workers share.
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { Command } from 'commander';
import { PROGRAM_VERSION, readerVersion } from '../../version.ts';
import { complain, EXIT, EXIT_HELP } from '../exit.ts';
import { lexiconOption, recordOption, threadsOption, wholeNumber } from '../options.ts';
import {
  addressOf,
  credsOption,
  limitOption,
  makingOf,
  natsOption,
  type QueueFlags,
  queueOption,
  replicasOption,
} from '../queue-options.ts';

interface Options extends QueueFlags {
  readonly record: string;
  readonly threads: number;
  readonly lexicon: readonly string[];
  readonly batch: number;
  readonly timeLimit: number;
  readonly untilEmpty: boolean;
}

export const workerCommand = new Command('worker')
  .summary('read documents from a queue into a shared record')
  .description(
    'Takes documents from the queue that "rapporteur submit" fills, reads them, and writes them to a record in PostgreSQL that\n' +
      'any number of workers on any number of machines share. A document leaves the queue when it is committed; one whose\n' +
      'worker died comes back to another. Stop a worker with Ctrl+C: it ends what it has begun.',
  )
  .addOption(recordOption())
  .addOption(threadsOption())
  .addOption(lexiconOption())
  .addOption(natsOption())
  .addOption(queueOption())
  .addOption(credsOption())
  .addOption(replicasOption())
  .addOption(limitOption())
  .option('--batch <n>', 'documents taken at a time', wholeNumber(1, 1000), 32)
  .option('--time-limit <seconds>', 'time that the documents of one call may take', wholeNumber(1, 86_400), 300)
  .option('--until-empty', 'stop when nothing is left to read', false)
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur worker --record postgres://user@db.example/talks --nats nats://a:4222,nats://b:4222
  $ rapporteur worker --record postgres://user@db.example/talks --until-empty
${EXIT_HELP}`,
  )
  .action(async (options: Options) => {
    const [{ openQueue }, { openCoders }, { openRecord }, { createRecorder }, { work }] = await Promise.all([
      import('../../fleet/queue/open-queue.ts'),
      import('../../fleet/coders.ts'),
      import('../../record/record.ts'),
      import('../../fleet/worker/recorder.ts'),
      import('../../fleet/worker/work.ts'),
    ]);
    const name = `${hostname()}-${randomBytes(3).toString('hex')}`;
    const stopping = new AbortController();
    const queue = await openQueue(addressOf(options), makingOf(options), name);
    const recorder = createRecorder({
      open: () => openRecord(options.record),
      version: readerVersion(options.lexicon),
      signal: stopping.signal,
      onOutage: (reason) =>
        complain(reason === null ? 'the record is back; going on.' : `${reason} Trying again until it is back …`),
    });
    const stop = (signal: NodeJS.Signals) => {
      process.stderr.write(`${signal}: ending what is under way …\n`);
      stopping.abort();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(signal));
    // The record is opened before the first document is taken, so that a wrong address is known at once.
    await recorder.settle();
    const coders = await openCoders({
      threads: options.threads,
      tokens: false,
      lexicon: options.lexicon,
      apart: true,
    });
    process.stderr.write(`Worker ${name} reads from ${options.queue}.\n`);
    try {
      const done = await work({
        queue,
        coders,
        recorder,
        name,
        version: PROGRAM_VERSION,
        most: options.batch,
        limit: options.timeLimit * 1000,
        untilEmpty: options.untilEmpty,
        signal: stopping.signal,
        onProgress: progressEvery(10_000),
        onDead: ({ document, code, reason }) => complain(`put ${document} aside (${code}): ${reason}`),
      });
      process.stderr.write(`Recorded ${done.read}, put aside ${done.failed}.\n`);
      if (done.failed > 0) process.exitCode = EXIT.partly;
    } finally {
      await Promise.allSettled([coders.close(), recorder.close()]);
      await queue.close();
    }
  });

/** A line now and then, for the log. */
function progressEvery(gap: number): (done: { readonly read: number; readonly failed: number }) => void {
  let last = Date.now();
  return ({ read, failed }) => {
    if (Date.now() - last < gap) return;
    last = Date.now();
    process.stderr.write(`Recorded ${read}, put aside ${failed}\n`);
  };
}
