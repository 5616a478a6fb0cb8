// Fetching from a server of the test's own: what is asked, what is refused, and that nothing private is reached.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFetcher, type FetcherOptions } from './fetcher.ts';
import { isPublic } from './public-hosts.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let origin = '';
let handlers: Record<string, Handler> = {};
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const handler = handlers[request.url ?? ''];
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  handlers = {};
  asked = [];
});

const fetcher = (options: FetcherOptions = {}) => createFetcher({ allowPrivate: true, pause: 0, ...options });
const send =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Handler =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

describe('fetching', () => {
  it('gives the bytes, the encoding and the address in the end', async () => {
    handlers['/a'] = send('', { location: '/b' }, 302);
    handlers['/b'] = send(gzipSync('Plain.'), {
      'content-encoding': 'gzip',
      'content-type': 'text/plain; charset=koi8-r',
    });
    const fetched = await fetcher()(`${origin}/a`);
    expect(fetched).toMatchObject({ url: `${origin}/b`, charset: 'koi8-r' });
    expect(Buffer.from(fetched?.bytes ?? []).toString()).toBe('Plain.');
  });

  it('asks again with what the server gave, and knows what has not changed', async () => {
    handlers['/feed'] = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end('x');
    };
    const fetch = fetcher();
    expect(await fetch(`${origin}/feed`)).not.toBeNull();
    expect(await fetch(`${origin}/feed`)).toBeNull();
    expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
  });

  it('heeds robots.txt: its rules, its absence, its fault', async () => {
    handlers['/robots.txt'] = send('User-agent: *\nDisallow: /private\n\nUser-agent: rapporteur\nDisallow: /closed\n');
    handlers['/closed'] = send('x');
    handlers['/private'] = send('x');
    const fetch = fetcher();
    await expect(fetch(`${origin}/closed`)).rejects.toMatchObject({ code: 'address-robots' });
    await expect(fetch(`${origin}/private`)).resolves.not.toBeNull();
    expect(asked).not.toContain('/closed');
    handlers['/robots.txt'] = send('', {}, 503);
    await expect(fetcher()(`${origin}/private`)).rejects.toMatchObject({ code: 'address-robots' });
  });

  it('waits between two requests to a host', async () => {
    handlers['/a'] = send('x');
    const fetch = fetcher({ pause: 150 });
    const started = performance.now();
    await fetch(`${origin}/a`);
    await fetch(`${origin}/a`);
    expect(performance.now() - started).toBeGreaterThan(140);
  });

  it.each<[string, Handler, RegExp]>([
    ['a fault of the server', send('', {}, 500), /status 500/],
    ['redirections without end', send('', { location: '/x' }, 301), /more than 5 redirections/],
    ['a way to a file', send('', { location: 'file:///etc/passwd' }, 302), /only http and https/],
    ['more than the limit', send('x'.repeat(100_001)), /larger than/],
    ['a bomb', send(gzipSync('x'.repeat(10_000_000)), { 'content-encoding': 'gzip' }), /larger than/],
    ['a packed answer that is broken', send('xx', { 'content-encoding': 'gzip' }), /incorrect header/],
    ['an answer that never ends', (_, response) => void response.writeHead(200).write('x'), /within 1 seconds/],
    ['no answer', () => undefined, /within 1 seconds/],
    [
      'an answer without an end to its size',
      (_, response) => {
        const more = () => {
          while (!response.destroyed && response.write('x'.repeat(10_000)));
        };
        response.on('drain', more);
        more();
      },
      /larger than/,
    ],
  ])('refuses %s', async (_, handler, reason) => {
    handlers['/x'] = handler;
    await expect(fetcher({ bytes: 100_000, time: 1000 })(`${origin}/x`)).rejects.toThrow(reason);
  });
});

describe('private addresses', () => {
  it.each([
    ['loopback', '127.0.0.1', false],
    ['loopback, version 6', '::1', false],
    ['any', '0.0.0.0', false],
    ['a home network', '192.168.1.1', false],
    ['a company network', '10.1.2.3', false],
    ['another', '172.16.0.1', false],
    ['link-local, where clouds keep their secrets', '169.254.169.254', false],
    ['carrier-grade NAT', '100.64.0.1', false],
    ['broadcast', '255.255.255.255', false],
    ['multicast', '224.0.0.1', false],
    ['mapped into version 6', '::ffff:127.0.0.1', false],
    ['mapped into version 6, in hexadecimal', '::ffff:7f00:1', false],
    ['compatible with version 4', '::127.0.0.1', false],
    ['NAT64', '64:ff9b::7f00:1', false],
    ['6to4', '2002:7f00:1::', false],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2', false],
    ['unique local', 'fd00::1', false],
    ['link-local, version 6', 'fe80::1', false],
    ['site-local, as it once was', 'fec0::1', false],
    ['no address', 'localhost', false],
    ['a public one', '93.184.216.34', true],
    ['a public one, version 6', '2606:2800:220:1::1', true],
    ['a public one, mapped', '::ffff:93.184.216.34', true],
  ])('%s', (_, address, expected) => {
    expect(isPublic(address)).toBe(expected);
  });

  it.each([
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::ffff:7f00:1]/',
    'http://localhost/',
    'http://169.254.169.254/latest/meta-data/',
  ])('are not fetched: %s', async (address) => {
    await expect(createFetcher()(address)).rejects.toMatchObject({ code: 'address-private' });
  });

  it('are not fetched by a name that is public at first and private later', async () => {
    let looked = 0;
    const resolve = async () => {
      looked += 1;
      return [{ address: looked === 1 ? '198.51.100.1' : '127.0.0.1', family: 4 }];
    };
    const { port } = new URL(origin);
    handlers['/'] = send('secret');
    const fetch = createFetcher({ resolve, pause: 0, time: 2000 });
    await expect(fetch(`http://rebind.example:${port}/`)).rejects.toMatchObject({ code: 'address-private' });
    await expect(fetch(`http://rebind.example:${port}/`)).rejects.toMatchObject({ code: 'address-private' });
    expect(asked).toEqual([]);
  });

  it('are not fetched where one address of several is private', async () => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    const fetch = createFetcher({ resolve });
    await expect(fetch('http://both.example/')).rejects.toMatchObject({ code: 'address-private' });
  });
});
