// The connection to NATS, and its errors in the words of the fault catalogue.
import { readFileSync } from 'node:fs';
import { connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { Fault, reasonOf } from '../../model/fault.ts';

export interface QueueAddress {
  /** Servers of one cluster, separated by commas: `nats://user:password@host:4222,nats://host2`. */
  readonly servers: string;
  /** Name of the queue; several may live on one cluster. */
  readonly queue: string;
  /** A file of NATS credentials. */
  readonly creds?: string | undefined;
}

/** How long to look for a server at the start, in milliseconds. */
const PATIENCE = 5000;

/**
 * Connects, and from then on for ever anew when a server goes away.
 * @throws Fault `queue-unreachable`, `file-unreadable`
 */
export async function connectTo({ servers, creds }: QueueAddress, name: string): Promise<NatsConnection> {
  const addresses = servers.split(',').map((server) => server.trim());
  const { user, pass } = loginIn(addresses[0] ?? '');
  const authenticator = creds === undefined ? {} : { authenticator: credsAuthenticator(bytesOf(creds)) };
  try {
    return await connect({
      servers: addresses.map(withoutLogin),
      name,
      timeout: PATIENCE,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
      ...(user === undefined ? {} : { user, ...(pass === undefined ? {} : { pass }) }),
      ...authenticator,
    });
  } catch (error) {
    throw new Fault('queue-unreachable', { servers: withoutLogin(servers), reason: reasonOf(error) }, error);
  }
}

const LOGIN = /\/\/([^:@/]*)(?::([^@/]*))?@/;

/** Name and password in an address. */
function loginIn(server: string): { readonly user?: string | undefined; readonly pass?: string | undefined } {
  const [, user, pass] = LOGIN.exec(server) ?? [];
  return { user: decoded(user), pass: decoded(pass) };
}

const decoded = (part: string | undefined) => (part === undefined ? undefined : decodeURIComponent(part));

const withoutLogin = (servers: string): string => servers.replace(new RegExp(LOGIN, 'g'), '//');

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Fault('file-unreadable', { path, reason: reasonOf(error) }, error);
  }
}
