// Each attack that the gate is there for: strangers, guessing, other sites, other hosts, too much at once, wrong roles.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenRecord, openRecord } from '../../record/record.ts';
import { tell } from '../../record/testing/build.ts';
import { SAMPLES } from '../../record/testing/samples.ts';
import { createApp } from '../app.ts';
import type { ReadUploads } from '../readings/readings.ts';
import type { Upload } from '../readings/uploads.ts';
import { hashToken } from './tokens.ts';

let folder: string;
let record: OpenRecord;
let app: Hono;
let received: Upload[];

const read: ReadUploads = async (uploads, report, settling) => {
  received.push(...uploads);
  for (const at of uploads.keys()) report(at, { state: 'read', documents: [], faults: [] });
  settling();
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'access-'));
  record = await openRecord(join(folder, 'record.db'));
  for (const told of SAMPLES) await tell(record, told);
});
afterAll(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  received = [];
  const users = new Map([
    [hashToken('reader-token'), { name: 'Rita', role: 'read' as const }],
    [hashToken('admin-token'), { name: 'Ada', role: 'administer' as const }],
  ]);
  app = createApp({
    record,
    version: '1',
    webRoot: folder,
    loopbackOnly: false,
    access: { users, local: { name: 'local', role: 'administer' } },
    read,
    largestUpload: 10_000,
  });
});

const HOST = { host: 'record.example:4040' };
const ask = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  app.request(`http://record.example:4040${path}`, { ...init, headers: { ...HOST, ...headers } });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, { 'content-type': 'application/json', ...headers }, { method: 'POST', body: JSON.stringify(body) });
const logIn = async (token: string): Promise<string> => {
  const response = await post('/api/session', { token });
  return /rapporteur=[^;]*/.exec(response.headers.get('set-cookie') ?? '')?.[0] ?? '';
};

describe('strangers', () => {
  it.each(['/api/record', '/api/documents', '/api/openapi.json', '/api/exports', '/api/exports/json', '/api/nothing'])(
    'are not answered at %s',
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: 'log-in' } });
    },
  );

  it.each(['rapporteur=', 'rapporteur=guess', 'rapporteur=__proto__'])(
    'get nothing for the cookie %s',
    async (cookie) => {
      expect((await ask('/api/record', { cookie })).status).toBe(401);
    },
  );

  it('are told that they must log in', async () => {
    expect(await (await ask('/api/session')).json()).toEqual({ locked: true, name: null, role: null, open: false });
  });
});

describe('logging in', () => {
  it('opens a session whose cookie scripts cannot see and other sites cannot send', async () => {
    const response = await post('/api/session', { token: 'reader-token' });
    expect(await response.json()).toMatchObject({ name: 'Rita', role: 'read' });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).not.toContain('reader-token');
    expect((await ask('/api/record', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
  });

  it('ends when one logs out', async () => {
    const cookie = await logIn('reader-token');
    await ask('/api/session/end', { cookie }, { method: 'POST' });
    expect((await ask('/api/record', { cookie })).status).toBe(401);
  });

  it('works for programs by header', async () => {
    expect((await ask('/api/record', { authorization: 'Bearer reader-token' })).status).toBe(200);
    expect((await ask('/api/record', { authorization: 'Bearer wrong' })).status).toBe(401);
  });

  it('resists guessing: after some wrong tokens even the right one must wait', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await post('/api/session', { token: `guess ${tries}` })).status).toBe(401);
    }
    const response = await post('/api/session', { token: 'reader-token' });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask('/api/record', { authorization: 'Bearer reader-token' })).status).toBe(429);
  });

  it.each([null, {}, { token: 7 }, { token: '' }, { token: 'x'.repeat(300) }, { token: 'a', more: 1 }])(
    'refuses the body %j',
    async (body) => {
      expect((await post('/api/session', body)).status).toBe(400);
    },
  );
});

