// Options of the commands that work with a queue.
import { Option } from 'commander';
import type { QueueAddress } from '../fleet/queue/connect.ts';
import type { QueueOptions } from '../fleet/queue/streams.ts';
import { wholeNumber } from './options.ts';

const DEFAULT_SERVERS = 'nats://127.0.0.1:4222';

export const natsOption = () =>
  new Option('-n, --nats <servers>', 'NATS servers of one cluster, separated by commas')
    .env('RAPPORTEUR_NATS')
    .default(DEFAULT_SERVERS);

export const queueOption = () => new Option('-q, --queue <name>', 'name of the queue').default('rapporteur');

export const credsOption = () => new Option('--creds <file>', 'NATS credentials').env('RAPPORTEUR_NATS_CREDS');

export const replicasOption = () =>
  new Option('--replicas <n>', 'copies of each document in the cluster, when the queue is made: 1, 3 or 5')
    .choices(['1', '3', '5'])
    .default('1');

export const limitOption = () =>
  new Option('--limit <megabytes>', 'size of the queue beyond which submitting waits, when the queue is made')
    .argParser(wholeNumber(1, 10_000_000))
    .default(4096);

/** As the command line gives them. */
export interface QueueFlags {
  readonly nats: string;
  readonly queue: string;
  readonly creds?: string;
  readonly replicas?: string;
  readonly limit?: number;
}

export const addressOf = ({ nats, queue, creds }: QueueFlags): QueueAddress => ({ servers: nats, queue, creds });

/** What a queue is made with where it is not there yet. */
export const makingOf = ({ replicas = '1', limit = 4096 }: QueueFlags): QueueOptions => ({
  replicas: Number(replicas),
  limit: limit * 2 ** 20,
});
