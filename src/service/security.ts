// What every answer carries so that a browser lets nothing foreign in, and the check that a request means this host.
import type { MiddlewareHandler } from 'hono';
import { refuse } from './refusal.ts';

/** The page loads nothing from elsewhere, runs no inline script, and stands in nobody's frame. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
};

/** Whether a host's name or address means this machine: all of 127.0.0.0/8 does (RFC 1122). */
export const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);

/**
 * Refuses requests that name another host. A page of the open web can point its own name at 127.0.0.1 and so read what
 * listens there (DNS rebinding), but cannot forge the Host header.
 */
export const onlyLoopback: MiddlewareHandler = async (c, next) => {
  const host = (c.req.header('host') ?? '').replace(/:\d+$/, '');
  if (isLoopback(host)) return next();
  const { status, body } = refuse(403, 'foreign-host', 'this service answers to localhost only');
  return c.json(body, status);
};
