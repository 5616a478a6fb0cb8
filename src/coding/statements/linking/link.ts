// Links the tagged sources, cues and contents of a paragraph into attributions.
import { textOf } from '../../../model/span.ts';
import type { Attribution } from '../attribution.ts';
import type { Element } from './elements.ts';
import { type Crowd, contentFeatures, crowdOf, sourceFeatures } from './pairs.ts';

/** Weights of the features in pairs.ts, in their order; learned by training/statements/link.py. */
export interface LinkWeights {
  readonly content: readonly number[];
  readonly source: readonly number[];
}

/** How many cues on either side of a span may be its own, which keeps long paragraphs linear. */
const REACH = 8;

/**
 * Every content goes to the cue with the highest score, every cue takes its best source or none; a source may have several
 * cues. A cue without content makes an attribution with none, for what follows may be it.
 */
export function link(elements: readonly Element[], weights: LinkWeights, text: string): readonly Attribution[] {
  const crowd = crowdOf(elements);
  const cues = elements.filter(({ role }) => role === 'cue');
  const sources = elements.filter(({ role }) => role === 'source');
  const contents = elements.filter(({ role }) => role === 'content');
  const contentsOf = new Map<Element, Element[]>();
  for (const content of contents) {
    const cue = best(near(cues, content), (one) => dot(weights.content, contentFeatures(one, content, crowd)));
    const known = cue ? contentsOf.get(cue) : undefined;
    if (known) known.push(content);
    else if (cue) contentsOf.set(cue, [content]);
  }
  giveBack(cues, contentsOf);
  return cues.map((cue): Attribution => {
    const source = sourceOf(cue, sources, crowd, weights);
    const content = contentsOf.get(cue) ?? [];
    return {
      source: source.map(({ span }) => span),
      cue: [cue.span],
      content: content.map(({ span }) => span),
      cueAt: { sentence: cue.sentence, word: cue.head },
      rule: 'tagger',
      why: `cue: *${textOf(text, cue.span).replace(/\s+/g, ' ')}*; ${reasonOf(cue, source[0], content[0])}`,
    };
  });
}

/** "Said on Monday that the pass was shut, adding that snow had fallen": of two contents the one before a second cue is the first's. */
function giveBack(cues: readonly Element[], contentsOf: Map<Element, Element[]>): void {
  for (const [at, cue] of cues.entries()) {
    const before = cues[at - 1];
    const contents = contentsOf.get(cue) ?? [];
    if (!before || contentsOf.has(before) || before.sentence !== cue.sentence || contents.length < 2) continue;
    const between = contents.filter((one) => one.from >= before.to && one.to <= cue.from);
    if (!between.length || between.length === contents.length) continue;
    contentsOf.set(before, between);
    contentsOf.set(
      cue,
      contents.filter((one) => !between.includes(one)),
    );
  }
}

function sourceOf(cue: Element, sources: readonly Element[], crowd: Crowd, weights: LinkWeights): readonly Element[] {
  const candidates = [null, ...near(sources, cue)];
  const source = best(candidates, (one) => dot(weights.source, sourceFeatures(cue, one, crowd)));
  return source ? [source] : [];
}

/** The elements of a list in text order that stand nearest to another. */
function near(list: readonly Element[], to: Element): readonly Element[] {
  if (list.length <= 2 * REACH) return list;
  let middle = 0;
  for (let high = list.length; middle < high; ) {
    const half = (middle + high) >> 1;
    if ((list[half]?.from ?? 0) < to.from) middle = half + 1;
    else high = half;
  }
  return list.slice(Math.max(0, middle - REACH), middle + REACH);
}

function best<T>(list: readonly T[], scoreOf: (one: T) => number): T | null {
  let found: T | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (const one of list) {
    const score = scoreOf(one);
    if (score > highest) {
      highest = score;
      found = one;
    }
  }
  return found;
}

function dot(weights: readonly number[], features: readonly number[]): number {
  return features.reduce((sum, feature, i) => sum + feature * (weights[i] ?? 0), 0);
}

/** Says in words how the parts stand to each other: "source = subject; content = quotation". */
function reasonOf(cue: Element, source: Element | undefined, content: Element | undefined): string {
  const inTree = (one: Element | undefined) =>
    one && one.sentence === cue.sentence ? cue.tree.relation(one.head) : '';
  const subject = source ? (inTree(source) === 'nsubj' ? 'subject' : 'nearest source') : 'none';
  const complement = inTree(content) === 'ccomp' ? 'complement clause' : 'nearest content';
  return `source = ${subject}; content = ${content?.quoted ? 'quotation' : complement}`;
}
