// Proposes a date for a document that bears none, from the dates its text tells.
import type { Timex } from '../../model/analysis.ts';
import type { Annotations } from '../../model/annotations.ts';
import type { Passage } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';

export interface ProposedDate {
  /** `2009-12-04`, or `2009-12` where the text says no day. */
  readonly value: string;
  readonly span: Span;
}

/** A line no longer than this that holds a date is a dateline or a signature: "Brussels, 27 May 1997". */
const SHORT_LINE = 60;

/** What stands before a date that is to come, or only a bound: "by 1 May 2010", "will begin on 1 May 2010". */
const AHEAD =
  /\b(?:by|until|till|before|from|no later than|will|shall|would|to|planned|scheduled|due|expires?|effective|starting|beginning)\b[^.;]{0,40}$/i;

/**
 * The date at which a document without one was most likely written: a date in its dateline or byline, or alone on one of its
 * first or last lines; else the latest full date that its body tells as having been. Null where there is none, or where a
 * later year that the text names speaks against it. `times` are those of `findTimes`.
 */
export function proposeDate({
  document,
  passages,
  times,
}: Pick<Annotations, 'document' | 'passages' | 'times'>): ProposedDate | null {
  const { text } = document;
  const dates = times.filter(isPrinted);
  return printed(text, passages, dates) ?? latestTold(text, passages, dates);
}

/** A date whose own words tell its year. */
const isPrinted = ({ type, value, rule }: Timex): boolean =>
  type === 'DATE' &&
  /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value) &&
  /(?:^|\+)date:\S*(?:year|iso|slashes)$/.test(rule ?? '');

const isMonthOrDay = ({ value }: Timex): boolean => value.length >= 7;

function printed(text: string, passages: readonly Passage[], dates: readonly Timex[]): ProposedDate | null {
  const prose = passages.filter(({ kind }) => kind !== 'furniture' && kind !== 'teaser' && kind !== 'caption');
  const [first, last] = [prose[0]?.span[0] ?? 0, prose.at(-1)?.span[1] ?? text.length];
  let found: Timex | null = null;
  for (const date of dates) {
    if (!isMonthOrDay(date)) continue;
    const kind = kindAt(passages, date.span[0]);
    if (kind === 'dateline' || kind === 'byline') return { value: date.value, span: date.span };
    if (kind === 'furniture' || kind === 'teaser' || kind === 'caption' || found !== null) continue;
    const [from, to] = lineAt(text, date.span);
    if (to - from > SHORT_LINE || /[.?!]["”’]?$/.test(text.slice(from, to).trimEnd())) continue;
    if (from - first < 4 * SHORT_LINE || last - to < 2 * SHORT_LINE) found = date;
  }
  return found === null ? null : { value: found.value, span: found.span };
}

function latestTold(text: string, passages: readonly Passage[], dates: readonly Timex[]): ProposedDate | null {
  let latest: Timex | null = null;
  let lastYear = '';
  for (const date of dates) {
    if (kindAt(passages, date.span[0]) === 'furniture' || isAhead(text, date.span[0])) continue;
    if (date.value.slice(0, 4) > lastYear) lastYear = date.value.slice(0, 4);
    if (date.value.length === 10 && (latest === null || date.value > latest.value)) latest = date;
  }
  return latest === null || latest.value.slice(0, 4) < lastYear ? null : { value: latest.value, span: latest.span };
}

const isAhead = (text: string, start: number): boolean =>
  AHEAD.test(text.slice(Math.max(0, start - SHORT_LINE), start));

function lineAt(text: string, [start, end]: Span): Span {
  // Nothing beyond a short line's length matters, so that a text of one line costs no more.
  const before = text.slice(Math.max(0, start - SHORT_LINE - 1), start);
  const after = text.slice(end, end + SHORT_LINE + 1);
  const from = start - before.length + before.lastIndexOf('\n') + 1;
  const next = after.indexOf('\n');
  return [from, next === -1 ? end + after.length : end + next];
}

/** The kind of the passage at an offset, by halving; `body` between passages. */
function kindAt(passages: readonly Passage[], offset: number): Passage['kind'] {
  let low = 0;
  let high = passages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const passage = passages[middle];
    if (passage === undefined) break;
    if (offset < passage.span[0]) high = middle - 1;
    else if (offset >= passage.span[1]) low = middle + 1;
    else return passage.kind;
  }
  return 'body';
}
