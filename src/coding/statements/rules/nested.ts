// Finds statements inside what others are reported to say, which the tagger, trained on flat labels, leaves out.
import { contains, overlaps, type Span } from '../../../model/span.ts';
import type { CueLexicon } from '../../lexicon/cues.ts';
import { type Attribution, startOf } from '../attribution.ts';
import type { Paragraph } from '../paragraphs.ts';
import type { Forest } from '../phrases.ts';
import type { Quotation } from '../quotations.ts';
import { attributionsByRule } from './attribute.ts';

/** Frames whose content is a clause of its own, so that the rules seldom err. */
const CLAUSAL = /\b(?:say|tell|want|that)$/;

/** "According to a diplomat, the minister proposed a truce": the diplomat's statement holds the minister's. */
const RELAYING = /\baccording$/;

/** Paragraphs with more attributions than any writer gives one are left alone, which keeps the search linear. */
const MOST = 50;

/**
 * "Officials said there was no progress on the shield, which Ruritania fears will weaken it" holds a second statement,
 * Ruritania's. Only cues in reported speech outside quotation marks that no attribution has yet, with a name as source,
 * for "he expected" inside his own words is no statement of its own; and what somebody is said to say "according to" another.
 * `found` is in the order of the paragraphs.
 */
export function nestedIn(
  paragraphs: readonly Paragraph[],
  found: readonly Attribution[],
  forest: Forest,
  quotations: readonly (readonly Quotation[])[],
  lexicon: CueLexicon,
): readonly Attribution[] {
  let next = 0;
  return paragraphs.flatMap((paragraph, p) => {
    const own: Attribution[] = [];
    for (; next < found.length; next += 1) {
      const one = found[next];
      if (!one || startOf(one) >= paragraph.span[1]) break;
      own.push(one);
    }
    if (!own.length || own.length > MOST) return [];
    return attributionsByRule(paragraph, forest, quotations[p] ?? [], lexicon).filter((one) =>
      isNested(one, own, forest),
    );
  });
}

function isNested(
  { cue, cueAt, source, content, rule }: Attribution,
  found: readonly Attribution[],
  forest: Forest,
): boolean {
  const [words] = cue;
  const [speaker] = source;
  if (!words || !speaker || !cueAt) return false;
  const told = found.filter((other) => other.content.length > 0);
  if (told.some((other) => other.cue.some((span) => overlaps(span, words)))) return false;
  const holds = (outer: readonly Span[], span: Span) => outer.some((piece) => contains(piece, span));
  if (RELAYING.test(rule)) return found.some((inner) => inner.cue.some((span) => holds(content, span)));
  const tree = forest.tree(cueAt.sentence);
  if (!CLAUSAL.test(rule) || tree.upos(tree.headOf(speaker)) !== 'PROPN') return false;
  return found.some((outer) => holds(outer.content, words) && content.every((piece) => holds(outer.content, piece)));
}
