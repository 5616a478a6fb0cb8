// Whether the service can answer: for a supervisor or a load balancer, without a login and without a word of the record.
import type { Hono } from 'hono';
import type { OpenRecord } from '../../record/record.ts';

/** How long the record may take to answer, in milliseconds. */
const PATIENCE = 5000;

export function healthRoute(app: Hono, record: Pick<OpenRecord, 'documents'>, version: string): void {
  app.get('/health', async (c) => {
    c.header('Cache-Control', 'no-store');
    return (await answers(record))
      ? c.json({ status: 'ok', version })
      : c.json({ status: 'failed', version, reason: 'the record does not answer' }, 503);
  });
}

async function answers(record: Pick<OpenRecord, 'documents'>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((done) => {
    timer = setTimeout(() => done(false), PATIENCE);
  });
  const answer = record.documents({ limit: 1 }).then(
    () => true,
    () => false,
  );
  const isThere = await Promise.race([answer, late]);
  clearTimeout(timer);
  return isThere;
}
