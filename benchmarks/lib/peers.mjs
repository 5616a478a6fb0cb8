// What other packages of the registry take for parts of the work, on the same texts in the same process:
// node peers.mjs DOCUMENTS. Prints JSON: seconds of processor time of the best of three rounds.
import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import * as chrono from 'chrono-node';
import nlp from 'compromise';
import { parseHTML } from 'linkedom';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { openBytes } from '../../dist/index.js';

const documents = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const texts = documents.map(({ text }) => text);
const wink = winkNLP(model, ['sbd', 'pos']);
const winkSplit = winkNLP(model, ['sbd']);

/** A page as a news site has it: the text between a menu, a side bar and a foot. */
const pageOf = ({ title = 'A report', text }) =>
  `<!doctype html><html><head><title>${title}</title></head><body><nav><ul>${'<li><a href="/x">Section</a></li>'.repeat(30)}</ul></nav>` +
  `<article><h1>${title}</h1>${text
    .split('\n')
    .filter(Boolean)
    .map((line) => `<p>${line.replace(/[<&]/g, ' ')}</p>`)
    .join('')}</article>` +
  `<aside>${'<p><a href="/y">Another story that is not this one</a></p>'.repeat(20)}</aside><footer>Terms of use</footer></body></html>`;
const pages = documents.map(pageOf);

const WORK = {
  'wink-nlp: words and sentences': () => texts.map((text) => winkSplit.readDoc(text).tokens().out()),
  'wink-nlp: words, sentences, tags': () => texts.map((text) => wink.readDoc(text).tokens().out(wink.its.pos)),
  'compromise: words, sentences, tags': () => texts.map((text) => nlp(text).json({ offset: false })),
  'chrono-node: times': () =>
    documents.map(({ text, published }) => chrono.parse(text, new Date(published ?? '2020-01-01'))),
  'Readability (linkedom): pages': () =>
    pages.map((page) => new Readability(parseHTML(page).document).parse()?.textContent),
};

WORK['rapporteur: pages'] = () => Promise.all(pages.map((page) => openBytes(Buffer.from(page), 'page.html')));

const results = {};
for (const [name, work] of Object.entries(WORK)) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  results[name] = best;
}
process.stdout.write(JSON.stringify(results));
