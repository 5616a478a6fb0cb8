// F1 of words and sentences from raw text, by subset: node training/segmentation/evaluate.mjs --gold FOLDER [--errors SUBSET] [--typeset]
// FOLDER holds docs.jsonl ({id, text}) and gold.jsonl ({id, subset, sentences: [{span, words: [{span}]}]}).
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { segment } from '../../dist/language/segmentation/segment.js';
import { typeset } from './typeset.mjs';

const { values } = parseArgs({
  options: { gold: { type: 'string' }, errors: { type: 'string' }, typeset: { type: 'boolean' } },
});
const rows = (name) =>
  readFileSync(`${values.gold}/${name}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const texts = new Map(rows('docs.jsonl').map(({ id, text }) => [id, text]));
const tallies = new Map();
let milliseconds = 0;
let count = 0;

for (const { id, subset, sentences } of rows('gold.jsonl')) {
  const text = values.typeset ? typeset(texts.get(id)) : texts.get(id);
  const started = performance.now();
  const found = segment(text, [{ span: [0, text.length], kind: 'body' }]);
  milliseconds += performance.now() - started;
  const tally = tallies.get(subset) ?? { words: [0, 0, 0], sentences: [0, 0, 0] };
  tallies.set(subset, tally);
  const words = found.words.flat();
  count += words.length;
  const show = values.errors === subset ? text : null;
  compare(
    tally.words,
    sentences.flatMap((sentence) => sentence.words.map(({ span }) => span)),
    words,
    show,
    'word',
  );
  compare(
    tally.sentences,
    sentences.map(({ span }) => span),
    found.sentences.map(({ span }) => span),
    show,
    'sentence',
  );
}
for (const [subset, { words, sentences }] of tallies) {
  console.log(`${subset.padEnd(12)} words ${f1(words)} sentences ${f1(sentences)}`);
}
console.log(`${Math.round((count / milliseconds) * 1000)} words a second`);

function compare(tally, gold, found, text, what) {
  const wanted = new Set(gold.map(String));
  const made = new Set(found.map(String));
  let right = 0;
  for (const span of wanted) if (made.has(span)) right += 1;
  tally[0] += wanted.size;
  tally[1] += made.size;
  tally[2] += right;
  if (text === null) return;
  for (const span of found) if (!wanted.has(String(span))) console.log(`${what} made: ${lineOf(text, span, what)}`);
  for (const span of gold) if (!made.has(String(span))) console.log(`${what} missed: ${lineOf(text, span, what)}`);
}

function lineOf(text, [start, end], what) {
  const around = what === 'word' ? 20 : 40;
  const flat = (part) => part.replace(/\n/g, '¶');
  return `${flat(text.slice(Math.max(0, start - around), start))}[${flat(text.slice(start, end))}]${flat(text.slice(end, end + around))}`;
}

function f1([wanted, made, right]) {
  return ((200 * right) / (wanted + made)).toFixed(2);
}
