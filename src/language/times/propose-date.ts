// Proposes a date for a document that bears none, from the dates its text tells.
import type { Timex } from '../../model/analysis.ts';
import type { Annotations } from '../../model/annotations.ts';
import type { Passage } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import { inferDateline } from './infer-dateline.ts';
import { inferYear } from './infer-year.ts';
import type { Sentence } from './tense.ts';

export interface ProposedDate {
  /** `2009-12-04`, or `2009-12` or `2009` where the text says no more. */
  readonly value: string;
  readonly span: Span;
}

/** A line no longer than this that holds a date is a dateline or a signature: "Brussels, 27 May 1997". */
const SHORT_LINE = 60;

/** What stands before a date that is to come, or only a bound: "by 1 May 2010", "will begin on 1 May 2010". */
const AHEAD =
  /\b(?:by|until|till|before|from|no later than|will|shall|would|to|planned|scheduled|due|expires?|effective|starting|beginning)\b[^.;\n]{0,40}$/i;

/** "OSLO, " before a date: a dateline in the prose. */
const PLACE_IN_CAPITALS = /(?:^|\n)[\p{Lu}\s.,'’()-]{2,40}$/u;

/**
 * The date at which a document without one was most likely written: a date in its dateline or byline, or alone on one of its
 * first or last lines; a dateline without a year whose weekday fits one year the text names; the year between what it tells
 * as past and as to come. Null where there is none: the latest date that a text tells is no good reason, since reports tell
 * history (right to the day for one in three of the news texts it was tried on). `times` are those of `findTimes`.
 */
export function proposeDate({
  document,
  passages,
  sentences,
  tokens,
  times,
}: Pick<Annotations, 'document' | 'passages' | 'sentences' | 'tokens' | 'times'>): ProposedDate | null {
  const { text } = document;
  const dates = times.filter(isPrinted).filter(({ span }) => !isAside(passages, span[0]));
  const told = dates.filter(({ span }) => !AHEAD.test(text.slice(Math.max(0, span[0] - SHORT_LINE), span[0])));
  const sentenceOf = (offset: number): Sentence | null => {
    const at = indexAt(sentences, offset);
    const span = sentences[at]?.span;
    return span ? { text, span, tokens: tokens.at(at) ?? [] } : null;
  };
  return (
    printed(text, passages, dates) ??
    inferDateline(text, times, yearsOf(dates), yearsOf(told)) ??
    inferYear(text, dates, sentenceOf)
  );
}

/** A date or time of day whose own words tell its year. */
const isPrinted = ({ type, value, rule }: Timex): boolean =>
  (type === 'DATE' || type === 'TIME') &&
  /^\d{4}(?:-\d\d(?:-\d\d(?:T.*)?)?)?$/.test(value) &&
  /(?:^|\+)date:\S*(?:year|iso|slashes)$/.test(rule ?? '');

const yearsOf = (times: readonly Timex[]): readonly number[] => times.map(({ value }) => Number(value.slice(0, 4)));

const proposalOf = ({ value, span }: Timex): ProposedDate => ({ value: value.slice(0, 10), span });

function printed(text: string, passages: readonly Passage[], dates: readonly Timex[]): ProposedDate | null {
  const first = passages.find(({ kind }) => kind !== 'furniture')?.span[0] ?? 0;
  const last = passages.findLast(({ kind }) => kind !== 'furniture')?.span[1] ?? text.length;
  let found: Timex | null = null;
  for (const date of dates) {
    if (date.value.length < 7) continue;
    const kind = kindAt(passages, date.span[0]);
    if (kind === 'dateline' || kind === 'byline') return proposalOf(date);
    if (found !== null) continue;
    const [from, to] = lineAt(text, date.span);
    const early = from - first < 4 * SHORT_LINE;
    if (early && PLACE_IN_CAPITALS.test(text.slice(Math.max(0, date.span[0] - SHORT_LINE), date.span[0]))) found = date;
    if (to - from > SHORT_LINE || /[.?!]["”’]?$/.test(text.slice(from, to).trimEnd())) continue;
    if (early || last - to < 2 * SHORT_LINE) found = date;
  }
  return found === null ? null : proposalOf(found);
}

function lineAt(text: string, [start, end]: Span): Span {
  // Nothing beyond a short line's length matters, so that a text of one line costs no more.
  const before = text.slice(Math.max(0, start - SHORT_LINE - 1), start);
  const after = text.slice(end, end + SHORT_LINE + 1);
  const from = start - before.length + before.lastIndexOf('\n') + 1;
  const next = after.indexOf('\n');
  return [from, next === -1 ? end + after.length : end + next];
}

/** Furniture, captions and teasers bear dates of other things. */
function isAside(passages: readonly Passage[], offset: number): boolean {
  const kind = kindAt(passages, offset);
  return kind === 'furniture' || kind === 'teaser' || kind === 'caption';
}

/** The kind of the passage at an offset; `body` between passages. */
const kindAt = (passages: readonly Passage[], offset: number): Passage['kind'] =>
  passages[indexAt(passages, offset)]?.kind ?? 'body';

/** The place of the stretch that holds an offset, by halving; -1 for none. */
function indexAt(stretches: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [start, end] = stretches[middle]?.span ?? [0, 0];
    if (offset < start) high = middle - 1;
    else if (offset >= end) low = middle + 1;
    else return middle;
  }
  return -1;
}
