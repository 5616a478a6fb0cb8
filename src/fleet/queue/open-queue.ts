// The queue as the commands use it: documents in, tasks out to workers, dead letters aside, and how it stands.
import { type Consumer, JetStreamApiError, type JetStreamClient, type JsMsg, jetstream } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import { Fault, reasonOf } from '../../model/fault.ts';
import { connectTo, type QueueAddress } from './connect.ts';
import { ensureStreams, type Names, namesOf, type QueueOptions } from './streams.ts';
import { encodeTask, keyOf, type Task } from './task.ts';

export interface Queue {
  readonly names: Names;
  readonly connection: NatsConnection;
  /**
   * Puts a task in once: the server has it on disk when this is done. Waits while the queue is full.
   * @param onFull is told when it begins to wait
   * @returns whether it was new; not where the server had it within the last two hours
   * @throws Fault `document-too-large`, `queue-unready`
   */
  put(task: Task, onFull: () => void): Promise<boolean>;
  /** Up to `most` tasks; fewer, or none, where no more come within `wait` milliseconds. */
  take(most: number, wait: number): Promise<readonly JsMsg[]>;
  /** Puts a task that cannot be read aside, with the reason. */
  bury(message: JsMsg, diagnostic: Diagnostic): Promise<void>;
  close(): Promise<void>;
}

/** Why a task is dead. */
export interface Diagnostic {
  /** A fault's code, or `worker-lost` where worker after worker died with it, or `time-limit`. */
  readonly code: string;
  readonly message: string;
  /** Who said so. */
  readonly worker: string;
}

/** JetStream's code for a stream that takes no more since it is as large as it may be. */
const FULL = new Set([10077, 10023]);
/** How long to wait before a full queue, or one without a leader, is asked again, in milliseconds. */
const PAUSE = 500;
/** Publishing is tried anew for so long while a cluster chooses a leader, in milliseconds. */
const ELECTION = 60_000;

/** @throws Fault `queue-unreachable`, `queue-unready` */
export async function openQueue(address: QueueAddress, options: QueueOptions, name: string): Promise<Queue> {
  const names = namesOf(address.queue);
  const connection = await connectTo(address, name);
  try {
    await ensureStreams(connection, names, options);
  } catch (error) {
    await connection.close();
    throw error;
  }
  const stream = jetstream(connection);
  let consumer: Consumer | null = null;
  return {
    names,
    connection,
    put: (task, onFull) => put({ connection, stream, names }, task, onFull),
    async take(most, wait) {
      try {
        consumer ??= await stream.consumers.get(names.tasks, names.consumer);
        const taken: JsMsg[] = [];
        for await (const message of await consumer.fetch({ max_messages: most, expires: wait })) taken.push(message);
        return taken;
      } catch (error) {
        // A server has gone away or a leader is being chosen: tasks come again when there is one.
        if (connection.isClosed()) throw unready(error);
        consumer = null;
        await sleep(PAUSE);
        return [];
      }
    },
    async bury(message, { code, message: reason, worker }) {
      const head = headers();
      head.set('Rapporteur-Code', code);
      head.set('Rapporteur-Reason', reason.replace(/\s+/g, ' ').slice(0, 500));
      head.set('Rapporteur-Worker', worker);
      head.set('Rapporteur-Deliveries', String(message.info.deliveryCount));
      head.set('Nats-Msg-Id', `${message.headers?.get('Nats-Msg-Id') ?? message.seq}:${message.seq}`);
      await stream.publish(names.dead, message.data, { headers: head, retries: 5 });
      // Without a reason: servers before 2.10.4 do not take a term with one for a term.
      message.term();
    },
    close: () => connection.drain(),
  };
}

interface Sender {
  readonly connection: NatsConnection;
  readonly stream: JetStreamClient;
  readonly names: Names;
}

async function put({ connection, stream, names }: Sender, task: Task, onFull: () => void): Promise<boolean> {
  const bytes = encodeTask(task);
  const most = connection.info?.max_payload ?? Number.POSITIVE_INFINITY;
  if (bytes.length > most) {
    throw new Fault('document-too-large', { id: task.document.id, size: bytes.length, limit: most });
  }
  const begun = Date.now();
  for (let told = false; ; ) {
    try {
      return !(await stream.publish(names.tasks, bytes, { msgID: keyOf(task), timeout: 10_000 })).duplicate;
    } catch (error) {
      const isFull = error instanceof JetStreamApiError && FULL.has(error.code);
      if (!isFull && (connection.isClosed() || Date.now() - begun > ELECTION)) throw unready(error);
      if (isFull && !told) onFull();
      told ||= isFull;
      await sleep(PAUSE);
    }
  }
}

const sleep = (wait: number) => new Promise((done) => setTimeout(done, wait));

const unready = (error: unknown) => new Fault('queue-unready', { reason: reasonOf(error) }, error);
