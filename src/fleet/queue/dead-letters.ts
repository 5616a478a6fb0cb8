// Tasks that could not be read: what they were and why, and sending them to the workers again.
import { jetstream } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import type { Queue } from './open-queue.ts';
import { managerOf } from './streams.ts';
import { keyOf, parseTask } from './task.ts';

export interface DeadLetter {
  /** Its number in the stream of dead letters. */
  readonly seq: number;
  /** Id and source of the document, null where the task is not even one. */
  readonly document: string | null;
  readonly path: string | null;
  readonly code: string;
  readonly reason: string;
  readonly worker: string;
  /** How often it was given to a worker. */
  readonly deliveries: number;
  /** ISO 8601. */
  readonly time: string;
}

interface Stored {
  readonly letter: DeadLetter;
  readonly bytes: Uint8Array;
}

/** The dead letters, oldest first. */
export async function* deadLetters(queue: Queue): AsyncGenerator<Stored> {
  const manager = await managerOf(queue.connection);
  const { state } = await manager.streams.info(queue.names.dead);
  for (let seq = state.first_seq; state.messages > 0 && seq <= state.last_seq; seq += 1) {
    const message = await manager.streams.getMessage(queue.names.dead, { seq });
    // One that was sent again leaves a gap.
    if (!message) continue;
    const parsed = parseTask(message.data);
    const of = (name: string) => message.header?.get(`Rapporteur-${name}`) ?? '';
    yield {
      bytes: message.data,
      letter: {
        seq,
        document: parsed.ok ? parsed.task.document.id : null,
        path: parsed.ok ? parsed.task.path : null,
        code: of('Code'),
        reason: of('Reason'),
        worker: of('Worker'),
        deliveries: Number(of('Deliveries')),
        time: message.time.toISOString(),
      },
    };
  }
}

/**
 * Sends dead letters to the workers again; each leaves the dead ones when the server has it among the tasks.
 * @param wanted chooses among them
 * @returns how many were sent
 */
export async function sendAgain(queue: Queue, wanted: (letter: DeadLetter) => boolean): Promise<number> {
  const manager = await managerOf(queue.connection);
  const stream = jetstream(queue.connection);
  let sent = 0;
  for await (const { letter, bytes } of deadLetters(queue)) {
    if (!wanted(letter)) continue;
    const parsed = parseTask(bytes);
    const head = headers();
    // Not the task's own key, by which the server would know it as one that it had.
    head.set('Nats-Msg-Id', `${parsed.ok ? keyOf(parsed.task) : 'task'}:again:${letter.seq}`);
    await stream.publish(queue.names.tasks, bytes, { headers: head, retries: 5 });
    await manager.streams.deleteMessage(queue.names.dead, letter.seq);
    sent += 1;
  }
  return sent;
}
