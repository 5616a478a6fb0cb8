// Sessions of those who logged in: a random name in a cookie that scripts cannot see and other sites cannot send.

import type { User } from './roles.ts';
import { makeToken } from './tokens.ts';

/** Half a day: a working day without logging in twice. */
export const LASTS = 12 * 60 * 60_000;
export const COOKIE = 'rapporteur';
const MOST = 10_000;

export interface Sessions {
  open(user: User): string;
  find(name: string): User | null;
  close(name: string): void;
}

export function createSessions(now: () => number = Date.now): Sessions {
  const sessions = new Map<string, { readonly user: User; readonly until: number }>();
  return {
    open(user) {
      const name = makeToken();
      for (const [old, { until }] of sessions) if (until < now() || sessions.size >= MOST) sessions.delete(old);
      sessions.set(name, { user, until: now() + LASTS });
      return name;
    },
    find(name) {
      const session = sessions.get(name);
      return session && session.until >= now() ? session.user : null;
    },
    close: (name) => void sessions.delete(name),
  };
}

export const cookieOf = (name: string): string =>
  `${COOKIE}=${name}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${LASTS / 1000}`;

export const NO_COOKIE = `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;
