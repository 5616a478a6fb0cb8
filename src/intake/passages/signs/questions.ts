// Finds the asker's paragraphs in an interview: by "Question:", or by a label or a form that only questions have.
import type { Block } from '../blocks.ts';
import { withoutMarkdown } from './words.ts';

const QUESTION_LABEL =
  /^(?:question|q|journalist|reporter|correspondent|interviewer|moderator|host|anchor)(?:\s*\d{0,2})?(?:\s*\([^()]{1,40}\))?\s*[:.]\s*\S/i;
const LABEL = /^([\p{Lu}][\p{L}\p{N}/.'’& -]{0,40}?)\s?:\s+\S/u;

/** Whether a paragraph carries a label that says so: "Question: Will it come into force?", "Q: Why now?". */
export function isLabelledQuestion(head: string): boolean {
  return QUESTION_LABEL.test(withoutMarkdown(head));
}

/**
 * The paragraphs, by place, that an interviewer says without the word "question": all with one label
 * ("The Courier: …") of which most end in a question mark, or whole paragraphs that ask, in bold or in an interview.
 */
export function askedBlocks(blocks: readonly Block[]): ReadonlySet<number> {
  const byLabel = new Map<string, number[]>();
  const bold: number[] = [];
  blocks.forEach((block, i) => {
    const label = LABEL.exec(withoutMarkdown(block.head))?.[1];
    const places = label === undefined ? undefined : byLabel.get(label);
    if (places) places.push(i);
    else if (label) byLabel.set(label, [i]);
    else if (/^(?:\*\*|__).{8,}\?\s?(?:\*\*|__)$/.test(block.head)) bold.push(i);
  });
  const asked = new Set<number>(bold.length >= 2 ? bold : unmarked(blocks));
  const labels = [...byLabel.values()].filter((places) => places.length >= 2);
  if (labels.length < 2) return asked;
  for (const places of labels) {
    const asking = places.filter((i) => /\?["”’*_]*$/.test(blocks[i]?.tail ?? ''));
    if (asking.length >= 2 && asking.length >= 0.6 * places.length) for (const i of places) asked.add(i);
  }
  return asked;
}

/** Words in an interview's first lines. */
const INTERVIEW =
  /\b(?:interview(?:ed|s)?|spoke (?:to|with)|speaks (?:to|with)|talk(?:ed|s|ing)? (?:to|with)|in conversation|answer(?:s|ed)? (?:our |the |your )?questions|questions? (?:and|&) answers?|q ?& ?a)\b/i;

/** So many first blocks say that this is an interview. */
const FIRST_LINES = 5;

/**
 * Questions whose bold type is lost, as in the text of a page: in what its first lines call an interview, three or more
 * paragraphs that end in a question mark, are no quotations, and stand apart with answers between.
 */
function unmarked(blocks: readonly Block[]): readonly number[] {
  if (!blocks.slice(0, FIRST_LINES).some(({ head }) => INTERVIEW.test(head))) return [];
  const asks = ({ head, tail, length }: Block): boolean =>
    length <= 600 && /\?$/.test(tail) && !/^["“«„]/.test(head) && !LABEL.test(head);
  const places = blocks.flatMap((block, i) => (i > 0 && asks(block) ? [i] : []));
  const apart = places.filter((i) => i + 1 < blocks.length && !places.includes(i + 1));
  const from = places[0] ?? blocks.length;
  return apart.length >= 3 && apart.length === places.length && apart.length >= 0.15 * (blocks.length - from)
    ? apart
    : [];
}
