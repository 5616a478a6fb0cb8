// What a query means beyond its words: dates, deeds, phrases, and the names of those and that which the record knows. The
// page and the command line read a query alike.
import type { EventType } from '../../model/plover.ts';
import { datesIn } from '../../model/written-date.ts';
import { foldName } from '../identity/fold.ts';
import type { EntityView } from '../views.ts';
import { deedsIn } from './deeds.ts';

/** Words of a question that no document needs to hold. */
const ASKING = new Set(
  'a an and about did do does for from had has have how in is it its of on or said say says stand stood that the their they this to was were what when where which who whom why will with between towards met meet meets meeting meetings at by happened'.split(
    ' ',
  ),
);

/** Longest name looked for, in words. */
const LONGEST = 5;

/** A phrase in quotation marks, the last of which may be missing, or a word with an open end. */
const EXACT = /"[^"]*"?|[^\s"]+\*/gu;

const QUOTATION_MARKS = /[“”„«»]/gu;

export interface Query {
  readonly dates: readonly string[];
  /** Words that mean something, in their order. */
  readonly words: readonly string[];
  /** Which of the words ask for a kind of deed. */
  readonly deeds: ReadonlyMap<string, EventType>;
  /** Phrases in quotation marks and words with an open end, as typed: they name nobody and are no date. */
  readonly exact: readonly string[];
}

/** @param dated whether a date among the words is their time; else its words are words like others */
export function readQuery(typed: string, dated = true): Query {
  const marked = typed.replace(QUOTATION_MARKS, '"');
  const exact = [...marked.matchAll(EXACT)]
    .map(([written]) => written)
    .filter((written) => /[\p{L}\p{N}]/u.test(written));
  // A date does not reach over a phrase that stands between its parts.
  const parts = marked.split(EXACT).map((part) => (dated ? datesIn(part) : { dates: [], rest: part }));
  const words = parts
    .flatMap(({ rest }) => rest.split(/[^\p{L}\p{N}'’-]+/u))
    .filter((word) => word && !ASKING.has(word.toLowerCase()));
  return {
    dates: parts.flatMap(({ dates }) => dates),
    words,
    deeds: deedsIn(marked.replace(EXACT, ' '), words),
    exact,
  };
}

/**
 * What a text has to hold to be found, as `find` takes it. A sentence tells a deed in words of its own ("turned down" is a
 * refusal), so that the words that ask for it are left out where there are others.
 * @param deeds the words that are taken for deeds
 */
export function soughtIn({ words, exact }: Query, deeds: Query['deeds']): string {
  const others = words.filter((word) => !deeds.has(word));
  return [...(others.length + exact.length > 0 ? others : words), ...exact].join(' ');
}

/** The first and the last of some dates. */
export function spanOf(dates: readonly string[]): { readonly from?: string; readonly to?: string } {
  const [from, to] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  return from === undefined || to === undefined ? {} : { from, to };
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

/** By one of its names; a person by the last of them, too. */
function isCalled({ kind, name, names }: EntityView, words: string): boolean {
  const folded = foldName(words);
  return [name, ...names]
    .map(foldName)
    .some((known) => known === folded || (kind === 'person' && known.endsWith(` ${folded}`)));
}
