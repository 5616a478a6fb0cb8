// Networks for a reader that has two threads: those of this thread, and a second pair in a thread that does nothing else.
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Networks, openNetworks } from '../../reader.ts';
import type { Claim } from './claim.ts';
import { openGate, shutGate } from './gate.ts';
import type { Answered, Values, Work } from './messages.ts';
import { unpack } from './packed.ts';
import { createShare } from './share.ts';

/**
 * MiB of the thread's heap for young objects, of which a batch leaves none behind. The heap for old ones is left as it is: it holds
 * the models and no more.
 */
const YOUNG = 16;

export interface SharedNetworks extends Networks {
  close(): Promise<void>;
}

export async function openSharedNetworks(): Promise<SharedNetworks> {
  const helper = openHelper();
  const { parser, labeller } = await openNetworks().catch(async (error) => {
    await helper.close();
    throw error;
  });
  const share = createShare();
  return {
    parser: {
      runtime: parser.runtime,
      parse: (batch) =>
        share(
          () => parser.parse(batch),
          async (claim) => {
            const packed = await helper.ask({ work: 'parse', batch }, claim);
            return packed && unpack(packed);
          },
        ),
    },
    labeller: {
      runtime: labeller.runtime,
      label: (batch) =>
        share(
          () => labeller.label(batch),
          (claim) => helper.ask({ work: 'label', batch }, claim),
        ),
    },
    close: () => helper.close(),
  };
}

interface Helper {
  /** Null where the claim was taken. Rejects where the work fails or the thread is gone. */
  ask<Kind extends keyof Values>(work: Extract<Work, { work: Kind }>, claim: Claim): Promise<Values[Kind] | null>;
  close(): Promise<void>;
}

function openHelper(): Helper {
  // The worker stands beside this file, with the same ending: .js when built.
  const gate = openGate();
  const worker = new Worker(new URL(`./network-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: gate,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  const shut = () => shutGate(gate);
  process.on('exit', shut);
  const asked = new Map<number, { done: (value: never) => void; failed: (error: Error) => void }>();
  let last = 0;
  let lost: Error | null = null;
  const lose = (error: Error) => {
    lost ??= error;
    for (const { failed } of asked.values()) failed(lost);
    asked.clear();
  };
  worker.on('error', lose);
  worker.on('exit', () => lose(new Error('the thread of the networks has ended')));
  worker.on('message', (answered: Answered) => {
    const { id } = answered;
    const { done, failed } = asked.get(id) ?? {};
    asked.delete(id);
    if ('value' in answered) done?.(answered.value as never);
    else failed?.(new Error(answered.reason));
  });
  return {
    ask: (work, claim) =>
      new Promise((done, failed) => {
        if (lost) {
          failed(lost);
          return;
        }
        last += 1;
        asked.set(last, { done, failed });
        worker.postMessage({ ...work, id: last, claim });
      }),
    async close() {
      process.off('exit', shut);
      shut();
      await worker.terminate();
    },
  };
}
