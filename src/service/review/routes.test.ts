// Deciding over HTTP: in whose name, what is refused and why, and that it can be taken back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenRecord, openRecord } from '../../record/record.ts';
import { tell } from '../../record/testing/build.ts';
import { SAMPLES } from '../../record/testing/samples.ts';
import { hashToken } from '../access/tokens.ts';
import { ANSWERS } from '../answers/answers.ts';
import { createApp } from '../app.ts';
import type { EventView, Page, ReviewEntry } from '../contract.ts';

let folder: string;
let record: OpenRecord;
let app: Hono;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deciding-'));
  record = await openRecord(join(folder, 'record.db'));
  for (const told of SAMPLES) await tell(record, told);
  const users = new Map([
    [hashToken('reads'), { name: 'Rita', role: 'read' as const }],
    [hashToken('decides'), { name: 'Vera', role: 'review' as const }],
  ]);
  const access = { users, local: { name: 'local', role: 'administer' as const } };
  app = createApp({
    ...{ record, version: '1', webRoot: folder, loopbackOnly: false, access },
    writable: async () => record,
  });
});
afterEach(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, body?: unknown, token = 'decides') =>
  app.request(`http://localhost${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { host: 'localhost', authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const json = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T;
const firstEvent = async () => {
  const { items } = await json<Page<EventView>>(ask('/api/events'));
  if (!items[0]) throw new Error('no event');
  return items[0];
};

it('enters a decision in the name of who is logged in, and takes it back', async () => {
  const { id } = await firstEvent();
  const entry = await json<ReviewEntry>(ask('/api/review/decisions', { what: 'accept', item: id }));
  expect(entry).toMatchObject({ who: 'Vera', what: 'accepted' });
  expect((await json<EventView>(ask(`/api/items/${id}`))).review).toBe('accepted');
  expect((await ask('/api/review/undo', { entry: entry.id })).status).toBe(200);
  expect((await json<EventView>(ask(`/api/items/${id}`))).review).toBe('machine');
  expect((await ask('/api/review/undo', { entry: entry.id })).status).toBe(409);
  const history = ANSWERS['/api/review/history/:id'].parse(await json(ask(`/api/review/history/${id}`)));
  expect(history.entries.map(({ what }) => what)).toEqual(['accepted', 'undone']);
});

it('refuses a decision over a newer one of somebody else', async () => {
  const { id } = await firstEvent();
  await ask('/api/review/decisions', { what: 'reject', item: id });
  expect((await ask('/api/review/decisions', { what: 'accept', item: id, seen: null })).status).toBe(409);
});

it('keeps what waits, the journal and the agreement as described', async () => {
  const { id } = await firstEvent();
  await ask('/api/review/decisions', {
    what: 'correct',
    item: id,
    fields: { modality: 'planned' },
    note: 'it was to be',
  });
  for (const path of ['queue', 'orphans', 'reviewers', 'journal'] as const) {
    const { error } = ANSWERS[`/api/review/${path}`].safeParse(await json(ask(`/api/review/${path}`)));
    expect(error?.issues ?? [], path).toEqual([]);
  }
});

it('takes a document out and puts it back, and lets only reviewers see what was taken out', async () => {
  const takenOut = async () => ANSWERS['/api/review/taken-out'].parse(await json(ask('/api/review/taken-out')));
  expect(await takenOut()).toEqual([]);
  const body = { what: 'take-out', document: 'meeting', note: 'private' };
  expect((await ask('/api/review/decisions', body, 'reads')).status).toBe(403);
  const entry = await json<ReviewEntry>(ask('/api/review/decisions', body));
  expect(entry).toMatchObject({ who: 'Vera', what: 'taken-out', document: 'meeting' });
  expect((await ask('/api/documents/meeting')).status).toBe(404);
  expect((await ask('/api/review/decisions', body)).status).toBe(400);
  expect(await takenOut()).toMatchObject([{ document: { title: 'Talks in Bergen' }, entry: { id: entry.id } }]);
  expect((await ask('/api/review/taken-out', undefined, 'reads')).status).toBe(403);
  expect(await (await ask('/api/review/journal', undefined, 'reads')).text()).not.toContain('Talks in Bergen');
  expect((await ask('/api/review/undo', { entry: entry.id })).status).toBe(200);
  expect((await ask('/api/documents/meeting')).status).toBe(200);
});

it.each([
  [{ what: 'accept', item: 'v0' }, 404],
  [{ what: 'take-out', document: 'nothing' }, 404],
  [{ what: 'accept' }, 400],
  [{ what: 'crown', item: 'v0' }, 400],
  [null, 400],
])('refuses %j with %i', async (body, status) => {
  expect((await ask('/api/review/decisions', body)).status).toBe(status);
});

it('lets readers decide nothing', async () => {
  const { id } = await firstEvent();
  expect((await ask('/api/review/decisions', { what: 'reject', item: id }, 'reads')).status).toBe(403);
  expect((await json<EventView>(ask(`/api/items/${id}`))).review).toBe('machine');
});

it('refuses what is too large to be a decision', async () => {
  const { id } = await firstEvent();
  const note = 'x'.repeat(300_000);
  expect((await ask('/api/review/decisions', { what: 'accept', item: id, note })).status).toBe(413);
});
