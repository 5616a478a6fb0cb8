// The log: one JSON object a line, of each request what it was and how it went. No query, since a search says what
// somebody looks for; no token, no text of a document.
import type { MiddlewareHandler } from 'hono';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './levels.ts';

export type { Logger } from 'pino';

/** @param to where it is written; stderr without it, at once, so that nothing is lost at the end */
export function createLog(level: LogLevel, to: DestinationStream = pino.destination({ dest: 2, sync: true })): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
}

export const logRequests =
  (log: Logger): MiddlewareHandler =>
  async (c, next) => {
    const begun = performance.now();
    await next();
    const { status } = c.res;
    const level = status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info';
    const ms = Math.round(performance.now() - begun);
    log[level]({ method: c.req.method, path: c.req.path, status, ms }, 'request');
  };
