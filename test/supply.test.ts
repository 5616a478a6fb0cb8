// What the program is made of: licences that allow its use, no code run on installation beyond the native part, a lock.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { billOfMaterials, type Lock, licencesRefused } from '../scripts/lib/materials.mjs';
import { ROOT } from './program.ts';

const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const lock = read('package-lock.json') as Lock;
const REGISTRY = 'https://registry.npmjs.org/';
const installed = Object.entries(lock.packages).filter(([path]) => path.includes('node_modules/'));

test('every package has a licence that allows use in a program under Apache-2.0', () => {
  expect(licencesRefused(lock)).toEqual([]);
});

test('a licence that does not, or none, is refused', () => {
  const packages = {
    '': { name: 'x' },
    'node_modules/free': { version: '1.0.0', license: '(MIT OR GPL-3.0)' },
    'node_modules/both': { version: '1.0.0', license: 'MIT AND GPL-3.0' },
    'node_modules/copyleft': { version: '2.0.0', license: 'AGPL-3.0-only' },
    'node_modules/unknown': { version: '3.0.0' },
  };
  expect(licencesRefused({ packages }).map(({ name }) => name)).toEqual(['both', 'copyleft', 'unknown']);
});

test('only the packages that the README names run a script on installation', () => {
  const allowed = read('package.json').allowScripts as Record<string, boolean>;
  const withScripts = installed
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path.split('node_modules/').at(-1));
  expect(withScripts.filter((name) => name !== undefined && !(name in allowed))).toEqual([]);
  const running = Object.keys(allowed).filter((name) => allowed[name]);
  for (const name of running) expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain(name);
});

test('every package is locked by version and hash, and comes from nowhere but the registry', () => {
  const loose = installed.filter(
    ([, { version, resolved, integrity }]) => !version || !integrity || !(resolved ?? REGISTRY).startsWith(REGISTRY),
  );
  expect(loose.map(([path]) => path)).toEqual([]);
  const { dependencies, devDependencies } = read('package.json');
  const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d/.test(String(version)),
  );
  expect(ranges).toEqual([]);
});

test('the bill of materials names what ships and leaves out what only builds', () => {
  const bill = billOfMaterials(lock, { name: 'rapporteur', version: '1.2.3' });
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
  const names = bill.components.map(({ name }) => name);
  expect(names).toContain('kysely');
  expect(names).not.toContain('vitest');
  for (const { purl, hashes } of bill.components) {
    expect(purl).toMatch(/^pkg:npm\/.+@\d/);
    expect(hashes[0]?.content).toMatch(/^[0-9a-f]{40,128}$/);
  }
});
