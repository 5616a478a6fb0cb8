// Sentences on their way between threads: as numbers, which need no copying word by word, and each string once.
import type { AnalysedName, AnalysedSentence } from '../../language/analysis/types.ts';

export interface Packed {
  /** How many words each sentence has. */
  readonly lengths: readonly number[];
  /** Every string of the sentences, once. */
  readonly strings: readonly string[];
  /** `NUMBERS` to a word: its head, then where its lemma, tags, features and relation stand among the strings. */
  readonly numbers: Int32Array<ArrayBuffer>;
  readonly names: readonly (readonly AnalysedName[])[];
}

const NUMBERS = 6;

export function pack(sentences: readonly AnalysedSentence[]): Packed {
  const places = new Map<string, number>();
  const strings: string[] = [];
  const placeOf = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, strings.length);
    return strings.push(text) - 1;
  };
  const lengths = sentences.map(({ words }) => words.length);
  const numbers = new Int32Array(NUMBERS * lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const { words } of sentences) {
    for (const { lemma, upos, xpos, feats, head, deprel } of words) {
      numbers[at] = head;
      numbers[at + 1] = placeOf(lemma);
      numbers[at + 2] = placeOf(upos);
      numbers[at + 3] = placeOf(xpos);
      numbers[at + 4] = placeOf(feats);
      numbers[at + 5] = placeOf(deprel);
      at += NUMBERS;
    }
  }
  return { lengths, strings, numbers, names: sentences.map(({ names }) => names) };
}

export function unpack({ lengths, strings, numbers, names }: Packed): readonly AnalysedSentence[] {
  let at = 0;
  const text = (place: number): string => strings[numbers[at + place] ?? 0] ?? '';
  return lengths.map((length, sentence) => {
    const words = Array.from({ length }, () => {
      const head = numbers[at] ?? 0;
      const word = { lemma: text(1), upos: text(2), xpos: text(3), feats: text(4), head, deprel: text(5) };
      at += NUMBERS;
      return word;
    });
    return { words, names: names[sentence] ?? [] };
  });
}
