// A long document in little memory: words, names and trees of the whole text must never stand at once as objects.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import type { Annotations, PerSentence } from '../src/model/annotations.ts';
import { lastReads } from '../src/model/stage.ts';
import { createReader, type Reader } from '../src/reader.ts';

/** More than are kept whole, as src/model/recent.ts says. */
const SENTENCES = 2_400;
/**
 * Bytes in use for each character of the text, over what they were before it: up to 55, most of them for what is found in a
 * text as dense as this. Where tokens, views and trees of all sentences stay, there are up to 125.
 */
const BYTES_A_CHARACTER = 80;
/** Looks at sentences between two measurements, each of which collects all garbage. */
const LOOKS = 3_000;

const PEOPLE = ['Anna Berg', 'Marek Duda', 'Lucia Ferro', 'Tomas Lind', 'Petra Novak'];
const STATES = ['Norway', 'Chad', 'Peru', 'Latvia', 'Kenya', 'Oman', 'Chile'];
const SENTENCE = [
  (a: string, b: string, who: string, n: number) =>
    `Minister ${who} said on ${1 + (n % 28)} May that ${a} would sign the fisheries agreement with ${b}. `,
  (a: string, b: string, _: string, n: number) =>
    `Officials of ${a} and ${b} met in ${2000 + (n % 20)} to discuss ${n} border posts and the price of gas. `,
  (a: string, b: string, who: string) =>
    `"We will not accept a plan that leaves out one of the two sides," ${who} said, and asked ${a} to answer ${b}.\n\n`,
];

let reader: Reader;
let collect: () => void;
beforeAll(async () => {
  setFlagsFromString('--expose-gc');
  collect = runInNewContext('gc') as () => void;
  reader = await createReader();
  await reader.read({ id: 'warm', text: textOf(120) });
}, 120_000);

function textOf(sentences: number): string {
  const pick = (list: readonly string[], n: number) => list[n % list.length] ?? '';
  const write = (n: number) =>
    SENTENCE[n % SENTENCE.length]?.(pick(STATES, n), pick(STATES, 3 * n + 1), pick(PEOPLE, n * n), n) ?? '';
  return Array.from({ length: sentences }, (_, n) => write(n)).join('');
}

/** Bytes that are in use, in the heap and in columns beside it. */
function inUse(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The same lists, with a call at every so many looks at one of them. */
function watched<Item>(lists: PerSentence<Item>, looked: () => void): PerSentence<Item> {
  let looks = 0;
  const at = (sentence: number) => {
    looks += 1;
    if (looks % LOOKS === 0) looked();
    return lists.at(sentence);
  };
  return {
    length: lists.length,
    at,
    *[Symbol.iterator]() {
      for (let sentence = 0; sentence < lists.length; sentence += 1) yield at(sentence) ?? [];
    },
  };
}

test('no stage holds the words of a long document as objects', { timeout: 240_000 }, async () => {
  const text = textOf(SENTENCES);
  const freed = lastReads(reader.stages, ['sentences', 'times', 'register', 'statements', 'events']);
  const before = inUse();
  const measured: { stage: string; bytes: number }[] = [];
  let so: Partial<Annotations> = { document: { id: 'long', text } };
  for (const [at, { name, run }] of reader.stages.entries()) {
    const measure = () => measured.push({ stage: name, bytes: Math.round((inUse() - before) / text.length) });
    const { tokens } = so;
    so = { ...so, ...(await run((tokens ? { ...so, tokens: watched(tokens, measure) } : so) as Annotations)) };
    for (const gone of freed[at] ?? []) delete so[gone];
    measure();
  }
  expect(so.sentences?.length).toBeGreaterThan(0.9 * SENTENCES);
  expect(so.events?.length).toBeGreaterThan(100);
  expect(measured.filter(({ bytes }) => bytes > BYTES_A_CHARACTER)).toEqual([]);
});
