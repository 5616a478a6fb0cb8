// The year of a document between the last time it tells as past and the first it tells as to come.
import type { Timex } from '../../model/analysis.ts';
import type { Span } from '../../model/span.ts';
import { type Sentence, tenseAt, tokenAt } from './tense.ts';
import { civilDay } from './values/calendar.ts';
import { extentOf, type Point, parsePoint } from './values/point.ts';

/** What is only a bound, a span for which something is made, or part of a name: "for 2013", "since 2004", "post-2014". */
const NO_DATE_OF_DEED =
  /(?:\b(?:for|since|by|until|till|before|than|post|pre|from|to|between)[\s-]+(?:the\s)?|[-–/])$/i;

/** "The scheduled pull-out in 2014", "a coming summit in May 2008": to come, whatever the verb's tense. */
const SCHEDULED = /\b(?:scheduled|planned|upcoming|coming|forthcoming|due|expected|slated)\b[^.;,\n]{0,50}$/i;

/** "The valley should be our first concern in 2010": what ought to be is not yet. */
const OUGHT = /^(?:should|must|shall|will|would)$/i;

/** Words farther from a date say nothing of it. */
const NEAR = 60;

/**
 * The year, and the month where that is all there is between the two bounds, in which the text must have been written:
 * "In 2008 the two fell out. ... Trade should lead in 2010" was written in 2009. A year given by its number and told in the
 * past tense is over; one told as to come has not begun; a month or day bounds the text itself. Null unless both bounds are
 * there and leave one year. Right in most, not all cases, so it is a proposal.
 */
export function inferYear(
  text: string,
  dates: readonly Timex[],
  sentenceOf: (offset: number) => Sentence | null,
): { readonly value: string; readonly span: Span } | null {
  let earliest = Number.NEGATIVE_INFINITY;
  let latest = Number.POSITIVE_INFINITY;
  let span: Span | null = null;
  for (const date of dates) {
    const point = parsePoint(date.value.slice(0, 10));
    const sentence = sentenceOf(date.span[0]);
    if (point === null || sentence === null) continue;
    const side = sideOf(text, date.span, sentence);
    const [first, last] = extentOf(point);
    if (side === 'past' && boundAfter(point, last, first) >= earliest) {
      earliest = boundAfter(point, last, first);
      span = date.span;
    }
    if (side === 'ahead') latest = Math.min(latest, point.grain === 'year' ? first - 1 : last);
  }
  if (span === null || earliest > latest || !Number.isFinite(latest)) return null;
  const [from, to] = [civilDay(earliest), civilDay(latest)];
  if (from.year !== to.year) return null;
  const month = from.month === to.month ? `-${String(from.month).padStart(2, '0')}` : '';
  return { value: `${from.year}${month}`, span };
}

/** The first day on which a text may speak of a time as past: a year by its number once it is over. */
const boundAfter = ({ grain }: Point, last: number, first: number): number => (grain === 'year' ? last + 1 : first);

function sideOf(text: string, span: Span, sentence: Sentence): 'past' | 'ahead' | null {
  const before = text.slice(Math.max(sentence.span[0], span[0] - NEAR), span[0]);
  if (SCHEDULED.test(before)) return 'ahead';
  if (NO_DATE_OF_DEED.test(before) || belongsToName(sentence, span)) return null;
  const tense = tenseAt(sentence, span[0]);
  if (tense === 'future' || (tense === 'open' && isOught(sentence, span[0]))) return 'ahead';
  return tense === 'past' ? 'past' : null;
}

/** "The 2011 Charter", "the Geneva Act of 1997": the year dates the document named, not the sentence. */
function belongsToName({ tokens }: Sentence, span: Span): boolean {
  const { deprel = '', head = 0 } = tokens[tokenAt(tokens, span[0])] ?? {};
  const upos = tokens[head - 1]?.upos ?? '';
  return /^(?:nummod|compound|nmod|amod|flat|appos)/.test(deprel) && upos === 'PROPN';
}

function isOught({ text, tokens }: Sentence, offset: number): boolean {
  let at = tokenAt(tokens, offset);
  for (let step = 0; step < 6 && at >= 0; step += 1) {
    const place = at + 1;
    // Auxiliaries stand close before their verb.
    if (
      tokens
        .slice(Math.max(0, at - 12), place)
        .some(({ head, deprel, span }) => head === place && deprel === 'aux' && OUGHT.test(text.slice(...span)))
    )
      return true;
    at = (tokens[at]?.head ?? 0) - 1;
  }
  return false;
}
