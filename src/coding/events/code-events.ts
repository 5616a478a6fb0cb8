// Codes the political events of a document: every sentence that may speak, then one event per thing done.
import { SILENT_PASSAGES } from '../../model/document.ts';
import type { Event } from '../../model/items.ts';
import { contains, type Span } from '../../model/span.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { sidesOf } from '../sides-of.ts';
import { linkAnswers } from './answers.ts';
import { codeSentence } from './code-sentence.ts';
import type { CoderInput, Draft } from './coder.ts';
import { withoutHeadlines } from './headline-lead.ts';
import { withJudged } from './judged-before.ts';
import { mergeEvents } from './merge.ts';
import { withOtherSide } from './other-side.ts';
import { withAnswered } from './replies.ts';

/** Sentences longer than this are lists or broken text; no event is taken from them. */
const LONGEST_SENTENCE = 400;

/**
 * The events that a document tells, in text order, with the lexicon entry that made each.
 * Types and modes are PLOVER's (Open Event Data Alliance 2024), codes CAMEO's (Schrodt 2012).
 * Adds to the register the groups without a name that fill a role ("the protesters").
 */
export function codeEvents(input: CoderInput, lexicon: { readonly events: EventLexicon }): readonly Event[] {
  const drafts: Draft[] = [];
  for (const [index, sentence] of input.sentences.entries()) {
    const kind = input.passages[sentence.passage]?.kind ?? 'body';
    if (SILENT_PASSAGES.has(kind)) continue;
    if ((input.tokens.at(index)?.length ?? 0) > LONGEST_SENTENCE) continue;
    drafts.push(...codeSentence(input, index, lexicon.events));
  }
  const headlines = input.passages.filter(({ kind }) => kind === 'headline' || kind === 'caption');
  const isIn = (some: typeof headlines) => (at: Span) => some.some(({ span }) => contains(span, at));
  const isHeadline = isIn(headlines);
  const told = { text: input.document.text, register: input.register, statements: input.statements };
  const coded = drafts.map((draft, at): Event => ({ id: `v${at + 1}`, ...draft }));
  const events = withOtherSide(withJudged(withAnswered(coded, told), told), told);
  const merged = withoutHeadlines(mergeEvents(events, isHeadline), {
    // A caption tells of a moment of its own.
    isHeadline: isIn(headlines.filter(({ kind }) => kind === 'headline')),
    lead: leadOf(input, isHeadline),
    sidesOf: (ids) => sidesOf(input.register, ids),
  });
  return linkAnswers(merged.map((event, at) => ({ ...event, id: `v${at + 1}` })));
}

/** The first sentences of the body; nothing where a text has none. */
function leadOf({ sentences, passages }: CoderInput, isHeadline: (at: Span) => boolean): Span {
  const body = sentences.filter(({ passage, span }) => passages[passage]?.kind === 'body' && !isHeadline(span));
  const [first, second = first] = body;
  return first && second ? [first.span[0], second.span[1]] : [0, 0];
}
