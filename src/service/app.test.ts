// The service's contract: every endpoint answers, bad queries are told what is wrong, nothing foreign gets in.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenRecord, openRecord } from '../record/record.ts';
import { tell } from '../record/testing/build.ts';
import { SAMPLES } from '../record/testing/samples.ts';
import { ANSWERS, REFUSAL } from './answers/answers.ts';
import { createApp } from './app.ts';
import type { EventView, Page, Refusal } from './contract.ts';
import { ENDPOINTS } from './endpoints.ts';
import { startService } from './start.ts';

let folder: string;
let record: OpenRecord;
let app: Hono;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'service-'));
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(folder, 'web', 'assets', 'page-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'web', 'link.txt'));
  record = await openRecord(join(folder, 'record.db'));
  for (const told of SAMPLES) await tell(record, told);
  app = createApp({ record, version: '1.2.3', webRoot: join(folder, 'web'), loopbackOnly: true });
});
afterAll(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://localhost${path}`, { headers: { host: 'localhost:4000', ...headers } });
const json = async <T>(path: string): Promise<T> => (await (await get(path)).json()) as T;

describe('the API', () => {
  it('answers at every address of the table', async () => {
    const { items: events } = await json<Page<EventView>>('/api/events');
    const { items: entities } = await json<Page<{ id: string }>>('/api/entities');
    const { items: agreements } = await json<Page<{ agreement: { id: string } }>>('/api/agreements');
    const ids: Record<string, string | undefined> = {
      '/api/agreements/:id': agreements[0]?.agreement.id,
      '/api/threads/:id': agreements[0]?.agreement.id,
      '/api/compare/:id': events[0]?.id,
      '/api/review/history/:id': events[0]?.id,
      '/api/documents/:id': 'meeting',
      '/api/events/:id': events[0]?.id,
      '/api/items/:id': events[0]?.id,
      '/api/entities/:id': entities[0]?.id,
    };
    for (const { path } of ENDPOINTS) {
      const response = await get(
        `${path.replace(':id', ids[path] ?? '')}${/search|find/.test(path) ? '?q=norway' : ''}`,
      );
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const { error } = ANSWERS[path].safeParse(await response.json());
      expect(error?.issues ?? [], path).toEqual([]);
    }
  });

  it('filters as asked', async () => {
    const page = await json<Page<EventView>>('/api/events?type=REJECT,SUPPORT&from=2013&limit=1');
    expect(page).toMatchObject({ total: 1, limit: 1, offset: 0 });
    expect(page.items[0]?.type).toBe('REJECT');
    const kinds = await json<Page<{ kind: string }>>('/api/timeline?kind=meeting,position&document=meeting');
    expect(kinds.items.map(({ kind }) => kind)).toEqual(['meeting', 'position']);
    const persons = await json<Page<{ name: string }>>('/api/entities?kind=person&name=berg');
    expect(persons.items.map(({ name }) => name)).toEqual(['Kari Berg']);
  });

  it.each([
    ['/api/events?from=yesterday', 'from', 'must be an ISO date'],
    ['/api/events?to=2013-02-30', 'to', 'must be an ISO date'],
    ['/api/events?type=KISS', 'type', 'CONSULT'],
    ['/api/events?limit=0', 'limit', '1'],
    ['/api/events?limit=abc', 'limit', 'number'],
    ['/api/events?limit=1e9', 'limit', '500'],
    ['/api/events?offset=-1', 'offset', '0'],
    ['/api/events?color=red', 'color', 'not a parameter'],
    ['/api/events?__proto__=x', '__proto__', 'not a parameter'],
    ['/api/entities?kind=', 'kind', 'state'],
    ['/api/search', 'q', 'string'],
    [`/api/search?q=${'x'.repeat(501)}`, 'q', '500'],
    [`/api/events?actor=${Array(200).fill('e').join(',')}`, 'actor', '100'],
  ])('refuses %s and says why', async (path, parameter, reason) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as Refusal;
    expect(error).toMatchObject({ code: 'bad-query', parameter });
    expect(error.message).toContain(reason);
  });

  it.each([
    ["/api/search?q=';DROP TABLE documents;--", 0],
    ['/api/search?q=%22%22%22', 0],
    ['/api/search?q=%00', 0],
    ['/api/search?q=%ED%A0%80', 0],
    ['/api/events?text=NEAR(%20OR', 0],
    ["/api/events?actor=' OR 1=1", 0],
    ['/api/events?document=%25', 0],
    ['/api/entities?name=%25', 0],
  ])('finds nothing for the hostile %s', async (path, total) => {
    expect(await json(path)).toMatchObject({ total });
  });

  it.each(['/api/nothing', '/api/events/v0', '/api/documents/..%2Fsecret.txt', '/api', '/api/'])(
    'has nothing at %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(((await response.json()) as Refusal).error.code).toBe('not-found');
    },
  );

  it('answers with items of every kind as described', async () => {
    const kinds = ['event', 'statement', 'meeting', 'development', 'obligation', 'position'];
    const page = ANSWERS['/api/timeline'].parse(await json(`/api/timeline?kind=${kinds.join(',')}`));
    expect(new Set(page.items.map(({ kind }) => kind))).toEqual(new Set(kinds));
    expect(REFUSAL.safeParse(await json('/api/nothing')).success).toBe(true);
  });

  it('describes every endpoint and parameter', async () => {
    type Description = { paths: Record<string, { get: { parameters: { name: string; schema: object }[] } }> };
    const { paths } = await json<Description>('/api/openapi.json');
    expect(Object.keys(paths)).toHaveLength(ENDPOINTS.length);
    const parameters = paths['/api/events']?.get.parameters ?? [];
    expect(parameters.map(({ name }) => name)).toEqual([
      ...[
        'limit',
        'offset',
        'from',
        'to',
        'world',
        'known',
        'item',
        'retold',
        'actor',
        'recipient',
        'entity',
        'about',
        'pair',
      ],
      ...['document', 'publisher', 'review', 'rule', 'text', 'type', 'modality'],
    ]);
    expect(parameters[0]?.schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 500, default: 100 });
    expect(paths['/api/events/{id}']?.get.parameters[0]?.name).toBe('id');
  });

  it('describes nothing that it does not define', async () => {
    const description = await json<{ components: { schemas: Record<string, object> } }>('/api/openapi.json');
    const named = JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/(\w*)"/g);
    const names = new Set([...named].map(([, name]) => name));
    expect(names.size).toBeGreaterThan(15);
    for (const name of names) expect(description.components.schemas).toHaveProperty(name ?? '');
    expect(JSON.stringify(description)).not.toContain('"$id"');
  });
});

