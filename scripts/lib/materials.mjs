// What the program is made of, read from the lock file: licences, and a bill of materials in CycloneDX 1.5.

/** Licences (SPDX) that allow use in a program under Apache-2.0. MPL and LGPL parts are used whole and unchanged. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Licences that a package names in its own way, after its licence file. */
const NAMED = { duck: 'BSD-2-Clause' };

const HASHES = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };

/** Whether an SPDX expression of plain ANDs and ORs can be met by allowed licences. */
function isAllowed(expression) {
  return expression
    .replace(/[()]/g, ' ')
    .split(/\sOR\s/)
    .some((option) => option.split(/\sAND\s/).every((licence) => ALLOWED.has(licence.trim())));
}

function packagesOf(lock) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .map(([path, entry]) => {
      const name = entry.name ?? path.split('node_modules/').at(-1);
      return { ...entry, name, license: NAMED[name] ?? entry.license };
    });
}

/** Packages whose licence is missing or not among the allowed. */
export function licencesRefused(lock) {
  return packagesOf(lock)
    .filter(({ license }) => !license || !isAllowed(license))
    .map(({ name, version, license }) => ({ name, version, license: license ?? null }));
}

/** The packages that ship, as CycloneDX: what only builds and tests is left out. */
export function billOfMaterials(lock, { name, version }) {
  const components = packagesOf(lock)
    .filter(({ dev }) => !dev)
    .map((entry) => ({
      type: 'library',
      name: entry.name,
      version: entry.version,
      purl: `pkg:npm/${entry.name.replace('@', '%40')}@${entry.version}`,
      licenses: [{ expression: entry.license }],
      hashes: hashesOf(entry.integrity),
    }))
    .sort((a, b) => (a.purl < b.purl ? -1 : 1));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name, version, purl: `pkg:npm/${name}@${version}` } },
    components: components.filter(({ purl }, at) => purl !== components[at - 1]?.purl),
  };
}

function hashesOf(integrity) {
  return (integrity ?? '')
    .split(' ')
    .filter(Boolean)
    .map((part) => {
      const [algorithm, base64] = part.split(/-(.*)/s);
      return { alg: HASHES[algorithm], content: Buffer.from(base64, 'base64').toString('hex') };
    });
}
