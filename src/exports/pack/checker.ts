// The program that a pack carries to check itself: plain JavaScript for any Node from 18 on, without packages or network.
export const CHECKER = `// Checks this pack without the network: node check.mjs
// 1. every file is there, none is added, each has the SHA-256 that manifest.json gives;
// 2. every quotation of facts.jsonl stands in its source, at its very place.
// Exit code 0: all is as it was packed; 1: something differs, one line for each.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const at = (path) => join(root, ...path.split('/'));
let faults = 0;
const fault = (message) => {
  faults += 1;
  console.log(message);
};
const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

const manifestBytes = readFileSync(at('manifest.json'));
const manifest = JSON.parse(manifestBytes.toString('utf8'));
const expected = new Set(['manifest.json', 'check.mjs', ...Object.keys(manifest.files)]);

const present = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? present(path) : [relative(root, path).split(sep).join('/')];
  });
for (const path of present(root)) if (!expected.has(path)) fault('added: ' + path);

const fileHash = async (path) => {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes);
  return hash.digest('hex');
};
for (const [path, hash] of Object.entries(manifest.files)) {
  if (!existsSync(at(path))) fault('missing: ' + path);
  else if ((await fileHash(at(path))) !== hash) fault('changed: ' + path);
}

const lines = async function* (path) {
  if (!existsSync(at(path))) return;
  yield* createInterface({ input: createReadStream(at(path), 'utf8'), crlfDelay: Infinity });
};
const files = new Map();
for await (const line of lines('documents.jsonl')) {
  const { id, file } = JSON.parse(line);
  files.set(id, file);
}
const texts = new Map();
const textOf = (document) => {
  const file = files.get(document);
  if (!file || !existsSync(at(file))) return null;
  if (!texts.has(document)) {
    if (texts.size >= 100) texts.clear();
    texts.set(document, readFileSync(at(file), 'utf8'));
  }
  return texts.get(document);
};
let facts = 0;
let quotations = 0;
for await (const line of lines('facts.jsonl')) {
  const fact = JSON.parse(line);
  facts += 1;
  for (const { document, start, end, quote } of fact.evidence) {
    quotations += 1;
    const text = textOf(document);
    if (text === null) fault(fact.id + ': no source ' + document);
    else if (text.slice(start, end) !== quote) fault(fact.id + ': the words are not in ' + document + ' at ' + start);
  }
}
console.log(facts + ' facts, ' + quotations + ' quotations, ' + files.size + ' sources, ' + faults + ' faults.');
console.log('Fingerprint of the pack (SHA-256 of manifest.json): ' + hashOf(manifestBytes));
process.exitCode = faults === 0 ? 0 : 1;
`;
