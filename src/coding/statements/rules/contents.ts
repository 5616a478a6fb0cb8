// Finds what is said in the tree, frame by frame: complement clauses, quotations, objects, the rest of the sentence.
import { overlaps, type Span } from '../../../model/span.ts';
import type { CueFrame } from '../../lexicon/cues.ts';
import { overlapping } from '../overlapping.ts';
import type { Phrases } from '../phrases.ts';
import type { Quotation } from '../quotations.ts';

export interface Content {
  readonly pieces: readonly Span[];
  readonly how: string;
}

/** Relations that hold a content clause, by frame. */
const CLAUSES: Readonly<Record<CueFrame, readonly string[]>> = {
  say: ['ccomp', 'xcomp', 'parataxis'],
  show: ['ccomp'],
  tell: ['ccomp', 'xcomp', 'parataxis'],
  ask: ['xcomp', 'ccomp', 'advcl'],
  want: ['ccomp', 'xcomp'],
  be: ['ccomp', 'xcomp', 'advcl', 'obl'],
  that: ['acl', 'ccomp', 'xcomp', 'advcl'],
  call: [],
  judge: [],
  according: [],
  sourceless: [],
};

/**
 * The content of a cue at a place, or null where the sentence has none that fits the frame.
 * @param quotations those around the cue, in text order
 */
export function contentOf(
  tree: Phrases,
  at: number,
  frame: CueFrame,
  quotations: readonly Quotation[],
): Content | null {
  if (frame === 'say' || frame === 'tell') {
    const quoted = quotedBeside(tree, at, quotations);
    if (quoted) return quoted;
    const around = aroundOf(tree, at);
    if (around) return around;
  }
  for (const clause of tree.childrenIn(at, ...CLAUSES[frame])) {
    if (!isContentClause(tree, clause, frame)) continue;
    const piece = tree.yieldOf(clause);
    if (piece) return { pieces: [withMarks(piece, quotations)], how: `complement (${tree.deprel(clause)})` };
  }
  if (frame === 'tell') {
    // "told reporters that it had failed" is at times parsed as if the clause described the reporters.
    const listener = tree.childIn(at, 'iobj', 'obj');
    const clause =
      listener === null
        ? undefined
        : tree.childrenIn(listener, 'acl', 'ccomp').find((child) => isContentClause(tree, child, 'that'));
    const piece = clause === undefined ? null : tree.yieldOf(clause);
    if (piece) return { pieces: [withMarks(piece, quotations)], how: 'clause after the listener' };
  }
  return frame === 'judge' || frame === 'call' || frame === 'ask' ? objectOf(tree, at, frame) : null;
}

/** A clause of purpose or time is no content: "He spoke to calm the crowd", "when asked". */
function isContentClause(tree: Phrases, clause: number, frame: CueFrame): boolean {
  const relation = tree.relation(clause);
  const mark = tree.childrenIn(clause, 'mark').map((child) => tree.form(child))[0] ?? '';
  if (relation === 'advcl') return mark === 'to' && (frame === 'ask' || frame === 'be' || frame === 'that');
  if (relation === 'obl') return ['about', 'of', 'over', 'to', 'for'].includes(tree.preposition(clause));
  if (relation === 'acl') return tree.deprel(clause) !== 'acl:relcl' && (mark === 'to' || mark === 'that');
  return relation !== 'parataxis' || tree.head(clause) < clause;
}

/** Quotations of the sentence, where the cue stands outside them: "We are ready," she said. */
function quotedBeside(tree: Phrases, at: number, quotations: readonly Quotation[]): Content | null {
  const whole = tree.hullOf([0, tree.size - 1]);
  const inside = overlapping(quotations, whole);
  const cue = tree.span(at);
  const pieces = inside.map(({ span }) => [Math.max(span[0], whole[0]), Math.min(span[1], whole[1])] as const);
  // A word or two in quotation marks is a turn of phrase, not a quotation: he called it a "mistake".
  const said = pieces.filter(([start, end]) => tree.text.slice(start, end).trim().split(/\s+/).length > 2);
  if (!said.length || pieces.some((span) => overlaps(span, cue))) return null;
  const isWhole = said.some(
    ([start, end]) =>
      start === whole[0] ||
      /[,:]\s*$/.test(tree.text.slice(Math.max(0, start - 2), start)) ||
      (/[,.!?—]["”’']?$/.test(tree.text.slice(start, end)) && start < cue[0]),
  );
  return isWhole ? { pieces: said, how: 'quotation' } : null;
}

/** "The talks, he said, were useful": the cue is set into the sentence that is its content, or after it. */
function aroundOf(tree: Phrases, at: number): Content | null {
  if (tree.relation(at) !== 'parataxis') return null;
  const [first, last] = tree.edges(at);
  const [from, to] = tree.edges(tree.head(at));
  const pieces = [tree.stretch(from, first - 1), tree.stretch(last + 1, to)].filter((piece) => piece !== null);
  return pieces.length ? { pieces, how: 'sentence around the cue' } : null;
}

/** "criticised the plan as unfair", "called for talks": the object with all that follows it in the clause. */
function objectOf(tree: Phrases, at: number, frame: CueFrame): Content | null {
  const kinds = frame === 'ask' ? ['obl', 'obj'] : ['obj', 'obl'];
  const object = tree.childrenIn(at, ...kinds).find((child) => child > at);
  if (object === undefined) return null;
  const complement = tree
    .childrenIn(at, 'xcomp', 'obl', 'ccomp')
    .filter((child) => child > object)
    .at(-1);
  const [, last] = tree.edges(complement ?? object);
  const [first] = tree.edges(object);
  const piece = tree.stretch(first, last);
  return piece ? { pieces: [piece], how: 'object' } : null;
}

/** A clause that begins or ends inside a quotation is taken with the quotation's marks. */
function withMarks(piece: Span, quotations: readonly Quotation[]): Span {
  let [start, end] = piece;
  for (const { span } of overlapping(quotations, [start - 1, end + 2])) {
    if (span[0] === start - 1) start = span[0];
    if (span[1] > end && span[0] < end && span[1] - end <= 2) end = span[1];
  }
  return [start, end];
}
