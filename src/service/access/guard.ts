// The gate: who asks, whether they may, and how they log in and out.
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { z } from 'zod';
import { type Refused, refuse } from '../refusal.ts';
import { may, type Role, type User } from './roles.ts';
import { COOKIE, cookieOf, createSessions, NO_COOKIE } from './sessions.ts';
import { createThrottle } from './throttle.ts';
import { hashToken, type Users } from './tokens.ts';

export interface Access {
  /** Those who may log in; null where everybody who reaches the service is `local`: on this machine alone. */
  readonly users: Users | null;
  /** Who asks where nobody logs in. */
  readonly local: User;
}

export interface Guard {
  /** Lets those with the role through. */
  needs(role: Role): MiddlewareHandler;
  /** Who asks; null for a stranger. */
  userOf(c: Context): User | null;
  /** Adds the addresses at which one logs in and out. */
  routes(app: Hono): void;
}

const LOGIN = z.strictObject({ token: z.string().min(1).max(200) });

const says = ({ status, body }: Refused, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });

export function createGuard({ users, local }: Access): Guard {
  const sessions = createSessions();
  const throttle = createThrottle();

  const logIn = (c: Context, token: string): User | Response => {
    const address = addressOf(c);
    const wait = throttle.wait(address);
    if (wait > 0) {
      const seconds = String(Math.ceil(wait / 1000));
      const message = `too many tokens were wrong; try again in ${seconds} s`;
      return says(refuse(429, 'too-many-tries', message), { 'Retry-After': seconds });
    }
    // The hash is looked up, not the token: how long that takes tells nothing about any token.
    const user = users?.get(hashToken(token));
    if (user) throttle.succeeded(address);
    else throttle.failed(address);
    return user ?? says(refuse(401, 'wrong-token', 'this token is not known; ask whoever runs the service for one'));
  };

  const find = (c: Context): User | Response | null => {
    if (!users) return local;
    const session = sessions.find(getCookie(c, COOKIE) ?? '');
    if (session) return session;
    const [, token] = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '') ?? [];
    return token === undefined ? null : logIn(c, token);
  };

  return {
    userOf(c) {
      const found = find(c);
      return found instanceof Response ? null : found;
    },
    needs: (role) => async (c, next) => {
      const found = find(c);
      if (found instanceof Response) return found;
      if (!found) return says(refuse(401, 'log-in', 'log in with a token to see this record'));
      if (!may(found.role, role)) {
        return says(refuse(403, 'not-allowed', `${found.name} may ${found.role}; this needs the role "${role}"`));
      }
      c.set('user', found);
      return next();
    },
    routes(app) {
      app.get('/api/session', (c) => {
        const found = find(c);
        const user = found instanceof Response ? null : found;
        return c.json({ locked: user === null, name: user?.name ?? null, role: user?.role ?? null, open: !users });
      });
      app.post('/api/session', async (c) => {
        const asked = LOGIN.safeParse(await c.req.json().catch(() => null));
        if (!asked.success) return says(refuse(400, 'bad-body', 'the body must be {"token": "…"}'));
        const user = users ? logIn(c, asked.data.token) : local;
        if (user instanceof Response) return user;
        return c.json({ locked: false, ...user, open: !users }, 200, { 'Set-Cookie': cookieOf(sessions.open(user)) });
      });
      app.post('/api/session/end', (c) => {
        sessions.close(getCookie(c, COOKIE) ?? '');
        return c.json({ locked: users !== null, name: null, role: null, open: !users }, 200, {
          'Set-Cookie': NO_COOKIE,
        });
      });
    },
  };
}

/** The other end of the connection; headers may say anything and are not asked. */
function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // Asked without a connection, as tests do.
    return 'unknown';
  }
}
