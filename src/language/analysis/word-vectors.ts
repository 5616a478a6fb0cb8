// Turns words into the network's input: GloVe, trained words, hashed affixes, gazetteer flags.
import { normalForm, prefixRows, suffixRows } from './features.ts';
import { createGazetteer, isCapital } from './gazetteer.ts';
import { type ModelFiles, rowsOf } from './model.ts';
import { openTable } from './tables.ts';

export interface WordVectors {
  readonly size: number;
  /** A lower-cased word's place among the words of GloVe, the most frequent first; undefined where it is none. */
  rankOf(word: string): number | undefined;
  /** Writes the vectors of a sentence's words into `into`, one after another from `offset`. */
  write(forms: readonly string[], into: Float32Array, offset: number): void;
}

const UNKNOWN_WORD = 1;
const FIRST_WORD = 2;
// About 20 MB of vectors; a text's frequent words come back at once after the cache is emptied.
const CACHE_SIZE = 20_000;
// Longer "words" (base64, URLs) are not worth a place in the cache.
const LONGEST_CACHED = 40;

interface Known {
  readonly lower: string;
  readonly capital: boolean;
  readonly vector: Float32Array;
}

export function createWordVectors(files: ModelFiles): WordVectors {
  const { inputSize, phraseLists, wordLists, hashScale, tables, words } = files.description;
  const glove = openTable(files.embeddings, tables.glove);
  const trained = openTable(files.embeddings, tables.words);
  const suffixes = openTable(files.embeddings, tables.suffixes);
  const prefixes = openTable(files.embeddings, tables.prefixes);
  const { gloveRow } = files;
  const trainedRow = rowsOf(words, FIRST_WORD);
  const gazetteer = phraseLists && wordLists ? createGazetteer(files.gazetteer, phraseLists, wordLists) : null;
  const ownSize = inputSize - (gazetteer?.size ?? 0);
  const cache = new Map<string, Known>();

  function make(word: string): Known {
    const lower = word.toLowerCase();
    const norm = normalForm(lower);
    const vector = new Float32Array(inputSize);
    let at = 0;
    const row = gloveRow.get(lower) ?? gloveRow.get(norm);
    if (row !== undefined) glove.add(row, 1, vector, at);
    at += glove.size;
    trained.add(trainedRow.get(norm) ?? UNKNOWN_WORD, 1, vector, at);
    at += trained.size;
    for (const hashed of suffixRows(lower)) suffixes.add(hashed, hashScale, vector, at);
    at += suffixes.size;
    for (const hashed of prefixRows(word, lower)) prefixes.add(hashed, hashScale, vector, at);
    gazetteer?.markWord(word, lower, vector, ownSize);
    return { lower, capital: isCapital(word, lower), vector };
  }

  function lookUp(word: string): Known {
    const cached = cache.get(word);
    if (cached) return cached;
    const known = make(word);
    if (word.length <= LONGEST_CACHED) {
      if (cache.size >= CACHE_SIZE) cache.clear();
      cache.set(word, known);
    }
    return known;
  }

  return {
    size: inputSize,
    rankOf: (word) => gloveRow.get(word),
    write(forms, into, offset) {
      const lower: string[] = [];
      const capitals: number[] = [];
      for (const [k, form] of forms.entries()) {
        const known = lookUp(form);
        into.set(known.vector, offset + k * inputSize);
        lower.push(known.lower);
        if (known.capital) capitals.push(k);
      }
      gazetteer?.markPhrases(lower, capitals, into, offset + ownSize, inputSize);
    },
  };
}
