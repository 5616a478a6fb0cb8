// How a queue stands: what waits, what is under way, how fast it goes, what failed, and which workers answer.
import { z } from 'zod';
import type { Queue } from './open-queue.ts';
import { managerOf } from './streams.ts';

const WORKER = z.object({
  name: z.string(),
  version: z.string(),
  since: z.string(),
  read: z.number(),
  failed: z.number(),
  underWay: z.number(),
  memory: z.number(),
});

/** What a worker says of itself. */
export type WorkerStatus = z.infer<typeof WORKER>;

export interface QueueStatus {
  /** Documents that no worker has yet. */
  readonly waiting: number;
  /** Documents with workers, not yet recorded. */
  readonly underWay: number;
  /** Size of the queue in bytes. */
  readonly bytes: number;
  /** Documents that left the queue since it was made: recorded, or put aside. */
  readonly done: number;
  /** Documents given to a worker again since the first one did not answer. */
  readonly redelivered: number;
  readonly dead: number;
  /** Documents a minute, over the time that was measured. */
  readonly rates: { readonly submitted: number; readonly done: number };
  readonly workers: readonly WorkerStatus[];
}

/** How long workers have to answer, in milliseconds. */
const ANSWER = 800;

/** @param over how long to measure the rates, in milliseconds */
export async function statusOf(queue: Queue, over = 2000): Promise<QueueStatus> {
  const manager = await managerOf(queue.connection);
  const { tasks, dead, consumer } = queue.names;
  const before = await manager.streams.info(tasks);
  const begun = performance.now();
  const [workers] = await Promise.all([workersOf(queue), new Promise((done) => setTimeout(done, over))]);
  const [now, reading, failed] = await Promise.all([
    manager.streams.info(tasks),
    manager.consumers.info(tasks, consumer),
    manager.streams.info(dead),
  ]);
  const minutes = (performance.now() - begun) / 60_000;
  const doneBy = ({ state }: typeof now) => state.last_seq - state.messages;
  return {
    waiting: Math.max(0, now.state.messages - reading.num_ack_pending),
    underWay: reading.num_ack_pending,
    bytes: now.state.bytes,
    done: doneBy(now),
    redelivered: reading.num_redelivered,
    dead: failed.state.messages,
    rates: {
      submitted: Math.round((now.state.last_seq - before.state.last_seq) / minutes),
      done: Math.round((doneBy(now) - doneBy(before)) / minutes),
    },
    workers,
  };
}

async function workersOf({ connection, names }: Queue): Promise<readonly WorkerStatus[]> {
  const found: WorkerStatus[] = [];
  const inbox = `${names.workers}.answers.${Math.random().toString(36).slice(2)}`;
  const answers = connection.subscribe(inbox, {
    callback: (_, message) => {
      const parsed = WORKER.safeParse(safely(() => message.json()));
      if (parsed.success) found.push(parsed.data);
    },
  });
  connection.publish(names.workers, undefined, { reply: inbox });
  await new Promise((done) => setTimeout(done, ANSWER));
  answers.unsubscribe();
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

function safely(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}
