// Finds the asker's paragraphs in an interview: by "Question:", or by a label or a form that only questions have.
import type { Block } from '../blocks.ts';
import { withoutMarkdown } from './words.ts';

const QUESTION_LABEL =
  /^(?:question|q|journalist|reporter|correspondent|interviewer|moderator|host|anchor)(?:\s*\d{0,2})?\s*[:.]\s*\S/i;
const LABEL = /^([\p{Lu}][\p{L}\p{N}/.'’& -]{0,40}?)\s?:\s+\S/u;

/** Whether a paragraph carries a label that says so: "Question: Will it come into force?", "Q: Why now?". */
export function isLabelledQuestion(head: string): boolean {
  return QUESTION_LABEL.test(withoutMarkdown(head));
}

/**
 * The paragraphs, by place, that an interviewer says without the word "question": all with one label
 * ("The Courier: …") of which most end in a question mark, or in bold or between prose, whole paragraphs that ask.
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
  const asked = new Set<number>(bold.length >= 2 ? bold : []);
  const labels = [...byLabel.values()].filter((places) => places.length >= 2);
  if (labels.length < 2) return asked;
  for (const places of labels) {
    const asking = places.filter((i) => /\?["”’*_]*$/.test(blocks[i]?.tail ?? ''));
    if (asking.length >= 2 && asking.length >= 0.6 * places.length) for (const i of places) asked.add(i);
  }
  return asked;
}
