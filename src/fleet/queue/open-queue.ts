// The queue as the commands use it: documents in, tasks out to workers, dead letters aside, and how it stands.
import {
  type Consumer,
  JetStreamApiError,
  type JetStreamClient,
  type JsMsg,
  jetstream,
  type PubAck,
} from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import { Fault, reasonOf } from '../../model/fault.ts';
import { connectTo, type QueueAddress } from './connect.ts';
import { encodeEnd, type SourceEnd } from './source-end.ts';
import { ensureStreams, managerOf, type Names, namesOf, type QueueOptions } from './streams.ts';
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
  /**
   * Says that all documents of a source are in the queue.
   * @throws Fault `queue-unready`
   */
  putEnd(end: SourceEnd): Promise<void>;
  /** Up to `most` tasks; fewer, or none, where no more come within `wait` milliseconds. */
  take(most: number, wait: number): Promise<readonly JsMsg[]>;
  /** Up to `most` ends of sources, without waiting for any. */
  takeEnds(most: number): Promise<readonly JsMsg[]>;
  /** Tasks that are neither recorded nor put aside, and ends of sources that wait; null while no server says. */
  left(): Promise<{ readonly tasks: number | null; readonly ends: number | null }>;
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
/** Bytes of a message kept for what its headers say, as a dead letter too. */
const HEADERS = 4096;
/** The shortest time that the server lets one wait for messages, in milliseconds. */
const SHORTEST_WAIT = 1000;

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
  const taker = (from: string) => {
    let consumer: Consumer | null = null;
    return async (most: number, wait: number): Promise<readonly JsMsg[]> => {
      try {
        consumer ??= await stream.consumers.get(from, names.consumer);
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
    };
  };
  const takeEnds = taker(names.ends);
  const left = async (of: string): Promise<number | null> => {
    try {
      return (await (await managerOf(connection)).streams.info(of)).state.messages;
    } catch (error) {
      if (connection.isClosed()) throw unready(error);
      return null;
    }
  };
  return {
    names,
    connection,
    put: (task, onFull) => put({ connection, stream, names }, task, onFull),
    putEnd: async (end) => {
      await published({ connection, stream }, names.ends, encodeEnd(end), {});
    },
    take: taker(names.tasks),
    takeEnds: async (most) => ((await left(names.ends)) ? takeEnds(most, SHORTEST_WAIT) : []),
    left: async () => ({ tasks: await left(names.tasks), ends: await left(names.ends) }),
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
  const limit = connection.info?.max_payload ?? Number.POSITIVE_INFINITY;
  const bytes = encodeTask(task, limit - HEADERS);
  if (bytes.length > limit - HEADERS) {
    throw new Fault('document-too-large', { id: task.document.id, size: bytes.length, limit });
  }
  return !(await published({ connection, stream }, names.tasks, bytes, { msgID: keyOf(task) }, onFull)).duplicate;
}

/** Tries again while a cluster chooses a leader, and for ever while the queue is full. */
async function published(
  { connection, stream }: Omit<Sender, 'names'>,
  subject: string,
  bytes: Uint8Array,
  options: { readonly msgID?: string },
  onFull = () => {},
): Promise<PubAck> {
  const begun = Date.now();
  for (let told = false; ; ) {
    try {
      return await stream.publish(subject, bytes, { ...options, timeout: 10_000 });
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
