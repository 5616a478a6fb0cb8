// Turns analysed documents and their attributions into arrays that train.py reads. See README.md.
// usage: node prepare.mjs --dist DIST --analysed FILE.jsonl --gold FILE.jsonl --out FOLDER [--cues cues.json | --held-out N]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    analysed: { type: 'string' },
    gold: { type: 'string' },
    out: { type: 'string' },
    cues: { type: 'string' },
    'held-out': { type: 'string', default: '12' },
  },
});
const load = (path) => import(pathToFileURL(resolve(options.dist, 'coding/statements', path)).href);
const { paragraphsOf } = await load('paragraphs.js');
const { quotationsOf } = await load('quotations.js');
const { windowsOf } = await load('tagger/windows.js');
const { featureRows, FEATURES } = await load('tagger/features.js');
const { openFrozenVectors } = await load('tagger/frozen-vectors.js');

const readLines = (path) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const golds = new Map(readLines(options.gold).map((gold) => [gold.id, gold.attributions]));
const documents = readLines(options.analysed);

/** O, then begin and inside of source, cue and content. */
const ROLES = ['source', 'cue', 'content'];

/** Role and piece of each character that an attribution covers. */
function labelsOf(text, attributions) {
  const labels = new Uint8Array(text.length);
  const starts = new Uint8Array(text.length);
  for (const attribution of attributions) {
    ROLES.forEach((role, index) => {
      for (const [start, end] of attribution[role]) {
        labels.fill(index + 1, start, end);
        starts[start] = 1;
      }
    });
  }
  return { labels, starts };
}

/** BIO labels of a window's words: a word belongs to a role when most of its characters do. */
function bioOf(words, { labels, starts }) {
  let before = 0;
  return words.map(({ span: [start, end] }) => {
    const counts = [0, 0, 0, 0];
    let begins = false;
    for (let at = start; at < end; at += 1) {
      counts[labels[at]] += 1;
      begins ||= starts[at] === 1;
    }
    const role = counts.indexOf(Math.max(...counts));
    const bio = role === 0 ? 0 : 2 * role - (begins || before !== role ? 1 : 0);
    before = role;
    return bio;
  });
}

/** Lemmas by how often they head a cue: 2 in at least half of their places, 1 in at least 15 of 100. */
function cueLevelsOf(sample) {
  const all = new Map();
  const heading = new Map();
  for (const { text, tokens, id } of sample) {
    const { labels } = labelsOf(text, golds.get(id) ?? []);
    for (const sentence of tokens) {
      for (const token of sentence) {
        const lemma = token.lemma.toLowerCase();
        all.set(lemma, (all.get(lemma) ?? 0) + 1);
        const head = sentence[token.head - 1];
        if (labels[token.span[0]] !== 2 || (head && labels[head.span[0]] === 2)) continue;
        heading.set(lemma, (heading.get(lemma) ?? 0) + 1);
      }
    }
  }
  const levels = {};
  for (const [lemma, count] of [...heading].sort()) {
    const ratio = count / all.get(lemma);
    if (count >= 4 && /^[a-z]/.test(lemma) && ratio >= 0.15) levels[lemma] = ratio >= 0.5 ? 2 : 1;
  }
  return levels;
}

const step = Number(options['held-out']);
const isHeldOut = (index) => !options.cues && index % step === step - 1;
const levels = options.cues
  ? JSON.parse(readFileSync(options.cues, 'utf8'))
  : cueLevelsOf(documents.filter((_, index) => !isHeldOut(index)));
const cues = new Map(Object.entries(levels));

const forms = new Map();
const rows = [];
const labels = [];
const formIds = [];
const spans = [];
const windows = [];
documents.forEach((document, index) => {
  const { id, text, sentences, tokens } = document;
  const passages = document.passages ?? [{ span: [0, text.length], kind: 'body' }];
  const paragraphs = paragraphsOf(document, passages, sentences);
  const quotations = quotationsOf(
    text,
    paragraphs.map(({ span }) => span),
  );
  const gold = labelsOf(text, golds.get(id) ?? []);
  paragraphs.forEach((paragraph, p) => {
    const names = document.names.filter(({ span }) => span[0] < paragraph.span[1] && paragraph.span[0] < span[1]);
    for (const window of windowsOf(paragraph, tokens, quotations[p], names)) {
      const words = window.sentences.flat();
      windows.push({ id, heldOut: isHeldOut(index), start: formIds.length, words: words.length });
      const written = words.map(({ span }) => text.slice(...span));
      rows.push(featureRows(window, written, cues));
      labels.push(...bioOf(words, gold));
      for (const [word, form] of written.entries()) {
        if (!forms.has(form)) forms.set(form, forms.size);
        formIds.push(forms.get(form));
        spans.push(...words[word].span);
      }
    }
  });
});

mkdirSync(options.out, { recursive: true });
const write = (name, array) => writeFileSync(join(options.out, name), Buffer.from(array.buffer, 0, array.byteLength));
const all = new Int32Array(formIds.length * FEATURES);
let offset = 0;
for (const part of rows) {
  all.set(part, offset);
  offset += part.length;
}
write('rows.i32', all);
write('labels.u8', Uint8Array.from(labels));
write('forms.i32', Int32Array.from(formIds));
write('spans.i32', Int32Array.from(spans));
const frozen = await openFrozenVectors();
const vectors = new Float32Array(forms.size * frozen.size);
for (const [form, id] of forms) frozen.add(form, vectors, id * frozen.size);
write('vectors.f32', vectors);
writeFileSync(join(options.out, 'windows.json'), JSON.stringify(windows));
writeFileSync(join(options.out, 'cues.json'), JSON.stringify(levels));
console.log(
  `${documents.length} documents, ${windows.length} windows, ${formIds.length} words, ${cues.size} cue lemmas`,
);
