// What every answer carries so that a browser lets nothing foreign in, and the checks that a request means this host
// and comes from its own page.
import type { MiddlewareHandler } from 'hono';
import { refuse } from './refusal.ts';

/**
 * The page loads nothing from elsewhere, runs no inline script, stands in nobody's frame, and puts no text into itself
 * as markup: what a document holds is never more than words.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export const secureHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) {
    // What is only to be saved may ask for more than the page: to be nothing but a file.
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
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

/**
 * Refuses what a page of another site makes a browser send: browsers say where a request comes from (Fetch Metadata,
 * or Origin in older ones), and scripts cannot forge it. Programs that are no browsers say nothing and pass.
 */
export const onlyOwnSite: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && hostOf(origin) !== c.req.header('host');
  if (!foreignSite && !foreignOrigin) return next();
  const { status, body } = refuse(403, 'foreign-site', 'this service answers its own page only, not other sites');
  return c.json(body, status);
};

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
