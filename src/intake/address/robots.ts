// Asks a site's robots.txt what may be fetched, as RFC 9309 has it, and how long to wait between requests.
import robotsParser from 'robots-parser';
import { type RequestLimits, request } from './request.ts';
import { ROBOT_NAME } from './user-agent.ts';

export interface Robots {
  allows(url: URL): boolean;
  /** Milliseconds to wait between two requests, where the site asks for it. */
  readonly delay: number;
}

/** More of the file is not heeded (RFC 9309, 2.5 asks for 500 KiB at least). */
const LARGEST = 512 * 1024;

/** A site that asks for a longer pause gets this one. In milliseconds. */
const LONGEST_DELAY = 30_000;

/** Redirections that are followed on the way to the file (RFC 9309, 2.3.1.2). */
const REDIRECTIONS = 5;

/** The package's types describe a module that Node does not see: what is imported is the function itself. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

const ALL: Robots = { allows: () => true, delay: 0 };
const NOTHING: Robots = { allows: () => false, delay: 0 };

/**
 * The rules of a site. A file that is not there allows everything; a site that cannot be asked, or answers with a fault
 * of its own, allows nothing (RFC 9309, 2.3.1.3 and 2.3.1.4).
 * @throws PrivateHost
 */
export async function readRobots(origin: string, limits: RequestLimits): Promise<Robots> {
  let url = new URL('/robots.txt', origin);
  for (let hop = 0; hop <= REDIRECTIONS; hop += 1) {
    const { status, headers, bytes } = await request(url, {}, { ...limits, bytes: LARGEST });
    if (status >= 200 && status < 300) return rulesOf(url, new TextDecoder().decode(bytes));
    if (status >= 500) return NOTHING;
    const next = status >= 300 && status < 400 && headers.location ? new URL(headers.location, url) : null;
    if (!next || !/^https?:$/.test(next.protocol)) return ALL;
    url = next;
  }
  return ALL;
}

function rulesOf(url: URL, text: string): Robots {
  const robots = parseRobots(url.href, text);
  return {
    // The rules speak of paths; the file may have been found on another host of the same site.
    allows: ({ pathname, search }) => robots.isAllowed(new URL(pathname + search, url).href, ROBOT_NAME) ?? true,
    delay: Math.min(LONGEST_DELAY, 1000 * (robots.getCrawlDelay(ROBOT_NAME) ?? 0)),
  };
}
