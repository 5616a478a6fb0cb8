// Finds the date of a document: given, printed on it, or told by its first paragraphs. Never a date of today.
import type { DateBasis, Document, Passage } from '../../model/document.ts';
import type { Quoted } from './find-publisher.ts';
import { findPrintedDates, isoDate, type PrintedDate } from './printed-dates.ts';

export interface Published {
  readonly value: string | null;
  readonly basis: DateBasis;
}

const UNKNOWN: Published = { value: null, basis: 'unknown' };

/** Words before a date that say it is not the date of the document's making. */
const OTHER_DATE = /\b(?:updated|modified|revised|accessed|retrieved|archived|viewed|copyright|©)\b[^\d]{0,20}$/i;

/**
 * The date of a document with its basis.
 * `stated`: on a line of its own, in the dateline, in the address of the original, or in the title.
 * `inferred`: the first paragraphs tell news of a weekday with its full date ("on Wednesday, 4 May 2011"), or the
 * dateline gives day and month, and the latest year of the text makes them the weekday of the news.
 */
export function findDate(
  document: Pick<Document, 'published' | 'url' | 'text'>,
  passages: readonly Quoted[],
): Published {
  const { text } = document;
  const given = document.published === undefined ? null : isoDate(document.published);
  if (given) return { value: given, basis: 'given' };
  const value = onDateLine(passages) ?? inAddress(passages, document.url) ?? inTitle(passages);
  if (value) return { value, basis: 'stated' };
  const news = inNews(passages) ?? ofDateline(passages, text);
  return news ? { value: news, basis: 'inferred' } : UNKNOWN;
}

const most = (dates: readonly PrintedDate[]): string | null =>
  dates.reduce<string | null>((best, { value }) => (best === null || value.length > best.length ? value : best), null);

/** "23 October 2013" below the title or at the end, "VIENNA, May 3, 2011 -": not a line that says "Updated" or dates a correction. */
function onDateLine(passages: readonly Quoted[]): string | null {
  const correction = passages.findIndex(({ text }) => /^(?:corrections?|clarification|editor.s note)\b/i.test(text));
  const own = correction === -1 ? passages : passages.slice(0, correction);
  const lines = own.filter(isDated).map(({ text }) => {
    const dates = findPrintedDates(text);
    const made = dates.filter(({ start }) => !OTHER_DATE.test(text.slice(0, start)));
    return most(made) ?? most(dates);
  });
  return lines.find((value) => value !== null) ?? null;
}

/** A line of date and place, or a bar at the beginning or end ("The Review | No. 14 | 18 July 2016"). */
function isDated({ kind, rule }: Quoted, at: number, all: readonly Quoted[]): boolean {
  return kind === 'dateline' || (rule === 'furniture-bar' && (at < 3 || at >= all.length - 3));
}

/** "https://courier.example/2013/10/23/talks": of the document's own address, or of one at its end. */
function inAddress(passages: readonly Quoted[], url: string | undefined): string | null {
  const last = passages.findLastIndex(({ kind }) => kind === 'body');
  const links = passages
    .slice(last + 1)
    .filter(({ rule }) => rule === 'furniture-link' || rule === 'furniture-link-text')
    .map(({ text }) => text);
  for (const link of url === undefined ? links.reverse() : [url]) {
    const parts = /\/((?:19|20)\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/_-])/.exec(link);
    const value = parts
      ? isoDate([parts[1], parts[2], parts[3]].flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-'))
      : null;
    if (value) return value;
  }
  return null;
}

/** "Statement of the Council, 4 May 2011": at the title's end. */
function inTitle(passages: readonly Quoted[]): string | null {
  const first = passages.findIndex(({ kind }) => kind === 'body');
  for (const { text } of ofKinds(first === -1 ? passages : passages.slice(0, first), ['headline', 'heading'])) {
    const last = findPrintedDates(text).at(-1);
    if (last && last.value.length >= 7 && /^[)\].\s]*$/.test(text.slice(last.end))) return last.value;
  }
  return null;
}

const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:,| \(| the)? *$/i;

/** "The ministers met on Wednesday, 4 May 2011": the latest such date of the first three paragraphs, unless it lies ahead. */
function inNews(passages: readonly Quoted[]): string | null {
  const told = ofKinds(passages, ['body'])
    .slice(0, 3)
    .flatMap(({ text }) =>
      findPrintedDates(text)
        .filter(({ start, value }) => value.length === 10 && WEEKDAY.test(text.slice(Math.max(0, start - 14), start)))
        .filter(
          ({ start }) =>
            !/\b(?:will|would|until|by|before|shall|plans?|due|scheduled|to be)\b[^.]*$/i.test(text.slice(0, start)),
        )
        .map(({ value }) => value),
    );
  return told.sort().at(-1) ?? null;
}

const DAY_AND_MONTH = /\b(?:(\d{1,2}) ([A-Z][a-z]{2,8})\.?|([A-Z][a-z]{2,8})\.? (\d{1,2}))(?![\d,]| ?\d{4})/;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** "VIENNA, May 4 - Inspectors on Wednesday …" in a text that speaks of 2011, when 4 May was a Wednesday. */
function ofDateline(passages: readonly Quoted[], text: string): string | null {
  const line = ofKinds(passages, ['dateline'])
    .map((passage) => DAY_AND_MONTH.exec(passage.text))
    .find((match) => match);
  const lead = ofKinds(passages, ['body'])[0]?.text ?? '';
  const named = /\b(?:on|late|early) ((?:sun|mon|tues|wednes|thurs|fri|satur)day)\b(?!,? \d)/i
    .exec(lead)?.[1]
    ?.toLowerCase();
  if (!line || !named) return null;
  const last = Math.max(0, ...(text.slice(0, 100_000).match(/\b(?:19|20)\d\d\b/g) ?? []).map(Number));
  const dated = (year: number, late: number): string | null => {
    const date = findPrintedDates(`${line[1] ?? line[4]} ${line[2] ?? line[3]} ${year}`)[0]?.value;
    if (last === 0 || date?.length !== 10) return null;
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    return (weekday - WEEKDAYS.indexOf(named) + 7) % 7 === late ? date : null;
  };
  // A report speaks of its own year or the next last of all; its dateline is of the day of its news, or of the next.
  return dated(last, 0) ?? dated(last - 1, 0) ?? dated(last, 1);
}

function ofKinds(passages: readonly Quoted[], kinds: readonly Passage['kind'][]): readonly Quoted[] {
  return passages.filter(({ kind }) => kinds.includes(kind));
}
