// Times: the time expressions of a document with their TIMEX3 types and values.
import type { Timex } from '../../model/analysis.ts';
import type { Annotations } from '../../model/annotations.ts';
import { trimSpan } from '../../model/span.ts';
import { join, startWithPart } from './combine.ts';
import { findDrafts } from './find-drafts.ts';
import type { Draft } from './form.ts';
import { resolve } from './resolve.ts';
import type { Setting } from './setting.ts';
import { Story } from './story.ts';
import { tenseAt, tokenAt } from './tense.ts';
import { parsePoint, printPoint } from './values/point.ts';

/** Passages that tell no story: their dates are found, but nothing is counted from them. */
const ASIDE = new Set(['furniture', 'byline', 'dateline', 'teaser', 'caption']);

/** An expression leads its sentence when no more than a preposition or a short adverb stands before it. */
const LEADING = 12;

const GENITIVE = /^['’]s?\s/;

/** "since 1980" bounds what is told; it does not move the story there. */
const BOUND = /\b(?:since|by|until|till|from|before|after)\s$/i;

/**
 * The time expressions of a document, in order and without overlap, typed and valued as TIMEX3 (Pustejovsky et al. 2003).
 * Values count from the document's date and from the times the text itself tells; a document without a date leaves them
 * open (`XXXX-10-23`), and one known to its month or year is counted from as far as that goes.
 * `tokens` may be empty: tenses are then read off the words. Never throws; linear in the text's length.
 */
export function findTimes(
  annotations: Pick<Annotations, 'document' | 'head' | 'passages' | 'sentences' | 'tokens'>,
): readonly Timex[] {
  const { document, head, passages, sentences, tokens } = annotations;
  const { text } = document;
  const written = parsePoint((head.published.value ?? document.published ?? '').slice(0, 10));
  const story = new Story(written, onlyYear(head.title ?? ''));
  const found: Timex[] = [];
  let entryEnd = 0;
  for (const [index, { span, passage }] of sentences.entries()) {
    const words = tokens.at(index) ?? [];
    const tagAt = (offset: number): string => words[tokenAt(words, offset)]?.xpos ?? '';
    const silent = ASIDE.has(passages[passage]?.kind ?? 'body');
    let free = span[0];
    for (const draft of joined(text, findDrafts(text, span, tagAt))) {
      if (draft.form.kind === 'clock' && draft.form.bare) continue;
      if (draft.span[0] >= entryEnd) story.closeEntry();
      const entry = isEntry(text, span[0], draft.span);
      const setting: Setting = {
        story,
        sentence: index,
        leads: draft.span[0] - span[0] <= LEADING,
        entry,
        shared: sharedYear(text, draft.span[1]),
        // "Wednesday's ruling" has been made.
        tense: () =>
          GENITIVE.test(text.slice(draft.span[1], draft.span[1] + 3))
            ? 'past'
            : tenseAt({ text, span, tokens: words }, draft.span[0]),
      };
      const start = startWithPart(text, free, draft);
      free = draft.span[1];
      if (draft.form.kind === 'point' && isYearHeading(text, draft.span))
        story.openYear(Number(text.slice(...draft.span)));
      const timex = timexOf(text, draft, trimSpan(text, [start, draft.span[1]]), setting, silent);
      found.push(timex);
      const date = entry && timex.type === 'DATE' ? parsePoint(timex.value) : null;
      if (date !== null && date.grain === 'day') {
        story.openEntry(date);
        entryEnd = lineEnd(text, draft.span[1]);
      }
    }
  }
  return found;
}

/** "Relations of Chad and Niger, 2008": the year of all entries that name none. */
function onlyYear(title: string): number | null {
  const years = title.match(/\b(?:19|20)\d\d\b/g) ?? [];
  return years.length === 1 ? Number(years[0]) : null;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** "9 January – The two sides meet", "May-June: talks": a date at the head of a line, set apart from what it dates. */
function isEntry(text: string, sentence: number, [start, end]: Timex['span']): boolean {
  if (start - sentence > 4 || !APART.test(text.slice(end, end + 16))) return false;
  return /(?:^|\n)[\s•*·–—-]*$/.test(text.slice(Math.max(0, start - 6), start));
}

const APART = /^(?:\s?[-–/]\s?\p{Lu}\p{Ll}{2,8})?(?:\s?[–—]\s|:\s|\s-\s)/u;

/** A line with a year alone, under which a chronology has its entries. */
function isYearHeading(text: string, [start, end]: Timex['span']): boolean {
  if (!/^(?:19|20)\d\d$/.test(text.slice(start, end))) return false;
  return (
    /(?:^|\n)[^\p{L}\p{N}\n]{0,4}$/u.test(text.slice(Math.max(0, start - 5), start)) &&
    /^[:.*–—-]?[ \t\r]{0,2}(?:\n|$)/.test(text.slice(end, end + 4))
  );
}

/** "In January and February 1995": the year that a month or day shares with the one behind it; null where there is none. */
function sharedYear(text: string, end: number): number | null {
  const year = SHARED.exec(text.slice(end, end + 40))?.[1];
  return year === undefined ? null : Number(year);
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?';
const SHARED = new RegExp(
  `^\\s?(?:and|to|until|or|through|&|[-–—/])\\s?(?:\\d{1,2} )?(?:of )?${MONTH}(?: \\d{1,2})?,? ((?:19|20)\\d\\d)\\b`,
);

function joined(text: string, drafts: readonly Draft[]): readonly Draft[] {
  const done: Draft[] = [];
  for (const draft of drafts) {
    let current = draft;
    for (let last = done.at(-1); last !== undefined; last = done.at(-1)) {
      const both = join(text, last, current);
      if (both === null) break;
      done.pop();
      current = both;
    }
    done.push(current);
  }
  return done;
}

function timexOf(text: string, { form, rule }: Draft, span: Timex['span'], setting: Setting, silent: boolean): Timex {
  if (form.kind === 'fixed') return { span, type: form.type, value: form.value, rule };
  const resolved = resolve(form, setting);
  const bound = BOUND.test(text.slice(Math.max(0, span[0] - 8), span[0]));
  const date = 'point' in resolved ? printPoint(resolved.point) : resolved.value;
  if ('point' in resolved && !silent)
    setting.story.note(
      resolved.point,
      setting.sentence,
      bound && resolved.basis === 'named' ? 'story' : resolved.basis,
    );
  if (form.kind !== 'clock') return { span, type: 'DATE', value: date, rule };
  return { span, type: 'TIME', value: `${date}T${form.time}`, rule };
}
