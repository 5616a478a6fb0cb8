// Starts the service on a port and stops it again.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Fault, reasonOf } from '../model/fault.ts';
import { askFirst } from './answering/first-questions.ts';
import { keepAnswers } from './answering/kept.ts';
import { openAnswerer } from './answering/open-answerer.ts';
import { type AppOptions, createApp } from './app.ts';
import { isLoopback } from './security.ts';

export interface ServiceOptions extends Omit<AppOptions, 'loopbackOnly' | 'answerer'> {
  /** Address to listen at; 127.0.0.1 without it, so that only this machine is answered. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Threads that answer beside the service's own, which does so alone without it. */
  readonly threads?: number;
}

export interface RunningService {
  /** Where it answers: `http://127.0.0.1:4173`. */
  readonly url: string;
  /** Stops listening, lets what is being answered end, for a while, and ends open connections. The record stays open. */
  close(): Promise<void>;
}

/**
 * How long a connection that nobody uses stays open, in milliseconds. Node's five seconds pass while a large answer is made,
 * and then a request that is on its way already meets a closed door.
 */
const KEPT_OPEN = 65_000;

/** How long answers under way may take after the service is told to stop, in milliseconds. */
const PATIENCE = 3000;

/** @throws Fault `port-taken`, `port-closed` */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { host = '127.0.0.1', port = 0, threads = 0, ...rest } = options;
  const { record, version, log } = rest;
  const failed = (error: unknown) => log?.error({ error: String(error) }, 'threads failed');
  const stop = new AbortController();
  const opened = openAnswerer({
    record,
    version,
    threads,
    failed,
    ready: (answering) =>
      void askFirst(answerer, answering, threads, stop.signal).catch((error: unknown) => {
        if (!stop.signal.aborted) failed(error);
      }),
  });
  const answerer = keepAnswers(opened, () => record.state());
  const app = createApp({ ...rest, answerer, loopbackOnly: isLoopback(host) });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.keepAliveTimeout = KEPT_OPEN;
  // Counted from the connection's last use, so it must be the longer one.
  server.headersTimeout = KEPT_OPEN + 5000;
  await new Promise<void>((started, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code === 'EADDRINUSE' ? 'port-taken' : 'port-closed';
      failed(new Fault(code, { port, host, reason: reasonOf(error) }, error));
    });
    server.listen(port, host, started);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    async close() {
      await new Promise<void>((closed, failed) => {
        const late = setTimeout(() => server.closeAllConnections(), PATIENCE);
        server.close((error) => {
          clearTimeout(late);
          if (error) failed(error);
          else closed();
        });
        server.closeIdleConnections();
      });
      stop.abort();
      await answerer.close();
    },
  };
}
