import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { healthRoute } from './health.ts';
import { createLog, logRequests } from './log.ts';
import { createMetrics } from './metrics.ts';

const page = (total: number) => ({ total, offset: 0, limit: 1, items: [] });
const record = { documents: async () => page(42) };

function service(of: { documents: () => Promise<ReturnType<typeof page>> } = record) {
  const lines: string[] = [];
  const app = new Hono();
  const metrics = createMetrics(of, '1.2.3');
  app.use(logRequests(createLog('info', { write: (line) => void lines.push(line) })), metrics.measure);
  healthRoute(app, of, '1.2.3');
  metrics.routes(app, (_, next) => next());
  app.get('/api/events', (c) => c.json([]));
  return { get: (path: string) => app.request(path), lines };
}

describe('the health address', () => {
  it('says ok while the record answers', async () => {
    const response = await service().get('/health');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', version: '1.2.3' }]);
  });

  it('fails when the record does, without its words', async () => {
    const broken = { documents: () => Promise.reject(new Error('secret place')) };
    const response = await service(broken).get('/health');
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('secret');
  });
});

describe('the metrics', () => {
  it('count by endpoint and status, in the text format of Prometheus', async () => {
    const { get } = service();
    for (const path of ['/api/events?actor=x', '/api/events', '/nowhere/1', '/nowhere/2']) await get(path);
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    expect(text).toContain('rapporteur_requests_total{part="api/events",status="200"} 2');
    expect(text).toContain('rapporteur_requests_total{part="none",status="404"} 2');
    expect(text).toContain('rapporteur_request_seconds_count{part="api/events"} 2');
    expect(text).toContain('rapporteur_documents 42');
    expect(text).toContain('process_resident_memory_bytes');
    // Each line is a comment or a sample: name, labels, number.
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(/^(?:#|$|\w+(?:\{.*\})? (?:[\d.e+-]+|[+-]?Inf|nan)$)/i);
  });
});

describe('the log', () => {
  it('is one JSON object a request, without what was searched for', async () => {
    const { get, lines } = service();
    await get('/api/events?text=secret');
    await get('/nowhere');
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ level: 30, method: 'GET', path: '/api/events', status: 200, msg: 'request' });
    expect(first.time).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(second).toMatchObject({ level: 40, status: 404 });
    expect(lines.join('')).not.toContain('secret');
  });
});
