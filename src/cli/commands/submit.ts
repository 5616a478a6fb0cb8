// `rapporteur submit`: files and folders into the queue that workers read from.
import { Command } from 'commander';
import type { Queue } from '../../fleet/queue/open-queue.ts';
import { deliver, type InputOptions } from '../../intake/inputs.ts';
import { Fault } from '../../model/fault.ts';
import { type Complaints, complaints } from '../complaints.ts';
import { complain, EXIT, EXIT_HELP } from '../exit.ts';
import { namedInputs } from '../files.ts';
import { INTAKE_HELP, type IntakeOptions, inputOptions, withIntakeOptions } from '../intake-options.ts';
import { placeIn } from '../place.ts';
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

interface Options extends QueueFlags, IntakeOptions {
  readonly again: boolean;
}

/** Documents that are on their way to the server at one time. */
const AT_ONCE = 64;

export const submitCommand = withIntakeOptions(new Command('submit'))
  .summary('files and addresses into the queue for workers')
  .description(
    'Puts the documents of files, folders and addresses into a queue on NATS JetStream, from which "rapporteur worker" reads. A document\n' +
      'is in the queue, on disk, when this command has counted it. The same document is recorded once, however often it is\n' +
      'submitted. While the queue is full this command waits.',
  )
  .argument('[files...]', 'files, folders and addresses')
  .addOption(natsOption())
  .addOption(queueOption())
  .addOption(credsOption())
  .addOption(replicasOption())
  .addOption(limitOption())
  .option('--again', 'send what was put aside ("rapporteur status --dead") to the workers again', false)
  .addHelpText(
    'after',
    `${INTAKE_HELP}

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
    const { inputs, bytes, faults } = await namedInputs(paths);
    for (const fault of faults) complain(fault.message);
    if (faults.length && !inputs.length) {
      process.exitCode = EXIT.fault;
      return;
    }
    const told = complaints();
    const queue = await openQueue(addressOf(options), makingOf(options), 'rapporteur submit');
    try {
      if (options.again) {
        const { sendAgain } = await import('../../fleet/queue/dead-letters.ts');
        process.stderr.write(`Sent ${await sendAgain(queue, () => true)} again.\n`);
      }
      if (inputs.length) await submit(inputs, bytes, inputOptions(options), queue, told);
    } finally {
      await queue.close();
    }
    told.end();
    if (faults.length + told.count > 0) process.exitCode = EXIT.partly;
  });

/** Delivers all documents to the queue; faults of single ones are told and the rest goes on. */
async function submit(
  inputs: readonly string[],
  bytes: number,
  options: InputOptions,
  queue: Queue,
  told: Complaints,
): Promise<void> {
  const progress = progressOn(process.stderr, 'Submitting');
  const place = placeIn(inputs);
  const counts = { submitted: 0, known: 0 };
  const refused = new Set<string>();
  const sending = new Set<Promise<void>>();
  const onFull = () => process.stderr.write('The queue is full; waiting for the workers …\n');
  const send = async (work: Promise<void>) => {
    const sent: Promise<void> = work.finally(() => sending.delete(sent));
    // A failure is met when it is waited for; until then it must not count as unhandled.
    sent.catch(() => undefined);
    sending.add(sent);
    if (sending.size >= AT_ONCE) await Promise.race(sending);
  };
  for await (const step of place.follow(deliver(inputs, { ...options, onBytes: place.onBytes }))) {
    if (step.step === 'fault') told.add(step.path, step.fault);
    if (step.step === 'end') {
      const { source, ids, whole } = step;
      const end = { path: source.path, hash: source.hash, documents: ids.length, whole };
      // Only behind its documents; and a source of which one was refused has no end.
      const earlier = Promise.all(sending);
      await send(earlier.then(() => (refused.has(source.path) ? undefined : queue.putEnd(end))));
    }
    if (step.step !== 'document') continue;
    const { document, source } = step;
    const put = queue.put({ document, path: source.path, hash: source.hash }, onFull).then(
      (isNew) => {
        counts[isNew ? 'submitted' : 'known'] += 1;
      },
      (fault: unknown) => {
        if (!(fault instanceof Fault) || fault.code !== 'document-too-large') throw fault;
        refused.add(source.path);
        told.add(source.path, fault);
      },
    );
    await send(put);
    progress.show({ documents: counts.submitted + counts.known, share: place.share(bytes), now: source.path });
  }
  await Promise.all(sending);
  const known = counts.known ? `, ${counts.known} were there already` : '';
  progress.end(`Submitted ${counts.submitted}${known}${told.count ? `, ${told.count} could not be read` : ''}.`);
}
