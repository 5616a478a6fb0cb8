// A small fleet on this machine: one queue, two workers, one record, and what goes wrong with them.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSchema, type Place } from '../src/record/testing/engines.ts';
import { documentLines } from './fleet/documents.ts';
import { type NatsNode, natsNodes, pause } from './fleet/servers.ts';
import { startWorker } from './fleet/workers.ts';
import { rapporteur } from './program.ts';

let folder: string;
let node: NatsNode;
const places: Place[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-fleet-'));
  const [first] = await natsNodes(folder, 1);
  node = first as NatsNode;
  await node.start();
  writeFileSync(join(folder, 'documents.jsonl'), documentLines(60));
  writeFileSync(join(folder, 'few.jsonl'), documentLines(12));
});
afterAll(async () => {
  await node.stop();
  for (const place of places) await place.clear();
  rmSync(folder, { recursive: true, force: true });
});

/** A queue and a record of its own for a test, as options. */
async function newFleet(queue: string) {
  const place = await newSchema();
  places.push(place);
  return { queue: ['--nats', node.url, '--queue', queue], record: ['--record', place.place] };
}

const statusOf = async (queue: readonly string[]) =>
  JSON.parse((await rapporteur(['status', ...queue, '--json'])).stdout) as {
    waiting: number;
    underWay: number;
    done: number;
    dead: number;
    workers: readonly unknown[];
  };

test('documents are recorded once though a worker is killed, as on one machine', { timeout: 400_000 }, async () => {
  const { queue, record } = await newFleet('killed');
  const documents = join(folder, 'documents.jsonl');
  const submitted = await rapporteur(['submit', documents, ...queue]);
  expect(submitted).toMatchObject({ code: 0, stderr: expect.stringContaining('Submitted 60.') });
  const again = await rapporteur(['submit', documents, ...queue]);
  expect(again.stderr).toContain('Submitted 0, 60 were there already.');
  expect(await statusOf(queue)).toMatchObject({ waiting: 60, underWay: 0, dead: 0, workers: [] });

  const options = [...queue, ...record, '--threads', '1', '--batch', '8'];
  const doomed = startWorker(options);
  while (!(await statusOf(queue)).done) await pause(100);
  doomed.kill('SIGKILL');
  await doomed.ended;
  const heir = startWorker([...options, '--until-empty']);
  expect(await heir.ended, heir.said()).toBe(0);

  expect(await statusOf(queue)).toMatchObject({ waiting: 0, underWay: 0, done: 60, dead: 0 });
  const alone = ['--record', join(folder, 'alone.db')];
  expect((await rapporteur(['read', documents, ...alone, '--threads', '1'])).code).toBe(0);
  const [shared, single] = await Promise.all(
    [record, alone].map((place) => rapporteur(['export', '--to', 'json', ...place])),
  );
  expect(JSON.parse(shared?.stdout ?? '').documents).toHaveLength(60);
  expect(shared?.stdout).toBe(single?.stdout);
  const known = await rapporteur(['read', documents, ...record, '--threads', '1']);
  expect(known).toMatchObject({ code: 0, stderr: expect.stringContaining('1 file unchanged') });
});

test('a source that has lost documents loses them in the record, too', { timeout: 240_000 }, async () => {
  const { queue, record } = await newFleet('changed');
  const changing = join(folder, 'changing.jsonl');
  for (const count of [5, 3]) {
    writeFileSync(changing, documentLines(count));
    await rapporteur(['submit', changing, ...queue]);
    const worker = startWorker([...queue, ...record, '--threads', '1', '--until-empty']);
    expect(await worker.ended, worker.said()).toBe(0);
  }
  const documents = JSON.parse((await rapporteur(['show', 'documents', '--json', ...record])).stdout);
  expect(documents.total ?? documents.length).toBe(3);
});

