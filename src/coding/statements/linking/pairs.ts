// What speaks for linking a cue with a content or a source: numbers that the linker weighs.
import type { Element } from './elements.ts';

/** Features of a cue with a content. The weights in models/statements/model.json stand in this order. */
export const CONTENT_FEATURES = [
  'same sentence',
  'content before',
  'distance',
  'cues between',
  'contents between',
  'content hangs on cue',
  'content under cue',
  'cue hangs on content',
  'cue under content',
  'nearest cue',
  'quoted, same sentence',
  'quoted, cue before in another sentence',
  'quoted, cue after in another sentence',
  'unquoted, another sentence',
  'sentences between',
  'sources between',
  'cue ends its sentence with a colon',
] as const;

/** Features of a cue with a source; the last is 1 for no source at all. */
export const SOURCE_FEATURES = [
  'same sentence',
  'source before',
  'distance',
  'cues between',
  'sources between',
  'subject of cue',
  'hangs on cue',
  'under cue',
  'cue hangs on source',
  'cue under source',
  'subject of a word above the cue',
  'nearest source',
  'contents between',
  'sentences between',
  'cue hangs on what source hangs on',
  'none',
] as const;

/** Counts by role how many elements begin before each word. */
export interface Crowd {
  readonly cue: readonly number[];
  readonly source: readonly number[];
  readonly content: readonly number[];
}

export function crowdOf(elements: readonly Element[]): Crowd {
  const starts = (role: Element['role']) => elements.filter((e) => e.role === role).map((e) => e.from);
  return { cue: starts('cue'), source: starts('source'), content: starts('content') };
}

export function contentFeatures(cue: Element, content: Element, crowd: Crowd): readonly number[] {
  const same = cue.sentence >= content.sentence && cue.sentence <= content.lastSentence;
  const before = content.from < cue.from;
  const distance = gap(cue, content);
  const tree = cue.sentence === content.sentence ? cue.tree : null;
  const cues = between(crowd.cue, cue, content);
  return [
    yes(same),
    yes(before),
    Math.log1p(distance),
    Math.min(cues, 4),
    Math.min(between(crowd.content, cue, content), 4),
    yes(!!tree && tree.head(content.head) === cue.head),
    yes(!!tree && tree.isUnder(content.head, cue.head)),
    yes(!!tree && tree.head(cue.head) === content.head),
    yes(!!tree && tree.isUnder(cue.head, content.head)),
    yes(cues === 0),
    yes(content.quoted && same),
    yes(content.quoted && !same && !before),
    yes(content.quoted && !same && before),
    yes(!content.quoted && !same),
    Math.min(Math.abs(cue.sentence - content.sentence), 4),
    Math.min(between(crowd.source, cue, content), 4),
    yes(!same && !before && content.sentence === cue.sentence + 1 && endsInColon(cue)),
  ];
}

export function sourceFeatures(cue: Element, source: Element | null, crowd: Crowd): readonly number[] {
  if (!source) return SOURCE_FEATURES.map((name) => yes(name === 'none'));
  const same = cue.sentence === source.sentence;
  const tree = same ? cue.tree : null;
  const head = tree ? tree.head(source.head) : -1;
  const isSubject = !!tree && ['nsubj', 'csubj'].includes(tree.relation(source.head));
  const sources = between(crowd.source, cue, source);
  return [
    yes(same),
    yes(source.from < cue.from),
    Math.log1p(gap(cue, source)),
    Math.min(between(crowd.cue, cue, source), 4),
    Math.min(sources, 4),
    yes(isSubject && head === cue.head),
    yes(!!tree && head === cue.head),
    yes(!!tree && tree.isUnder(source.head, cue.head)),
    yes(!!tree && tree.head(cue.head) === source.head),
    yes(!!tree && tree.isUnder(cue.head, source.head)),
    yes(isSubject && head !== cue.head && !!tree && tree.isUnder(cue.head, head)),
    yes(sources === 0),
    Math.min(between(crowd.content, cue, source), 4),
    Math.min(Math.abs(cue.sentence - source.sentence), 4),
    yes(!!tree && head >= 0 && head === tree.head(cue.head)),
    0,
  ];
}

function gap(a: Element, b: Element): number {
  return Math.max(0, a.from < b.from ? b.from - a.to : a.from - b.to);
}

/** How many elements begin strictly between two others. `starts` is sorted. */
function between(starts: readonly number[], a: Element, b: Element): number {
  const low = Math.min(a.from, b.from);
  const high = Math.max(a.from, b.from);
  return countBefore(starts, high) - countBefore(starts, low + 1);
}

function countBefore(starts: readonly number[], value: number): number {
  let low = 0;
  for (let high = starts.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endsInColon(cue: Element): boolean {
  return cue.tree.size > 0 && cue.tree.form(cue.tree.size - 1) === ':';
}

function yes(fact: boolean): number {
  return fact ? 1 : 0;
}
