// Trains models/segmentation/segmentation.bin: node training/segmentation/train.mjs --trees FOLDER [--out FILE]
// FOLDER holds train.conllu (UD English EWT) and train-gum.conllu (UD English GUM). Needs `npm run build` before.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findBlocks } from '../../dist/language/segmentation/blocks.js';
import { encodeModel, nameTest } from '../../dist/language/segmentation/model.js';
import { findSentenceEnds } from '../../dist/language/segmentation/sentences.js';
import { readSpellings } from '../../dist/language/segmentation/spellings.js';
import { findWords } from '../../dist/language/segmentation/words.js';
import { Casing } from './casing.mjs';
import { AveragedPerceptron, shuffled } from './perceptron.mjs';
import { GUM_GENRES, readTreebank } from './treebank.mjs';

const { values } = parseArgs({
  options: {
    trees: { type: 'string' },
    out: { type: 'string', default: 'models/segmentation/segmentation.bin' },
    'word-bits': { type: 'string', default: '16' },
    'sentence-bits': { type: 'string', default: '17' },
    'word-epochs': { type: 'string', default: '8' },
    'sentence-epochs': { type: 'string', default: '10' },
    margin: { type: 'string', default: '4' },
    rarest: { type: 'string', default: '2' },
  },
});
const lists = JSON.parse(readFileSync(new URL('../../models/segmentation/spellings.json', import.meta.url), 'utf8'));
const spellings = readSpellings(lists);
const genres = new RegExp(`^GUM_(?:${GUM_GENRES.join('|')})_`);
const documents = [
  ...readTreebank(`${values.trees}/train.conllu`),
  ...readTreebank(`${values.trees}/train-gum.conllu`, (id) => genres.test(id)),
];

/** The blocks of all documents, with the treebank's answers by place and its words as far as they can be found. */
const blocks = documents.flatMap(({ text, words, sentences }) => {
  const wordEnds = new Set(words.map(([, end]) => end));
  const sentenceEnds = new Set(sentences.map(([, end]) => end));
  return findBlocks(text, [0, text.length], 0).map((block) => {
    const found = words.filter(([start, end]) => start >= block[0] && end <= block[1]);
    return { text, block, wordEnds, sentenceEnds, words: found, starts: startsOf(found, sentenceEnds) };
  });
});
const casing = new Casing();
for (const { text, words, starts } of blocks) casing.count(text, words, starts);
const wordModel = trainWords();
const sentenceModel = trainSentences();
writeFileSync(values.out, encodeModel(wordModel.quantised(), sentenceModel.quantised(), casing.table()));

function trainWords() {
  const isName = nameTest((hash, _, lower) => casing.without(hash, lower, false));
  const model = new AveragedPerceptron(Number(values['word-bits']), Number(values.margin), Number(values.rarest));
  for (let epoch = 0; epoch <= Number(values['word-epochs']); epoch += 1) {
    model.mistakes = 0;
    for (const { text, block, wordEnds } of shuffled(blocks, epoch)) {
      findWords(text, block, spellings, isName, (features, at) => {
        if (epoch === 0) model.count(features);
        else model.learn(features, wordEnds.has(at));
        return wordEnds.has(at);
      });
    }
    console.log(`words, epoch ${epoch}: ${model.mistakes} mistakes`);
  }
  return model;
}

function trainSentences() {
  const model = new AveragedPerceptron(Number(values['sentence-bits']), Number(values.margin), Number(values.rarest));
  for (let epoch = 0; epoch <= Number(values['sentence-epochs']); epoch += 1) {
    model.mistakes = 0;
    for (const { text, words, sentenceEnds, starts } of shuffled(blocks, 100 + epoch)) {
      const leftOut = (hash, start, lower) => casing.without(hash, lower, !starts.has(start));
      findSentenceEnds(text, words, leftOut, spellings, (features, at) => {
        const yes = sentenceEnds.has(words[at][1]);
        if (epoch === 0) model.count(features);
        else model.learn(features, yes);
        return yes ? Infinity : -Infinity;
      });
    }
    console.log(`sentences, epoch ${epoch}: ${model.mistakes} mistakes`);
  }
  return model;
}

function startsOf(words, sentenceEnds) {
  return new Set(words.filter((_, at) => at === 0 || sentenceEnds.has(words[at - 1][1])).map(([start]) => start));
}
