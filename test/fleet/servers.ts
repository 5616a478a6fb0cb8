// Servers for the tests of the fleet, each on a free port of this machine, that can be stopped, killed and started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@nats-io/transport-node';
import { programsFolder, serverUser } from '../postgres-server.ts';

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

export interface NatsNode {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Nodes of one cluster with JetStream, their data below a folder. One node is no cluster. */
export async function natsNodes(folder: string, count: number): Promise<readonly NatsNode[]> {
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  const routes = await Promise.all(Array.from({ length: count }, freePort));
  return ports.map((port, n) => {
    const url = `nats://127.0.0.1:${port}`;
    const cluster = [
      ...['--cluster_name', 'test', '--cluster', `nats://127.0.0.1:${routes[n]}`],
      ...['--routes', routes.map((route) => `nats://127.0.0.1:${route}`).join(',')],
    ];
    const args = ['-js', '-a', '127.0.0.1', '-p', `${port}`, '-sd', join(folder, `nats-${n}`), '--name', `node-${n}`];
    let running: ChildProcess | null = null;
    return {
      url,
      async start() {
        running = spawn('nats-server', count > 1 ? [...args, ...cluster] : args, { stdio: 'ignore' });
        const failed = once(running, 'error').then(([error]) => {
          throw error;
        });
        await Promise.race([failed, untilAnswering(url)]);
        failed.catch(() => undefined);
      },
      async stop() {
        if (running?.exitCode !== null) return;
        const gone = once(running, 'exit');
        running.kill('SIGTERM');
        await gone;
      },
    };
  });
}

async function untilAnswering(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      const connection = await connect({ servers: url, timeout: 1000, reconnect: false });
      await connection.close();
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await pause(100);
    }
  }
}

export interface Postgres {
  readonly address: string;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own that can be restarted, reached through a socket in a folder that is gone when it stops. */
export async function ownPostgres(): Promise<Postgres> {
  const programs = programsFolder();
  if (!programs) throw new Error('There is no PostgreSQL on this machine.');
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-postgres-'));
  const data = join(folder, 'data');
  const asServer = await serverUser(folder);
  const control = (args: readonly string[]) => asServer(join(programs, 'pg_ctl'), ['-D', data, '-w', '-s', ...args]);
  const start = () => control(['-l', join(folder, 'log'), '-o', `-k ${folder} -c listen_addresses=`, 'start']);
  await asServer(join(programs, 'initdb'), ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--no-locale']);
  await start();
  return {
    address: `postgres://tester@/postgres?host=${encodeURIComponent(folder)}`,
    async restart() {
      await control(['-m', 'immediate', 'stop']);
      await pause(1000);
      await start();
    },
    async stop() {
      await control(['-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const pause = (wait: number) => new Promise((done) => setTimeout(done, wait));
