// A thread that holds the networks and nothing else of the reader, and does the batches that it is sent and can claim.
import { parentPort, workerData } from 'node:worker_threads';
import { oneAtATime } from '../../language/runtime/batch-work.ts';
import { reasonOf } from '../../model/fault.ts';
import { openNetworks } from '../../reader.ts';
import { take } from './claim.ts';
import { type Gate, throughGate } from './gate.ts';
import type { Answered, Asked, Values } from './messages.ts';
import { pack } from './packed.ts';

const gate = workerData as Gate;
const networks = throughGate(gate, () => openNetworks());
// The first batch tells of a failure; until then it must not end the thread.
networks.catch(() => undefined);

async function resultOf(asked: Asked): Promise<Values[keyof Values] | null> {
  const opened = await networks;
  return throughGate(gate, async () => {
    if (!opened || !take(asked.claim)) return null;
    return asked.work === 'parse' ? pack(await opened.parser.parse(asked.batch)) : opened.labeller.label(asked.batch);
  });
}

/** One after the other, so that no batch is claimed before it is begun. */
const work = oneAtATime(async ([asked]: readonly Asked[]) => {
  if (!asked) return [];
  const { id } = asked;
  const answered: Answered = await resultOf(asked).then(
    (value) => ({ id, value }),
    (error) => ({ id, reason: reasonOf(error) }),
  );
  parentPort?.postMessage(answered);
  return [];
});

parentPort?.on('message', (asked: Asked) => work([asked]));
