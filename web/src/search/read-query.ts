// What a query may mean beyond its words: dates, and the names of those and that which the record knows.

import { datesIn } from '../../../src/model/written-date.ts';
import type { EntityView } from '../../../src/service/contract.ts';

/** Words of a question that no document needs to hold. */
const ASKING = new Set(
  'a an and about did do does for from had has have how in is it its of on or said say says stand stood that the their they this to was were what when where which who whom why will with between towards met meet meets meeting meetings at by happened'.split(
    ' ',
  ),
);

/** Longest name looked for, in words. */
const LONGEST = 5;

export interface Words {
  readonly dates: readonly string[];
  /** Words that mean something, in their order. */
  readonly words: readonly string[];
  /** The query in quotation marks is a phrase and is taken as it stands. */
  readonly phrase: boolean;
}

export function readWords(typed: string): Words {
  if (/["“*]/.test(typed)) return { dates: [], words: [typed], phrase: true };
  const { dates, rest } = datesIn(typed);
  const words = rest.split(/[^\p{L}\p{N}'’-]+/u).filter((word) => word && !ASKING.has(word.toLowerCase()));
  return { dates, words, phrase: false };
}

/** Stretches of words that may be a name, the longest first. */
export function stretchesOf(words: readonly string[]): readonly string[] {
  const stretches: string[] = [];
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1) {
    for (let at = 0; at + length <= words.length; at += 1) stretches.push(words.slice(at, at + length).join(' '));
  }
  return stretches.slice(0, 15);
}

export interface Meaning {
  readonly actors: readonly EntityView[];
  readonly subjects: readonly EntityView[];
  /** Words that stand for nobody and nothing known. */
  readonly rest: readonly string[];
}

const SUBJECTS = new Set(['issue', 'agreement', 'activity', 'body']);

/**
 * The entities that words name, longest names first, no word taken twice.
 * @param found what the record has under each stretch
 */
export function meaningOf(words: readonly string[], found: ReadonlyMap<string, readonly EntityView[]>): Meaning {
  let rest = words.join(' ');
  const named: EntityView[] = [];
  for (const stretch of stretchesOf(words)) {
    const at = ` ${rest} `.toLowerCase().indexOf(` ${stretch.toLowerCase()} `);
    if (at === -1) continue;
    const entity = (found.get(stretch) ?? []).find((known) => isCalled(known, stretch));
    if (!entity) continue;
    if (!named.some(({ id }) => id === entity.id)) named.push(entity);
    rest = `${rest.slice(0, at)}|${rest.slice(at + stretch.length)}`;
  }
  return {
    actors: named.filter(({ kind }) => !SUBJECTS.has(kind) && kind !== 'place'),
    subjects: named.filter(({ kind }) => SUBJECTS.has(kind)),
    rest: [
      ...rest.split(/[\s|]+/).filter(Boolean),
      // A place is looked for as a word: items name it in many ways.
      ...named.filter(({ kind }) => kind === 'place').map(({ name }) => name),
    ],
  };
}

function isCalled({ name, names }: EntityView, words: string): boolean {
  const folded = fold(words);
  return [name, ...names].some((known) => fold(known) === folded);
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
