// `rapporteur submit`: files and folders into the queue that workers read from.
import { Command } from 'commander';
import { Fault } from '../../model/fault.ts';
import { complain, EXIT, EXIT_HELP } from '../exit.ts';
import { filesIn, openAll } from '../files.ts';
import { progressOn } from '../progress.ts';
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
  readonly again: boolean;
}

/** Documents that are on their way to the server at one time. */
const AT_ONCE = 64;

export const submitCommand = new Command('submit')
  .summary('files and folders into the queue for workers')
  .description(
    'Puts the documents of files and folders into a queue on NATS JetStream, from which "rapporteur worker" reads. A document\n' +
      'is in the queue, on disk, when this command has counted it. The same document is recorded once, however often it is\n' +
      'submitted. While the queue is full this command waits.',
  )
  .argument('[files...]', 'files and folders')
  .addOption(natsOption())
  .addOption(queueOption())
  .addOption(credsOption())
  .addOption(replicasOption())
  .addOption(limitOption())
  .option('--again', 'send what was put aside ("rapporteur status --dead") to the workers again', false)
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur submit archive/
  $ rapporteur submit documents.jsonl --nats nats://a:4222,nats://b:4222 --replicas 3
  $ rapporteur submit --again
${EXIT_HELP}`,
  )
  .action(async (paths: readonly string[], options: Options) => {
    if (!paths.length && !options.again) {
      throw new Fault('option-value', { option: 'submit', value: 'nothing', reason: 'name files, or give --again' });
    }
    const { openQueue } = await import('../../fleet/queue/open-queue.ts');
    const { files, faults } = await filesIn(paths);
    for (const fault of faults) complain(fault.message);
    if (faults.length && !files.length) {
      process.exitCode = EXIT.fault;
      return;
    }
    const queue = await openQueue(addressOf(options), makingOf(options), 'rapporteur submit');
    try {
      if (options.again) {
        const { sendAgain } = await import('../../fleet/queue/dead-letters.ts');
        process.stderr.write(`Sent ${await sendAgain(queue, () => true)} again.\n`);
      }
      const unread = files.length ? await submit(files, queue) : 0;
      if (faults.length + unread > 0) process.exitCode = EXIT.partly;
    } finally {
      await queue.close();
    }
  });

type Queue = Awaited<ReturnType<typeof import('../../fleet/queue/open-queue.ts').openQueue>>;

async function submit(files: readonly string[], queue: Queue): Promise<number> {
  const progress = progressOn(process.stderr, 'Submitting', files.length);
  const counts = { submitted: 0, known: 0, unread: 0, files: 0 };
  const sending = new Set<Promise<void>>();
  const refuse = (fault: unknown) => {
    if (!(fault instanceof Fault) || fault.code !== 'document-too-large') throw fault;
    complain(fault.message);
    counts.unread += 1;
  };
  const onFull = () => process.stderr.write('The queue is full; waiting for the workers …\n');
  for await (const file of openAll(files)) {
    counts.files += 1;
    progress.show(counts.files, file.path);
    const own = 'fault' in file ? [file.fault] : 'faults' in file ? file.faults : [];
    for (const fault of own) complain(fault.message);
    counts.unread += own.length;
    if (!('documents' in file)) continue;
    for (const document of file.documents) {
      const sent: Promise<void> = queue
        .put({ document, path: file.path, hash: file.hash }, onFull)
        .then((isNew) => {
          counts[isNew ? 'submitted' : 'known'] += 1;
        }, refuse)
        .finally(() => sending.delete(sent));
      // A failure is met below; until then it must not count as unhandled.
      sent.catch(() => undefined);
      sending.add(sent);
      if (sending.size >= AT_ONCE) await Promise.race(sending);
    }
  }
  await Promise.all(sending);
  const known = counts.known ? `, ${counts.known} were there already` : '';
  progress.end(`Submitted ${counts.submitted}${known}${counts.unread ? `, ${counts.unread} could not be read` : ''}.`);
  return counts.unread;
}
