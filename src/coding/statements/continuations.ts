// Carries quotations over paragraphs: those that go on without a closing mark, and those that have no cue of their own.
import { lengthOf, type Span } from '../../model/span.ts';
import type { Attribution } from './attribution.ts';
import { overlapping } from './overlapping.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Quotation } from './quotations.ts';

/** Share of a paragraph that must be quoted for it to be speech and nothing else. */
const ALL = 0.8;

export interface Carried {
  /** The attributions, some with further content. */
  readonly attributions: readonly Attribution[];
  /** Quotations in paragraphs of their own, each with the attribution whose speaker goes on. */
  readonly further: readonly { readonly attribution: Attribution; readonly of: Attribution }[];
}

/**
 * What a paragraph does that holds a quotation and no cue, directly after reported speech: if the quotation before it had no
 * closing mark, it is the same statement; else it is one more statement of the same speaker. And what a paragraph does
 * that ends in a cue and a colon: the next paragraph is its content. `attributions` are in text order.
 */
export function carryOver(
  attributions: readonly Attribution[],
  paragraphs: readonly Paragraph[],
  quotations: readonly (readonly Quotation[])[],
  text: string,
): Carried {
  const current: (Attribution | null)[] = [...attributions];
  const further: { attribution: Attribution; of: Attribution }[] = [];
  let last: number | null = null;
  let next = 0;
  for (const [p, paragraph] of paragraphs.entries()) {
    const own: number[] = [];
    for (; next < current.length && placeOf(current[next]) < paragraph.span[1]; next += 1) own.push(next);
    const before = last === null ? null : (current[last] ?? null);
    const quoted = quotations[p] ?? [];
    if (before && last !== null && !before.content.length && paragraph.kind === 'body') {
      // "He told reporters that:" with the words themselves in the next paragraph, which may report others in turn.
      current[last] = {
        ...before,
        content: [paragraph.span],
        why: `${before.why}; content = paragraph after the colon`,
      };
      last = null;
    } else if (own.length) {
      last = speakerOf(own, current, quoted, text, paragraph);
    } else if (before && last !== null && isSpeech(paragraph, quoted)) {
      const content = quoted.map(({ span }) => span);
      if (quoted[0]?.continues) {
        current[last] = { ...before, content: [...before.content, ...content] };
      } else {
        const why = 'quotation in a paragraph of its own; speaker = the one before it';
        further.push({
          of: before,
          attribution: { source: before.source, cue: [], content, cueAt: null, rule: 'continuation', why },
        });
      }
    } else last = null;
  }
  return { attributions: current.filter((one) => one !== null), further };
}

function placeOf(attribution: Attribution | null | undefined): number {
  if (!attribution) return 0;
  return Math.min(...[...attribution.cue, ...attribution.content, ...attribution.source].map(([start]) => start));
}

/** The attribution that a following paragraph may continue: the last one that quotes, or a cue before a final colon. */
function speakerOf(
  own: readonly number[],
  current: readonly (Attribution | null)[],
  quoted: readonly Quotation[],
  text: string,
  paragraph: Paragraph,
): number | null {
  const final = own.at(-1);
  const lastOne = final === undefined ? null : current[final];
  if (lastOne && !lastOne.content.length && /:["”’']?\s*$/.test(text.slice(paragraph.span[1] - 3, paragraph.span[1]))) {
    return final ?? null;
  }
  return (
    own.findLast((i) =>
      current[i]?.content.some((span) => overlapping(quoted, span).some((one) => isMostOf(one.span, span))),
    ) ?? null
  );
}

function isMostOf(quotation: Span, content: Span): boolean {
  const shared = Math.min(quotation[1], content[1]) - Math.max(quotation[0], content[0]);
  return shared >= ALL * lengthOf(content);
}

function isSpeech({ span, kind }: Paragraph, quoted: readonly Quotation[]): boolean {
  if (kind !== 'body' || quoted[0]?.span[0] !== span[0]) return false;
  return quoted.reduce((sum, { span: one }) => sum + lengthOf(one), 0) >= ALL * lengthOf(span);
}
