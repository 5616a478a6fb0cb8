// Tokens that people log in with: random, shown once, kept as hashes only.
import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { Fault, reasonOf } from '../../model/fault.ts';
import { ROLES, type User } from './roles.ts';

/** 160 bits cannot be guessed, so that a fast hash is enough to keep them (NIST SP 800-63B, 5.1.2: look-up secrets). */
const BYTES = 20;

export const makeToken = (): string => randomBytes(BYTES).toString('base64url');

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

const FILE = z.strictObject({
  users: z.array(
    z.strictObject({
      name: z.string().min(1).max(100),
      role: z.enum(ROLES),
      token: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal'),
    }),
  ),
});

/** Hash of a token -> whose it is. */
export type Users = ReadonlyMap<string, User>;

/** @throws Fault `access-file` */
export async function readUsers(path: string): Promise<Users> {
  const { users } = await readFileOf(path);
  return new Map(users.map(({ name, role, token }) => [token, { name, role }]));
}

/** Adds a user, or gives one a new role and token; makes the file where there is none. Answers the token, once. */
export async function addUser(path: string, user: User): Promise<string> {
  const { users } = await readFileOf(path, true);
  const token = makeToken();
  const others = users.filter(({ name }) => name !== user.name);
  await writeUsers(path, [...others, { ...user, token: hashToken(token) }]);
  return token;
}

/** Takes a user out; false where there is none of the name. */
export async function removeUser(path: string, name: string): Promise<boolean> {
  const { users } = await readFileOf(path);
  const others = users.filter((user) => user.name !== name);
  await writeUsers(path, others);
  return others.length < users.length;
}

async function writeUsers(path: string, users: z.infer<typeof FILE>['users']): Promise<void> {
  // Hashes only, but nobody else's business all the same.
  await writeFile(path, `${JSON.stringify({ users }, null, 2)}\n`, { mode: 0o600 });
}

async function readFileOf(path: string, orEmpty = false): Promise<z.infer<typeof FILE>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (orEmpty && (error as NodeJS.ErrnoException).code === 'ENOENT') return { users: [] };
    throw new Fault('access-file', { path, reason: reasonOf(error) }, error);
  }
  try {
    return FILE.parse(JSON.parse(text));
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : [];
    const reason = issue ? `${issue.path.join('.')}: ${issue.message}` : reasonOf(error);
    throw new Fault('access-file', { path, reason }, error);
  }
}
