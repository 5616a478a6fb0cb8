// One request over HTTP: unpacked, within limits of size and time, to public hosts unless a private one is allowed.
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPublic, PrivateHost, publicLookup, type Resolve } from './public-hosts.ts';
import { USER_AGENT } from './user-agent.ts';

export interface RequestLimits {
  /** Bytes of the answer, unpacked. */
  readonly bytes: number;
  /** Milliseconds for all of the request. */
  readonly time: number;
  /** Whether private and loopback addresses may be reached. */
  readonly allowPrivate: boolean;
  /** Looks names up, where not the system is to. */
  readonly resolve?: Resolve | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Uint8Array;
}

/** Thrown where the answer is larger than the limit. */
export class TooLarge extends Error {}

const UNPACKERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Sends a GET request and gives the answer, whatever its status; redirections are not followed.
 * @throws PrivateHost, TooLarge, or an error of the platform
 */
export async function request(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { bytes: most, time, allowPrivate, resolve }: RequestLimits,
): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Sockets look up names only: an address in numbers is checked here.
  if (!allowPrivate && isIP(host) && !isPublic(host)) throw new PrivateHost(`${host} is not public`);
  const timeout = AbortSignal.timeout(time);
  const asked = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
    headers: { 'user-agent': USER_AGENT, 'accept-encoding': 'gzip, deflate, br', ...headers },
    signal: timeout,
    // A connection of one's own each time: kept ones would have been checked for another request.
    agent: false,
    ...(allowPrivate ? {} : { lookup: publicLookup(resolve) }),
  });
  try {
    const response = await answerTo(asked);
    const bytes = await readAll(response, most);
    return { status: response.statusCode ?? 0, headers: response.headers, bytes };
  } catch (error) {
    if (timeout.aborted) throw new Error(`no whole answer within ${Math.round(time / 1000)} seconds`);
    throw error;
  } finally {
    asked.destroy();
  }
}

function answerTo(asked: ClientRequest): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    asked.once('response', done);
    asked.on('error', fail);
    asked.end();
  });
}

/** The body, unpacked; what is packed is counted unpacked, so that a small answer cannot swell above the limit. */
async function readAll(response: IncomingMessage, most: number): Promise<Uint8Array> {
  const unpacker = UNPACKERS[response.headers['content-encoding']?.trim().toLowerCase() ?? ''];
  let body: AsyncIterable<Uint8Array> = response;
  if (unpacker) {
    const unpacking = unpacker();
    response.on('error', (error) => (unpacking as unknown as Readable).destroy(error));
    body = response.pipe(unpacking) as unknown as Readable;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
