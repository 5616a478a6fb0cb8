// Runs documents through the program up to names, which is what the tagger's features are made from. See README.md.
// usage: node analyse.mjs --dist DIST --docs FILE.jsonl --out FILE.jsonl
import { createWriteStream, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: { dist: { type: 'string', default: 'dist' }, docs: { type: 'string' }, out: { type: 'string' } },
});
const load = (path) => import(pathToFileURL(resolve(options.dist, path)).href);
const { sortPassages } = await load('intake/passages/sort-passages.js');
const { segment } = await load('language/segmentation/segment.js');
const { createAnalyser } = await load('language/analysis/analyser.js');
const { annotate } = await load('language/analysis/annotate.js');
const { findNames } = await load('language/names/find-names.js');
const { loadLexicon } = await load('coding/lexicon/lexicon.js');

const analyser = await createAnalyser();
const lexicon = loadLexicon();
const out = createWriteStream(options.out);
for (const line of readFileSync(options.docs, 'utf8').trim().split('\n')) {
  const document = JSON.parse(line);
  const passages = sortPassages(document);
  const { sentences, words } = segment(document.text, passages);
  const { tokens, nameSpans } = await annotate(analyser, document.text, sentences, words);
  const names = findNames({ document, sentences, tokens, spans: nameSpans }, lexicon.entities.known);
  if (!out.write(`${JSON.stringify({ ...document, passages, sentences, tokens: [...tokens], names })}\n`)) {
    await new Promise((done) => out.once('drain', done));
  }
}
out.end();
