// Fetches addresses as a polite guest: by the site's robots.txt, one request at a time, within limits, never twice what
// has not changed, and never from a private network unless that is allowed.
import { setTimeout as pause } from 'node:timers/promises';
import { Fault, reasonOf } from '../../model/fault.ts';
import { LARGEST_WHOLE } from '../limits.ts';
import { charsetOf } from '../readers/warc.ts';
import type { Fetched, Fetcher } from './fetched.ts';
import { PrivateHost, type Resolve } from './public-hosts.ts';
import { type Answer, type RequestLimits, request, TooLarge } from './request.ts';
import { type Robots, readRobots } from './robots.ts';

export interface FetcherOptions {
  /** Whether private and loopback addresses may be reached. */
  readonly allowPrivate?: boolean;
  /** Milliseconds between two requests to one host at least. */
  readonly pause?: number;
  /** Milliseconds for one request. */
  readonly time?: number;
  /** Bytes of one answer. */
  readonly bytes?: number;
  readonly signal?: AbortSignal;
  /** Looks names up, where not the system is to. */
  readonly resolve?: Resolve;
}

const REDIRECTIONS = 5;

/** A fetcher that remembers, as long as it lives, what it knows of sites and of addresses that have not changed. */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const { allowPrivate = false, pause: between = 1000, time = 30_000, bytes = LARGEST_WHOLE, resolve } = options;
  const limits: RequestLimits = { allowPrivate, time, bytes, resolve };
  const robots = new Map<string, Promise<Robots>>();
  const nextAt = new Map<string, number>();
  const validators = new Map<string, Readonly<Record<string, string>>>();

  const wait = async (host: string, delay: number): Promise<void> => {
    const now = Date.now();
    const at = Math.max(now, nextAt.get(host) ?? 0);
    nextAt.set(host, at + Math.max(between, delay));
    if (at > now) await pause(at - now, undefined, options.signal ? { signal: options.signal } : {});
  };

  const ask = async (url: URL, address: string): Promise<Answer> => {
    const rules = robots.get(url.origin) ?? readRobots(url.origin, limits);
    robots.set(url.origin, rules);
    rules.catch(() => robots.delete(url.origin));
    const known = await rules;
    if (!known.allows(url)) throw new Fault('address-robots', { address: url.href });
    await wait(url.host, known.delay);
    return request(url, { accept: '*/*', ...(url.href === address ? validators.get(address) : {}) }, limits);
  };

  return async (address) => {
    try {
      let url = parse(address);
      for (let hop = 0; hop <= REDIRECTIONS; hop += 1) {
        const { status, headers, bytes } = await ask(url, address);
        if (status === 304) return null;
        const { location } = headers;
        if (status >= 300 && status < 400 && location) {
          url = parse(new URL(location, url).href);
          continue;
        }
        if (status < 200 || status >= 300) throw new Error(`the server answers with status ${status}`);
        if (url.href === address) validators.set(address, validatorsOf(headers));
        return { url: url.href, bytes, charset: charsetOf(headers['content-type'] ?? '') } satisfies Fetched;
      }
      throw new Error(`more than ${REDIRECTIONS} redirections`);
    } catch (error) {
      throw faultOf(address, error, bytes);
    }
  };
}

function parse(address: string): URL {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol))
    throw new Error(`it leads to ${url.protocol} and only http and https are fetched`);
  url.hash = '';
  return url;
}

/** What the server wants to be asked with next time, to say whether anything has changed. */
function validatorsOf({ etag, 'last-modified': modified }: Answer['headers']): Readonly<Record<string, string>> {
  return { ...(etag ? { 'if-none-match': etag } : {}), ...(modified ? { 'if-modified-since': modified } : {}) };
}

function faultOf(address: string, error: unknown, bytes: number): Error {
  if (error instanceof Fault || (error instanceof Error && error.name === 'AbortError')) return error;
  if (error instanceof PrivateHost) return new Fault('address-private', { address, reason: error.message }, error);
  const reason = error instanceof TooLarge ? `it is larger than ${Math.round(bytes / 1e6)} MB` : reasonOf(error);
  return new Fault('address-failed', { address, reason }, error);
}
