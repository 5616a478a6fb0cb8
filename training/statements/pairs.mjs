// Writes the features of all pairs that the linker may choose from, with the right ones marked. See README.md.
// usage: node pairs.mjs --dist DIST --analysed FILE.jsonl --gold FILE.jsonl --out FILE.json
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    analysed: { type: 'string' },
    gold: { type: 'string' },
    out: { type: 'string' },
  },
});
const load = (path) => import(pathToFileURL(resolve(options.dist, 'coding/statements', path)).href);
const { paragraphsOf } = await load('paragraphs.js');
const { Forest } = await load('phrases.js');
const { elementsOf } = await load('linking/elements.js');
const { contentFeatures, crowdOf, sourceFeatures } = await load('linking/pairs.js');

const readLines = (path) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const golds = new Map(readLines(options.gold).map((gold) => [gold.id, gold.attributions]));

/** The attributions of a document that begin in a paragraph, as elements with the number of their attribution. */
function elementsIn(paragraph, attributions, document, forest) {
  const owner = new Map();
  const tagged = attributions
    .flatMap((attribution, number) =>
      ['source', 'cue', 'content'].flatMap((role) =>
        attribution[role].map((span) => {
          const key = `${role} ${span}`;
          const known = owner.get(key);
          owner.set(key, [...(known ?? []), number]);
          return known ? null : { role, span };
        }),
      ),
    )
    .filter((one) => one && one.span[0] >= paragraph.span[0] && one.span[0] < paragraph.span[1]);
  const elements = elementsOf(tagged, paragraph, document.sentences, forest, document.text);
  return {
    elements,
    shareOf: (a, b) =>
      (owner.get(`${a.role} ${a.span}`) ?? []).some((n) => owner.get(`${b.role} ${b.span}`)?.includes(n)),
  };
}

const choices = { content: [], source: [] };
for (const document of readLines(options.analysed)) {
  const forest = new Forest(document.tokens, document.text);
  const passages = document.passages ?? [{ span: [0, document.text.length], kind: 'body' }];
  for (const paragraph of paragraphsOf(document, passages, document.sentences)) {
    const { elements, shareOf } = elementsIn(paragraph, golds.get(document.id) ?? [], document, forest);
    const crowd = crowdOf(elements);
    const of = (role) => elements.filter((element) => element.role === role);
    for (const content of of('content')) {
      const right = of('cue').findIndex((cue) => shareOf(cue, content));
      if (right >= 0) choices.content.push({ right, of: of('cue').map((cue) => contentFeatures(cue, content, crowd)) });
    }
    for (const cue of of('cue')) {
      const right = 1 + of('source').findIndex((source) => shareOf(cue, source));
      choices.source.push({ right, of: [null, ...of('source')].map((source) => sourceFeatures(cue, source, crowd)) });
    }
  }
}
writeFileSync(options.out, JSON.stringify(choices));
console.log(`${choices.content.length} contents, ${choices.source.length} cues`);