test('days are counted from the date that a person gave a document', { timeout: 240_000 }, async () => {
  const { queue, record } = await newFleet('dated');
  const file = join(folder, 'dated.jsonl');
  const text = 'Norway rejected the offer of Chile yesterday.';
  const dayAfterSubmitting = async (title: string) => {
    writeFileSync(file, `${JSON.stringify({ id: 'dated', text, title, published: '2013-05-10' })}\n`);
    await rapporteur(['submit', file, ...queue]);
    const worker = startWorker([...queue, ...record, '--threads', '1', '--until-empty']);
    expect(await worker.ended, worker.said()).toBe(0);
    const shown = JSON.parse((await rapporteur(['show', 'timeline', '--json', ...record])).stdout);
    return shown.items[0].time.value;
  };
  expect(await dayAfterSubmitting('Before')).toBe('2013-05-09');
  const corrected = await rapporteur(['review', 'correct', 'dated', 'published=2014-02-03', ...record]);
  expect(corrected.code, corrected.stderr).toBe(0);
  expect(await dayAfterSubmitting('After')).toBe('2014-02-02');
  const known = await rapporteur(['read', file, ...record, '--threads', '1']);
  expect(known.stderr).toContain('1 file unchanged');
});

test('a document larger than a message is packed, and refused where that is not enough', async () => {
  const { queue } = await newFleet('large');
  const files = {
    'plain.txt': 'Norway rejected the offer. '.repeat(50_000),
    'dense.txt': randomBytes(2e6).toString('base64'),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { code, stderr } = await rapporteur([
    'submit',
    ...Object.keys(files).map((name) => join(folder, name)),
    ...queue,
  ]);
  expect(code).toBe(1);
  expect(stderr).toContain('Submitted 1, 1 could not be read.');
  expect(stderr).toMatch(/document dense has \d+ bytes, packed, and the server takes 1048576\. Raise its max_payload/);
  expect(await statusOf(queue)).toMatchObject({ waiting: 1 });
});

test('what cannot be read is put aside with its reason, and can be sent again', { timeout: 240_000 }, async () => {
  const { queue, record } = await newFleet('poisoned');
  await rapporteur(['submit', ...queue, join(folder, 'few.jsonl')]);
  const connection = await connect({ servers: node.url });
  await jetstream(connection).publish('poisoned-tasks', '{"document": 1}');
  await connection.close();
  const options = [...queue, ...record, '--threads', '1', '--until-empty'];
  const first = startWorker(options);
  expect(await first.ended, first.said()).toBe(1);

  expect(await statusOf(queue)).toMatchObject({ waiting: 0, dead: 1 });
  const dead = JSON.parse((await rapporteur(['status', '--dead', '--json', ...queue])).stdout);
  expect(dead).toMatchObject({ code: 'line-not-document', deliveries: 1, document: null });
  expect((await rapporteur(['submit', '--again', ...queue])).stderr).toContain('Sent 1 again.');
  expect(await statusOf(queue)).toMatchObject({ waiting: 1, dead: 0 });
});

test('a worker that is told to stop ends what it has begun', { timeout: 240_000 }, async () => {
  const { queue, record } = await newFleet('stopped');
  await rapporteur(['submit', ...queue, join(folder, 'documents.jsonl')]);
  const worker = startWorker([...queue, ...record, '--threads', '1', '--batch', '8']);
  while (!(await statusOf(queue)).done) await pause(100);
  worker.kill('SIGTERM');
  expect(await worker.ended, worker.said()).toBe(0);
  const status = await statusOf(queue);
  expect(status.underWay).toBe(0);
  const documents = JSON.parse((await rapporteur(['show', 'documents', '--json', ...record])).stdout);
  expect(documents.total ?? documents.length).toBe(status.done);
});

test('nobody at the address is told in one line', async () => {
  const { code, stderr } = await rapporteur(['status', '--nats', 'nats://127.0.0.1:1']);
  expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
  expect(stderr).toContain('cannot reach the queue at nats://127.0.0.1:1');
});
