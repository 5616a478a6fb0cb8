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

/** Paragraphs with more attributions than any writer gives one are left alone, which keeps the search linear. */
const MOST = 50;

/**
 * "Officials said there was no progress on the shield, which Ruritania fears will weaken it" holds a second statement,
 * Ruritania's. Only cues in reported speech outside quotation marks that no attribution has yet, with a name as source,
 * for "he expected" inside his own words is no statement of its own. `found` is in the order of the paragraphs.
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
  if (!words || !speaker || !cueAt || !CLAUSAL.test(rule)) return false;
  if (found.some((other) => other.cue.some((span) => overlaps(span, words)))) return false;
  const tree = forest.tree(cueAt.sentence);
  if (tree.upos(tree.headOf(speaker)) !== 'PROPN') return false;
  const holds = (outer: Attribution, span: Span) => outer.content.some((piece) => contains(piece, span));
  return found.some((outer) => holds(outer, words) && content.every((piece) => holds(outer, piece)));
}