describe('the web application', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/timeline/2013', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/page-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('serves %s as %s', async (path, type, cache) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe(cache);
    const again = await get(path, { 'if-none-match': response.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it.each([
    '/missing.js',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/link.txt',
    '/%',
    '/assets/%00.js',
  ])('has no file at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('secret\n');
  });
});

describe('security', () => {
  it.each([
    'evil.example',
    'evil.example:4000',
    '127.0.0.1.evil.example',
    '',
    'localhost.evil',
    '127.0.0.1.5',
    '1270.0.0.1',
  ])('refuses the host %j', async (host) => {
    expect((await get('/api/record', { host })).status).toBe(403);
  });

  it.each(['localhost', '127.0.0.1:8080', '127.0.0.2', '[::1]:9'])('answers the host %j', async (host) => {
    expect((await get('/api/record', { host })).status).toBe(200);
  });

  it('sends its headers with everything, refusals too', async () => {
    for (const path of ['/', '/api/record', '/api/nothing', '/missing.js']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('answers HEAD without a body', async () => {
    const response = await app.request('http://localhost/api/record', {
      method: 'HEAD',
      headers: { host: 'localhost' },
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it('answers nothing but GET where nothing is written', async () => {
    const response = await app.request('http://localhost/api/record', {
      method: 'POST',
      headers: { host: 'localhost' },
    });
    expect(response.status).toBe(405);
  });
});

describe('starting', () => {
  it('listens on this machine, says where, and refuses a port in use', async () => {
    const options = { record, version: '1', webRoot: join(folder, 'web') };
    const service = await startService(options);
    expect(service.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${service.url}/api/record`)).status).toBe(200);
    const port = Number(new URL(service.url).port);
    await expect(startService({ ...options, port })).rejects.toMatchObject({ name: 'Fault', code: 'port-taken' });
    const nowhere = startService({ ...options, port: 0, host: 'no such host' });
    await expect(nowhere).rejects.toMatchObject({ name: 'Fault', code: 'port-closed' });
    await service.close();
    await expect(fetch(`${service.url}/api/record`)).rejects.toThrow();
  });
});