describe('roles', () => {
  it('let readers read, and add nothing', async () => {
    const cookie = await logIn('reader-token');
    expect((await ask('/api/record', { cookie })).status).toBe(200);
    const response = await post('/api/readings', { text: 'India met Pakistan.' }, { cookie });
    expect(response.status).toBe(403);
    expect(received).toEqual([]);
  });

  it('let administrators add', async () => {
    const cookie = await logIn('admin-token');
    const response = await post('/api/readings', { text: 'India met Pakistan.', published: '2011-07' }, { cookie });
    expect(response.status).toBe(202);
    const { id } = (await response.json()) as { id: string };
    await expect
      .poll(async () => ((await (await ask(`/api/readings/${id}`, { cookie })).json()) as { state: string }).state)
      .toBe('done');
    const [upload] = received;
    const text = upload && 'bytes' in upload ? new TextDecoder().decode(upload.bytes) : '';
    expect(JSON.parse(text)).toMatchObject({ text: 'India met Pakistan.', published: '2011-07' });
    const events = await (await ask(`/api/readings/${id}/events`, { cookie })).text();
    expect(events).toContain('event: progress');
    expect(events).toContain('"state":"done"');
  });
});

describe('other sites', () => {
  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://record.example:4041' },
  ])('are refused with %j, for reading and for writing', async (headers) => {
    const own = headers as unknown as Record<string, string>;
    const cookie = await logIn('admin-token');
    expect((await ask('/api/record', { cookie, ...own })).status).toBe(403);
    expect((await post('/api/readings', { text: 'x' }, { cookie, ...own })).status).toBe(403);
    expect((await post('/api/session', { token: 'admin-token' }, own)).status).toBe(403);
    expect(received).toEqual([]);
  });

  it.each([{ 'sec-fetch-site': 'same-origin', origin: 'http://record.example:4040' }, { 'sec-fetch-site': 'none' }])(
    'the own page passes with %j',
    async (headers) => {
      const cookie = await logIn('reader-token');
      expect((await ask('/api/record', { cookie, ...(headers as Record<string, string>) })).status).toBe(200);
    },
  );
});

describe('uploads', () => {
  const send = async (form: FormData) => {
    const cookie = await logIn('admin-token');
    return ask('/api/readings', { cookie }, { method: 'POST', body: form });
  };
  const formOf = (...files: File[]) => {
    const form = new FormData();
    for (const file of files) form.append('files', file);
    return form;
  };

  it('take the name without any folder', async () => {
    const response = await send(formOf(new File(['India met Pakistan.'], '../../etc/passwd.txt')));
    expect(response.status).toBe(202);
    await expect.poll(() => received.map(({ name }) => name)).toEqual(['passwd.txt']);
  });

  it('are refused when too large, empty, too many, or of another type', async () => {
    expect((await send(formOf(new File(['x'.repeat(20_000)], 'a.txt')))).status).toBe(413);
    expect((await send(new FormData())).status).toBe(400);
    const cookie = await logIn('admin-token');
    const other = await ask('/api/readings', { cookie, 'content-type': 'text/plain' }, { method: 'POST', body: 'x' });
    expect(other.status).toBe(415);
    expect(received).toEqual([]);
  });

  it.each([
    { text: '  ' },
    { text: 'x', published: 'yesterday' },
    { address: 'file:///etc/passwd' },
    { address: 'javascript:alert(1)' },
    { address: 'no address' },
    { words: 'x' },
    null,
  ])('are refused with a reason: %j', async (body) => {
    const cookie = await logIn('admin-token');
    const response = await post('/api/readings', body, { cookie });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { message: string } }).error.message.length).toBeGreaterThan(10);
    expect(received).toEqual([]);
  });
});

describe('exports', () => {
  it('come as files that no browser runs', async () => {
    const cookie = await logIn('reader-token');
    for (const format of (await (await ask('/api/exports', { cookie })).json()) as { name: string }[]) {
      const response = await ask(`/api/exports/${format.name}`, { cookie });
      expect(response.status, format.name).toBe(200);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="record-/);
      expect(response.headers.get('content-security-policy')).toContain('sandbox');
      expect((await response.arrayBuffer()).byteLength, format.name).toBeGreaterThan(0);
    }
  });

  it('hold the part asked for, and refuse what they cannot read', async () => {
    const cookie = await logIn('reader-token');
    const all = await (await ask('/api/exports/json', { cookie })).text();
    const none = await (await ask('/api/exports/json?from=1900&to=1901', { cookie })).text();
    expect(none.length).toBeLessThan(all.length);
    expect((await ask('/api/exports/json?from=x', { cookie })).status).toBe(400);
    expect((await ask('/api/exports/docx', { cookie })).status).toBe(404);
  });
});
