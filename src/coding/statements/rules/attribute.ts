// Finds attributions by the cue lexicon and the tree alone: the way without a model, and what the record adds to it.
import { overlaps, type Span } from '../../../model/span.ts';
import type { Cue, CueLexicon } from '../../lexicon/cues.ts';
import type { Attribution } from '../attribution.ts';
import { overlapping } from '../overlapping.ts';
import type { Paragraph } from '../paragraphs.ts';
import type { Forest, Phrases } from '../phrases.ts';
import type { Quotation } from '../quotations.ts';
import { contentOf } from './contents.ts';
import { type CueWord, cueWordsOf } from './cue-words.ts';
import { authorOf, type Subject, subjectOf } from './subjects.ts';

/** How far from its cue, in code units, a quotation may begin or end. */
const REACH = 2000;
/** Paragraphs with more attributions are lists, in which a quotation goes with nothing outside its sentence. */
const MOST = 50;

/** The attributions of a paragraph whose cue, source and content the tree shows, in text order. */
export function attributionsByRule(
  paragraph: Paragraph,
  forest: Forest,
  quotations: readonly Quotation[],
  lexicon: CueLexicon,
): readonly Attribution[] {
  const found: Attribution[] = [];
  for (let sentence = paragraph.first; sentence < paragraph.end; sentence += 1) {
    const tree = forest.tree(sentence);
    const inQuotes = (at: number) => overlapping(quotations, tree.span(at)).length > 0;
    for (const word of cueWordsOf(tree, lexicon)) {
      if (inQuotes(word.at)) continue;
      const [start, end] = tree.span(word.at);
      const near = overlapping(quotations, [start - REACH, end + REACH]);
      const attribution = attributionAt(tree, sentence, word, near);
      if (attribution) found.push(attribution);
    }
  }
  return withContinuations(found, quotations);
}

function attributionAt(
  tree: Phrases,
  sentence: number,
  word: CueWord,
  quotations: readonly Quotation[],
): Attribution | null {
  for (const cue of word.cues) {
    if (cue.frame === 'according') {
      const attribution = accordingTo(tree, sentence, word, cue);
      if (attribution) return attribution;
      continue;
    }
    if (cue.frame === 'sourceless') continue;
    const subject = cue.kind === 'noun' ? authorOf(tree, word.at) : subjectOf(tree, word.at);
    const source = subject && sourceSpan(tree, subject, word.at);
    if (!subject || !source) continue;
    const content = contentOf(tree, word.at, cue.frame, quotations);
    const pieces = content?.pieces.filter((piece) => !overlaps(piece, source));
    if (!content || !pieces?.length) continue;
    return {
      source: [source],
      cue: [cueSpan(tree, word)],
      content: pieces,
      cueAt: { sentence, word: word.at },
      rule: `cues.tsv ${cue.cue} ${cue.frame}`,
      why: `cue: *${cue.cue}*; source = ${subject.how}; content = ${content.how}`,
    };
  }
  return null;
}

/** The phrase of the source, without the cue where that hangs on the source ("a letter saying ..."). */
export function sourceSpan(tree: Phrases, { at }: Subject, cue: number): Span | null {
  const [first, last] = tree.edges(at);
  const preposition = tree.childrenIn(at, 'case').filter((child) => child < at && tree.token(child).xpos !== 'POS');
  const from = preposition.length ? Math.max(...preposition) + 1 : first;
  return tree.stretch(from, cue > at && cue <= last ? cue - 1 : last);
}

/** The cue with the auxiliaries and adverbs that stand directly before it: "has repeatedly said". */
function cueSpan(tree: Phrases, { at, last }: CueWord): Span {
  let first = at;
  while (first > 0 && tree.head(first - 1) === at && ['aux', 'advmod'].includes(tree.relation(first - 1))) first -= 1;
  return [tree.span(first)[0], tree.span(last)[1]];
}

/** "According to the ministry, the talks failed": the source hangs on the phrase, the rest of the sentence is content. */
function accordingTo(tree: Phrases, sentence: number, { at, last }: CueWord, cue: Cue): Attribution | null {
  const noun = [...tree.ancestors(at)].find(
    (above) => ['NOUN', 'PROPN', 'PRON'].includes(tree.upos(above)) && above > last,
  );
  if (noun === undefined) return null;
  const [, end] = tree.edges(noun);
  const source = tree.stretch(last + 1, end);
  const clause = tree.head(noun) >= 0 ? tree.head(noun) : noun;
  const [from, to] = tree.edges(clause);
  const pieces = [tree.stretch(from, at - 1), tree.stretch(end + 1, to)].filter((piece) => piece !== null);
  if (!source || !pieces.length) return null;
  return {
    source: [source],
    cue: [[tree.span(at)[0], tree.span(last)[1]]],
    content: pieces,
    cueAt: { sentence, word: at },
    rule: `cues.tsv ${cue.cue} according`,
    why: `cue: *${cue.cue}*; source = what follows; content = the rest of the sentence`,
  };
}

/**
 * Quotations of the paragraph that no attribution has yet go to the one before them, or to the one after where none is:
 * "We waited," he said. "Nobody came." A word or two in quotation marks does not count.
 */
function withContinuations(found: readonly Attribution[], quotations: readonly Quotation[]): readonly Attribution[] {
  if (found.length > MOST) return found;
  const extra = new Map<Attribution, Span[]>();
  for (const { span } of quotations) {
    if (span[1] - span[0] < 20 || found.some((one) => one.content.some((piece) => overlaps(piece, span)))) continue;
    const quoting = found.filter(({ content }) =>
      content.some((piece) => quotations.some((q) => q.span[0] === piece[0])),
    );
    const owner = quoting.findLast(({ content }) => (content[0]?.[0] ?? 0) < span[0]) ?? quoting[0];
    if (owner) extra.set(owner, [...(extra.get(owner) ?? []), span]);
  }
  return found.map((one) => {
    const more = extra.get(one);
    return more ? { ...one, content: [...one.content, ...more].sort((a, b) => a[0] - b[0]) } : one;
  });
}
