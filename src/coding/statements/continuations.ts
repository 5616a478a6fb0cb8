// Carries quotations over paragraphs: those that go on without a closing mark, and those that have no cue of their own.
import { contains, lengthOf, type Span } from '../../model/span.ts';
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
 * that ends in a colon: the next paragraph is what is said. `attributions` are in text order.
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
  let introduced = false;
  for (const [p, paragraph] of paragraphs.entries()) {
    const own: number[] = [];
    for (; next < current.length && placeOf(current[next]) < paragraph.span[1]; next += 1) own.push(next);
    const before = last === null ? null : (current[last] ?? null);
    const quoted = quotations[p] ?? [];
    if (before && last !== null && introduced && paragraph.kind === 'body') {
      // "He told reporters that:" with the words themselves in the next paragraph, which may report others in turn.
      const why = 'paragraph after a colon; speaker = the one before it';
      const content = [paragraph.span];
      if (before.content.length) further.push({ of: before, attribution: continuing(before, content, why) });
      else current[last] = { ...before, content, why: `${before.why}; content = paragraph after the colon` };
      last = null;
    } else if (own.length) {
      last = speakerOf(own, current, quoted, endsInColon(text, paragraph));
    } else if (before && last !== null && isSpeech(paragraph, quoted)) {
      const content = quoted.map(({ span }) => span);
      const why = 'quotation in a paragraph of its own; speaker = the one before it';
      if (quoted[0]?.continues) current[last] = { ...before, content: [...before.content, ...content] };
      else further.push({ of: before, attribution: continuing(before, content, why) });
    } else last = null;
    introduced = own.length > 0 && endsInColon(text, paragraph);
  }
  return { attributions: current.filter((one) => one !== null), further };
}

function placeOf(attribution: Attribution | null | undefined): number {
  if (!attribution) return 0;
  return Math.min(...[...attribution.cue, ...attribution.content, ...attribution.source].map(([start]) => start));
}

function continuing({ source }: Attribution, content: readonly Span[], why: string): Attribution {
  return { source, cue: [], content, cueAt: null, rule: 'continuation', why };
}

function endsInColon(text: string, { span }: Paragraph): boolean {
  return /:["”’']?\s*$/.test(text.slice(Math.max(span[0], span[1] - 3), span[1]));
}

/** The attribution that a following paragraph may continue: the last outer one before a final colon, else the last that quotes. */
function speakerOf(
  own: readonly number[],
  current: readonly (Attribution | null)[],
  quoted: readonly Quotation[],
  isBeforeColon: boolean,
): number | null {
  const quotes = (i: number) =>
    current[i]?.content.some((span) => overlapping(quoted, span).some((one) => isMostOf(one.span, span))) ?? false;
  const isInside = (i: number) =>
    own.some((j) => j !== i && current[j]?.content.some((span) => current[i]?.cue.some((cue) => contains(span, cue))));
  return (isBeforeColon ? own.findLast((i) => !isInside(i)) : own.findLast(quotes)) ?? null;
}

function isMostOf(quotation: Span, content: Span): boolean {
  const shared = Math.min(quotation[1], content[1]) - Math.max(quotation[0], content[0]);
  return shared >= ALL * lengthOf(content);
}

function isSpeech({ span, kind }: Paragraph, quoted: readonly Quotation[]): boolean {
  if (kind !== 'body' || quoted[0]?.span[0] !== span[0]) return false;
  return quoted.reduce((sum, { span: one }) => sum + lengthOf(one), 0) >= ALL * lengthOf(span);
}
