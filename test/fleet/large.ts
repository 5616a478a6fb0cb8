// Three NATS servers, four workers, thousands of documents, and everything that breaks in the middle: workers are killed,
// a server goes away and comes back, PostgreSQL is restarted. DOCUMENTS=1000 makes it smaller.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { QueueStatus } from '../../src/fleet/queue/status.ts';
import { rapporteur } from '../program.ts';
import { documentLines } from './documents.ts';
import { natsNodes, ownPostgres, pause } from './servers.ts';
import { startWorker, type WorkerProcess } from './workers.ts';

const COUNT = Number(process.env.DOCUMENTS ?? 10_000);
const WORKERS = 4;

const begun = Date.now();
const tell = (line: string) =>
  process.stdout.write(`${((Date.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);

test(`${COUNT} documents through a fleet whose parts break are recorded once, as on one machine`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-large-'));
  const nodes = await natsNodes(folder, 3);
  const postgres = await ownPostgres();
  let workers: WorkerProcess[] = [];
  try {
    await Promise.all(nodes.map((node) => node.start()));
    const queue = ['--nats', nodes.map(({ url }) => url).join(','), '--replicas', '3'];
    const record = ['--record', postgres.address];
    const documents = join(folder, 'documents.jsonl');
    writeFileSync(documents, documentLines(COUNT));

    const submitted = await rapporteur(['submit', documents, ...queue]);
    expect(submitted.stderr).toContain(`Submitted ${COUNT}.`);
    tell(`submitted ${COUNT} documents to three servers, three copies each`);

    const options = [...queue, ...record, '--threads', '1', '--batch', '32'];
    workers = Array.from({ length: WORKERS }, () => startWorker(options));
    const status = async () => {
      const { stdout } = await rapporteur(['status', ...queue.slice(0, 2), '--json']);
      return JSON.parse(stdout) as QueueStatus;
    };
    const untilDone = async (share: number) => {
      for (let now = await status(); now.done < share * COUNT; now = await status()) {
        for (const worker of workers) if (worker.hasEnded()) throw new Error(`a worker ended: ${worker.said()}`);
        await pause(500);
      }
    };
    const replace = async (at: number) => {
      workers[at]?.kill('SIGKILL');
      await workers[at]?.ended;
      workers[at] = startWorker(options);
    };

    await untilDone(0.1);
    tell('a tenth is done; killing a worker');
    await replace(0);
    await untilDone(0.2);
    tell('stopping a NATS server');
    await nodes[0]?.stop();
    await untilDone(0.35);
    tell('going on with two; killing two workers; starting the server again');
    await replace(1);
    await replace(2);
    await nodes[0]?.start();
    await untilDone(0.5);
    tell('half is done; restarting PostgreSQL as after a crash');
    await postgres.restart();
    await untilDone(0.7);
    tell('going on; killing a worker');
    await replace(3);
    await untilDone(1);
    const end = await status();
    tell(`all done: ${JSON.stringify({ ...end, workers: end.workers.map(({ read, memory }) => ({ read, memory })) })}`);
    for (const worker of workers) worker.kill('SIGTERM');
    const codes = await Promise.all(workers.map(({ ended }) => ended));
    expect(codes, workers.map((worker) => worker.said()).join('\n')).toEqual(codes.map(() => 0));
    expect(end).toMatchObject({ waiting: 0, underWay: 0, dead: 0 });

    const alone = ['--record', join(folder, 'alone.db')];
    expect((await rapporteur(['read', documents, ...alone])).code).toBe(0);
    tell('read on one machine');
    const shared = await rapporteur(['export', '--to', 'json', ...record]);
    const single = await rapporteur(['export', '--to', 'json', ...alone]);
    expect(JSON.parse(shared.stdout).documents).toHaveLength(COUNT);
    expect(shared.stdout === single.stdout, 'the exports are the same to the byte').toBe(true);
    tell(`the two records export the same ${shared.stdout.length} characters`);
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
    await Promise.all(nodes.map((node) => node.stop()));
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
