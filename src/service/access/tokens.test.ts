import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addUser, hashToken, readUsers, removeUser } from './tokens.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'access-'));
  path = join(folder, 'access.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a token is shown once and kept as a hash that others cannot read', async () => {
  const token = await addUser(path, { name: 'Ada', role: 'review' });
  expect(readFileSync(path, 'utf8')).not.toContain(token);
  expect(statSync(path).mode & 0o077).toBe(0);
  expect((await readUsers(path)).get(hashToken(token))).toEqual({ name: 'Ada', role: 'review' });
});

test('a user who is added again has one token, the new one; one who is removed has none', async () => {
  const old = await addUser(path, { name: 'Ada', role: 'read' });
  const token = await addUser(path, { name: 'Ada', role: 'administer' });
  const users = await readUsers(path);
  expect([users.size, users.has(hashToken(old)), users.get(hashToken(token))?.role]).toEqual([1, false, 'administer']);
  expect(await removeUser(path, 'Ada')).toBe(true);
  expect(await removeUser(path, 'Ada')).toBe(false);
  expect((await readUsers(path)).size).toBe(0);
});

test.each([
  ['{', 'JSON'],
  ['{"users":[{"name":"A","role":"king","token":""}]}', 'role'],
])('a file that holds %s is refused', async (text, reason) => {
  writeFileSync(path, text);
  await expect(readUsers(path)).rejects.toMatchObject({ name: 'Fault', code: 'access-file' });
  await expect(readUsers(path)).rejects.toThrow(reason);
});
