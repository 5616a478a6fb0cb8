// Counts and times of requests, and the state of the process, in the text format of Prometheus.
import type { Hono, MiddlewareHandler } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { OpenRecord } from '../../record/record.ts';

export interface Metrics {
  /** Counts and times what is answered. */
  readonly measure: MiddlewareHandler;
  /** Adds the address that they are read at. */
  routes(app: Hono, mayRead: MiddlewareHandler): void;
}

/** Upper bounds of the times of answers that are told apart, in seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(record: Pick<OpenRecord, 'documents'>, version: string): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'rapporteur_requests_total',
    help: 'Requests answered, by part of the service and status.',
    labelNames: ['part', 'status'],
    registers,
  });
  const times = new Histogram({
    name: 'rapporteur_request_seconds',
    help: 'Time to the answer.',
    labelNames: ['part'],
    buckets: SECONDS,
    registers,
  });
  const open = new Gauge({ name: 'rapporteur_requests_open', help: 'Requests under way.', registers });
  new Gauge({ name: 'rapporteur_info', help: 'The version.', labelNames: ['version'], registers }).set({ version }, 1);
  new Gauge({
    name: 'rapporteur_documents',
    help: 'Documents in the record.',
    registers,
    async collect() {
      this.set((await record.documents({ limit: 1 })).total);
    },
  });
  return {
    async measure(c, next) {
      const end = times.startTimer();
      open.inc();
      try {
        await next();
      } finally {
        open.dec();
        const part = partOf(c.req.path, c.res.status);
        end({ part });
        requests.inc({ part, status: c.res.status });
      }
    },
    routes(app, mayRead) {
      app.get('/metrics', mayRead, async () => {
        return new Response(await registry.metrics(), { headers: { 'Content-Type': registry.contentType } });
      });
    },
  };
}

/** The endpoint's name, of which there are few: what anybody may type into an address makes no series of its own. */
function partOf(path: string, status: number): string {
  if (status === 404 || status === 405) return 'none';
  const [, first = '', second = ''] = path.split('/');
  return first === 'api' ? `api/${second}` : first === 'health' || first === 'metrics' ? first : 'page';
}
