// The occasions of a document's sayings: each its own, or that of the saying which it goes on with: ", adding that ...".
import { contains } from '../../model/span.ts';
import type { Attribution } from './attribution.ts';
import { NO_OCCASION, type Occasion, type OccasionInput, occasionOf } from './occasion.ts';
import type { Forest } from './phrases.ts';

/** An attribution with its speakers. */
export interface Saying {
  readonly attribution: Attribution;
  readonly speaker: readonly string[];
}

/** Cues by which a speaker goes on with what he said before: "..., he added." */
const GOING_ON = /^(?:add|continue|go|conclude|reiterate|emphasi[sz]e|stress|note|explain)$/;

/** How far back, in sayings, one of the same sentence is looked for. */
const NEAR = 4;

/**
 * When and where each of some sayings was, in their order, which is that of the text. A saying without a time or place of its own has
 * those of another of the same speaker in its sentence ("and warned that", "adding that"), or of the one before it where the
 * speaker goes on: in the same line by a pronoun, or anywhere by a word like "added".
 */
export function occasionsOf(sayings: readonly Saying[], so: OccasionInput, forest: Forest): readonly Occasion[] {
  const own = sayings.map((saying, at) => {
    const others = neighbours(sayings, at).filter(([, other]) => !isWithin(saying, other));
    const elsewhere = others.flatMap(([, { attribution }]) => attribution.content);
    return occasionOf(saying.attribution, elsewhere, so, forest);
  });
  const whole: Occasion[] = [];
  let last = -1;
  for (const [at, saying] of sayings.entries()) {
    const beside = neighbours(sayings, at)
      .filter(
        ([, other]) => isSame(saying.speaker, other.speaker) && !isWithin(saying, other) && !isWithin(other, saying),
      )
      .map(([place]) => own[place] ?? NO_OCCASION);
    const before = sayings[last];
    const goesOn = before !== undefined && continues(saying, before, so, forest);
    const sources = [own[at] ?? NO_OCCASION, ...beside, ...(goesOn ? [whole[last] ?? NO_OCCASION] : [])];
    whole.push({
      time: sources.find(({ time }) => time)?.time ?? null,
      place: sources.find(({ place }) => place)?.place ?? null,
    });
    if (!before || !isWithin(saying, before)) last = at;
  }
  return whole;
}

/** The other sayings of the same sentence that stand near one, each with its place in the list. */
function neighbours(sayings: readonly Saying[], at: number): readonly (readonly [place: number, saying: Saying])[] {
  const sentence = sayings[at]?.attribution.cueAt?.sentence;
  const first = Math.max(0, at - NEAR);
  return sayings
    .slice(first, at + NEAR + 1)
    .map((saying, n) => [first + n, saying] as const)
    .filter(([place, { attribution }]) => place !== at && attribution.cueAt?.sentence === sentence);
}

function continues({ attribution, speaker }: Saying, before: Saying, so: OccasionInput, forest: Forest): boolean {
  const { cueAt, source } = attribution;
  if (!cueAt || !isSame(before.speaker, speaker)) return false;
  const tree = forest.tree(cueAt.sentence);
  if (tree.token(cueAt.word).xpos !== 'VBD') return false;
  if (GOING_ON.test(tree.lemma(cueAt.word))) return true;
  const ends = before.attribution.cue[0]?.[1] ?? 0;
  const { text } = so.document;
  if (text.slice(ends, tree.span(cueAt.word)[0]).includes('\n')) return false;
  return source.every(([start, end]) => /^(?:he|she|it|they)$/i.test(text.slice(start, end)));
}

/** Whether a saying stands in what another says. */
function isWithin(inner: Saying, outer: Saying): boolean {
  const [cue] = inner.attribution.cue;
  return cue !== undefined && outer.attribution.content.some((piece) => contains(piece, cue));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((id) => b.includes(id));
}
