// Serves the built web application: its files with their types, and its page for every address that is the page's own.
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Context, Handler } from 'hono';
import { refuse } from './refusal.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

const PAGE = 'index.html';

/** Vite names files here by their content, so they never change. */
const UNCHANGING = '/assets/';

/**
 * Answers with the file under `root`; with the page where the address names no file (the page reads the address
 * itself); with 404 where it names a file that is not there.
 */
export function staticFiles(root: string): Handler {
  return async (c) => {
    const path = pathOf(c);
    const found = path === null ? null : await find(root, path);
    if (found) return send(c, found, c.req.path.startsWith(UNCHANGING));
    const page = path === null || extname(path) ? null : await find(root, PAGE);
    if (page) return send(c, page, false);
    const { status, body } = refuse(404, 'not-found', `there is nothing at ${c.req.path}`);
    return c.json(body, status);
  };
}

/** The address as a path below the root; null for one that is no path or leads out of it. */
function pathOf(c: Context): string | null {
  try {
    const path = normalize(decodeURIComponent(c.req.path)).replace(/^[/\\]+/, '');
    return path.includes('\0') || path.split(/[/\\]/).includes('..') ? null : path || PAGE;
  } catch {
    return null;
  }
}

interface File {
  readonly path: string;
  readonly tag: string;
}

async function find(root: string, path: string): Promise<File | null> {
  try {
    const [base, real] = await Promise.all([realpath(root), realpath(join(root, path))]);
    const { size, mtimeMs } = await stat(real);
    // A link inside the folder must not lead out of it.
    if (!real.startsWith(base + sep) || !(await stat(real)).isFile()) return null;
    return { path: real, tag: `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"` };
  } catch {
    return null;
  }
}

async function send(c: Context, { path, tag }: File, unchanging: boolean): Promise<Response> {
  const headers = {
    ETag: tag,
    'Cache-Control': unchanging ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
  };
  if (c.req.header('if-none-match')?.split(/,\s*/).includes(tag)) return c.body(null, 304, headers);
  return c.body(new Uint8Array(await readFile(path)), 200, headers);
}
