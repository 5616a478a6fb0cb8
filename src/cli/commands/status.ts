// `rapporteur status`: how a queue stands.
import { Command } from 'commander';
import type { QueueStatus } from '../../fleet/queue/status.ts';
import { EXIT_HELP } from '../exit.ts';
import { addressOf, credsOption, makingOf, natsOption, type QueueFlags, queueOption } from '../queue-options.ts';
import { writeLine } from '../stdout.ts';

interface Options extends QueueFlags {
  readonly json: boolean;
  readonly dead: boolean;
}

export const statusCommand = new Command('status')
  .summary('how a queue and its workers stand')
  .description(
    'Shows what waits in a queue, what is under way, how many documents a minute are submitted and recorded (measured over two\n' +
      'seconds), what was put aside, and the workers that answer.',
  )
  .addOption(natsOption())
  .addOption(queueOption())
  .addOption(credsOption())
  .option('--dead', 'list the documents that were put aside, and why', false)
  .option('--json', 'as JSON', false)
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur status
  $ rapporteur status --dead
  $ rapporteur status --json | jq .waiting
${EXIT_HELP}`,
  )
  .action(async (options: Options) => {
    const { openQueue } = await import('../../fleet/queue/open-queue.ts');
    const queue = await openQueue(addressOf(options), makingOf(options), 'rapporteur status');
    try {
      if (options.dead) {
        const { deadLetters } = await import('../../fleet/queue/dead-letters.ts');
        for await (const { letter } of deadLetters(queue)) {
          const { time, document, path, code, reason, deliveries } = letter;
          await writeLine(
            options.json
              ? JSON.stringify(letter)
              : `${time.slice(0, 19)}  ${document ?? '?'}  ${path ?? '?'}  ${code} (given out ${deliveries} times): ${reason}`,
          );
        }
        return;
      }
      const { statusOf } = await import('../../fleet/queue/status.ts');
      const status = await statusOf(queue);
      for (const line of options.json ? [JSON.stringify(status)] : linesOf(status)) await writeLine(line);
    } finally {
      await queue.close();
    }
  });

function linesOf({ waiting, underWay, bytes, done, redelivered, dead, rates, workers }: QueueStatus) {
  return [
    `waiting      ${waiting} (${(bytes / 1e6).toFixed(1)} MB)`,
    `under way    ${underWay}${redelivered ? `, ${redelivered} of them given out again` : ''}`,
    `done         ${done}`,
    `put aside    ${dead}${dead ? '   (rapporteur status --dead; rapporteur submit --again)' : ''}`,
    `a minute     ${rates.submitted} submitted, ${rates.done} done`,
    `workers      ${workers.length || 'none answers'}`,
    ...workers.map(
      ({ name, version, read, failed, underWay: own, memory }) =>
        `  ${name}  ${version}  recorded ${read}, put aside ${failed}, under way ${own}, ${memory} MiB`,
    ),
  ];
}
