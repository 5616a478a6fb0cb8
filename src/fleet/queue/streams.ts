// What a queue is made of on the server: a work queue of documents, one of the ends of sources, and dead letters.
import {
  AckPolicy,
  type ConsumerConfig,
  DeliverPolicy,
  DiscardPolicy,
  type JetStreamManager,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { Fault, reasonOf } from '../../model/fault.ts';

/** Names on the server, from the name of the queue. */
export interface Names {
  readonly tasks: string;
  readonly dead: string;
  /** Sources that were submitted whole, to be marked as finished when their last document is recorded. */
  readonly ends: string;
  readonly consumer: string;
  /** Where workers answer what they are at. */
  readonly workers: string;
}

export function namesOf(queue: string): Names {
  if (!/^[a-z0-9][a-z0-9_-]{0,31}$/.test(queue)) {
    const reason = 'a queue is named by up to 32 small letters, digits, "-" and "_"';
    throw new Fault('option-value', { option: '--queue', value: queue, reason });
  }
  return {
    tasks: `${queue}-tasks`,
    dead: `${queue}-dead`,
    ends: `${queue}-ends`,
    consumer: 'workers',
    workers: `${queue}-workers`,
  };
}

const SECOND = 1e9;

/** A task comes back when its worker has said nothing for so long, in milliseconds; workers speak up three times as often. */
export const SILENCE = 30_000;
/** The server knows keys of tasks for so long, in seconds, and takes the same one only once. The record takes it once for ever. */
const KNOWN_FOR = 2 * 60 * 60;
/** Tasks with workers at one time, over the whole fleet. */
const UNDER_WAY = 5000;

export interface QueueOptions {
  /** Copies of each task in the cluster: 1, 3 or 5. */
  readonly replicas: number;
  /** When the queue is as large as this, in bytes, submitting waits. */
  readonly limit: number;
}

/**
 * Makes the streams and their consumers where they are missing, and leaves them as they are where they are not.
 * @throws Fault `queue-unready`
 */
export async function ensureStreams(connection: NatsConnection, names: Names, options: QueueOptions): Promise<void> {
  const manager = await managerOf(connection);
  const common = { storage: StorageType.File, num_replicas: options.replicas };
  await ensureStream(manager, {
    ...common,
    name: names.tasks,
    subjects: [names.tasks],
    retention: RetentionPolicy.Workqueue,
    discard: DiscardPolicy.New,
    max_bytes: options.limit,
    duplicate_window: KNOWN_FOR * SECOND,
  });
  await ensureStream(manager, { ...common, name: names.dead, subjects: [names.dead] });
  const ends = { name: names.ends, subjects: [names.ends], retention: RetentionPolicy.Workqueue };
  await ensureStream(manager, { ...common, ...ends });
  for (const stream of [names.tasks, names.ends]) await ensureConsumer(manager, stream, names.consumer);
}

/** @throws Fault `queue-unready` */
export async function managerOf(connection: NatsConnection): Promise<JetStreamManager> {
  try {
    return await jetstreamManager(connection);
  } catch (error) {
    throw unready(error);
  }
}

async function ensureStream(
  manager: JetStreamManager,
  config: Partial<StreamConfig> & { name: string },
): Promise<void> {
  try {
    await manager.streams.info(config.name);
  } catch {
    // Two programs may make it at once: the same stream twice is no error.
    await manager.streams.add(config).catch((error: unknown) => {
      throw unready(error);
    });
  }
}

async function ensureConsumer(manager: JetStreamManager, stream: string, consumer: string): Promise<void> {
  const config: Partial<ConsumerConfig> = {
    durable_name: consumer,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: SILENCE * 1e6,
    max_deliver: -1,
    max_ack_pending: UNDER_WAY,
  };
  try {
    await manager.consumers.info(stream, consumer);
  } catch {
    await manager.consumers.add(stream, config).catch((error: unknown) => {
      throw unready(error);
    });
  }
}

function unready(error: unknown): Fault {
  return new Fault('queue-unready', { reason: reasonOf(error) }, error);
}
