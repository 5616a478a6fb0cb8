// From forms to TIMEX3 values: counts from the document's date and from what the text has told so far.
import type { Form, Side, YearPart } from './form.ts';
import { middleOf, type Named, type Story } from './story.ts';
import type { Tense } from './tense.ts';
import { weekdayOf } from './values/calendar.ts';
import {
  coarsen,
  dayPoint,
  extentOf,
  type Grain,
  isDay,
  monthPoint,
  type Point,
  SEASONS,
  shift,
  shiftYears,
  yearOf,
  yearPoint,
} from './values/point.ts';

/** What a point was counted from: its own words, the document's date, the story, or another period to compare with. */
export type Basis = 'named' | 'now' | 'story' | 'compared';

/** What a form says: a point of time, or a value with something unknown in it. */
export type Resolved = { readonly point: Point; readonly basis: Basis } | { readonly value: string };

export interface Setting {
  readonly story: Story;
  readonly sentence: number;
  /** Whether the expression leads its sentence ("In December, ministers met"), as in a chronicle. */
  readonly leads: boolean;
  /** Asked only where a value hangs on it. */
  readonly tense: () => Tense;
}

const UNKNOWN: Partial<Record<Grain, string>> = {
  day: 'XXXX-XX-XX', week: 'XXXX-WXX', weekend: 'XXXX-WXX-WE', month: 'XXXX-XX', quarter: 'XXXX-QX', half: 'XXXX-HX', decade: 'XXXX', century: 'XXXX',
}; // biome-ignore format: one table

/** Resolves a date form. Forms of fixed value and times of day are told by `find-times`. */
export function resolve(form: Form, setting: Setting): Resolved {
  const { story } = setting;
  switch (form.kind) {
    case 'point':
      return { point: form.point, basis: 'named' };
    case 'part':
      return resolvePart(form.part, form.side, setting);
    case 'in-year':
      return resolveInYear(form.part, form.year, setting);
    case 'weekday':
      return resolveWeekday(form.weekday, form.side, setting);
    case 'latest-quarter': {
      const point = latestQuarter(story);
      return point ? { point, basis: 'story' } : { value: 'XXXX-QX' };
    }
    case 'weekend':
      return resolveWeekend(setting);
    case 'holding': {
      const inner = resolve(form.of, setting);
      const point = 'point' in inner ? coarsen(inner.point, form.grain) : null;
      return point ? { point, basis: 'story' } : { value: UNKNOWN[form.grain] ?? 'XXXX' };
    }
    case 'offset':
      return resolveOffset(form.grain, form.count, form.from, story);
    case 'year-before': {
      const period = story.lastPeriod ? latestQuarter(story) : null;
      if (period) return { point: shiftYears(period, -1), basis: 'compared' };
      return resolveOffset('year', -1, form.from, story);
    }
    case 'same': {
      const shown = form.grain === 'quarter' ? (story.lastPeriod ?? latestQuarter(story)) : spokenOf(form.grain, story);
      return shown ? { point: shown, basis: 'story' } : { value: UNKNOWN[form.grain] ?? 'XXXX' };
    }
    case 'period-of': {
      const period = story.lastPeriod;
      const point = period ? shiftYears(period, form.year - yearOf(period)) : yearPoint(form.year);
      return { point, basis: 'compared' };
    }
    case 'day-of-month': {
      const month = story.last ? coarsen(story.last, 'month') : null;
      if (month === null) return { value: `XXXX-XX-${pad(form.day)}` };
      const year = Math.floor(month.at / 12);
      const number = month.at - year * 12 + 1;
      return isDay(year, number, form.day)
        ? { point: dayPoint(year, number, form.day), basis: 'story' }
        : { value: `XXXX-XX-${pad(form.day)}` };
    }
    case 'clock':
      return form.day ? resolve(form.day, setting) : resolveOffset('day', 0, 'published', story);
    case 'fixed':
      return { value: form.value };
  }
}

/** The last quarter spoken of if it was over when the document was written, else the last one that was. */
function latestQuarter({ lastPeriod, published }: Story): Point | null {
  if (lastPeriod && (published === null || extentOf(lastPeriod)[0] + MOST_OF_QUARTER < extentOf(published)[1]))
    return lastPeriod;
  return published ? shift(published, 'quarter', -1) : lastPeriod;
}

function spokenOf(grain: Grain, story: Story): Point | null {
  const spoken = story.last ? coarsen(story.last, grain) : null;
  return spoken ?? (story.published ? coarsen(story.published, grain) : null);
}

function resolveOffset(grain: Grain, count: number, from: 'published' | 'story', story: Story): Resolved {
  const base = from === 'published' ? story.published : story.last;
  const basis = from === 'published' ? 'now' : 'story';
  const point = base === null ? null : shift(base, grain, count);
  if (point !== null) return { point, basis };
  // "today" of a document known to its month is that month.
  if (base !== null && count === 0) return { point: base, basis };
  return { value: UNKNOWN[grain] ?? 'XXXX' };
}

function resolveWeekend({ story, tense }: Setting): Resolved {
  const now = story.published;
  if (now === null || now.grain !== 'day') return { value: UNKNOWN.weekend ?? '' };
  const count = weekdayOf(now.at) >= 6 || tense() === 'future' ? 0 : -1;
  return resolveOffset('weekend', count, 'published', story);
}

/** The part of a year as a point of that year; null where the year has no such day. */
function partIn(part: YearPart, year: number): Point | null {
  if (part.grain === 'month') return monthPoint(year, part.month);
  if (part.grain === 'day') return isDay(year, part.month, part.day) ? dayPoint(year, part.month, part.day) : null;
  if (part.grain === 'thanksgiving') {
    const first = dayPoint(year, 11, 1).at;
    return { grain: 'day', at: first + ((4 - weekdayOf(first) + 7) % 7) + 21 };
  }
  return { grain: part.grain, at: year * (part.grain === 'half' ? 2 : 4) + part.at };
}

function unknownPart(part: YearPart): string {
  if (part.grain === 'month') return `XXXX-${pad(part.month)}`;
  if (part.grain === 'day') return `XXXX-${pad(part.month)}-${pad(part.day)}`;
  if (part.grain === 'thanksgiving') return 'XXXX-11';
  if (part.grain === 'quarter') return `XXXX-Q${part.at + 1}`;
  return part.grain === 'half' ? `XXXX-H${part.at + 1}` : `XXXX-${SEASONS[part.at] ?? ''}`;
}

function resolveInYear(part: YearPart, yearForm: Form, setting: Setting): Resolved {
  const year =
    yearForm.kind === 'year-before'
      ? resolveOffset('year', -1, 'published', setting.story)
      : resolve(yearForm, setting);
  const point = 'point' in year ? partIn(part, yearOf(year.point)) : null;
  return point && 'point' in year ? { point, basis: year.basis } : { value: unknownPart(part) };
}

function resolvePart(part: YearPart, side: Side, { story, sentence, leads, tense }: Setting): Resolved {
  const now = startOf(side, story);
  const named = side === 'near' ? story.namedNear(sentence, leads) : null;
  if (named !== null && goesOnIn(named, part, now, tense)) {
    const point = nextInStory(part, named, sentence, story);
    if (point !== null) return { point, basis: 'story' };
  }
  if (now === null) return { value: unknownPart(part) };
  const back = goesBack(side);
  const ahead = goesAhead(side);
  if (now.grain === 'year') {
    const point = partIn(part, now.at + (back ? -1 : ahead ? 1 : 0));
    return point ? { point, basis: 'now' } : { value: unknownPart(part) };
  }
  const point = nearest(part, side, now, tense);
  return point ? { point, basis: now === story.published ? 'now' : 'story' } : { value: unknownPart(part) };
}

/** What a side is counted from: "last spring" from the document's date, "the following spring" from the story's. */
const startOf = (side: Side, { last, published }: Story): Point | null =>
  side === 'following' || side === 'preceding' ? last : published;

const goesBack = (side: Side): boolean => side === 'last' || side === 'preceding';
const goesAhead = (side: Side): boolean => side === 'next' || side === 'following';

/**
 * The part of the named year, or of the next where a new sentence tells of it and it would lie before the time named: a story
 * goes on. "They agreed in November 2010. In June, they met" is of June 2011.
 */
function nextInStory(part: YearPart, named: Named, sentence: number, { published }: Story): Point | null {
  const year = yearOf(named.point);
  const point = partIn(part, year);
  if (point === null || sentence === named.sentence || extentOf(point)[1] >= extentOf(named.point)[0]) return point;
  const next = partIn(part, year + 1);
  return next && (published === null || extentOf(next)[0] <= extentOf(published)[1]) ? next : point;
}

/** Fiscal quarters end up to a month before the calendar's. */
const MOST_OF_QUARTER = 60;

/** A day or month so many days before the document is of its own time, whatever year the text has just named. */
const FRESH_DAYS = 45;

/**
 * Whether a month or day without a year goes on in the year the text has just named: "In 2008 ... In December, ministers met".
 * What is told as coming ("expires in April") or lies shortly before the document does not.
 */
function goesOnIn(named: Named, part: YearPart, now: Point | null, tense: () => Tense): boolean {
  if (now === null) return tense() !== 'future';
  if (yearOf(named.point) >= yearOf(now) || tense() !== 'past') return false;
  const point = nearest(part, 'near', now, () => 'past');
  const ago = point === null ? FRESH_DAYS + 1 : extentOf(now)[1] - extentOf(point)[1];
  return ago < 0 || ago > FRESH_DAYS;
}

/** How much farther a coming time counts than a past one, by the tense that governs it: reports mostly tell what was. */
const FUTURE_WEIGHT: Readonly<Record<Tense, number>> = { past: 10, present: 1, open: 1.5, future: 0.4 };

function nearest(part: YearPart, side: Side, now: Point, tense: () => Tense): Point | null {
  const [first, last] = extentOf(now);
  const year = yearOf(now);
  const told = side === 'near' ? FUTURE_WEIGHT[tense()] : 1;
  // "expects to report a third-quarter loss" in October: the report is to come, the quarter is over.
  const weight = part.grain === 'quarter' ? Math.max(told, 1) : told;
  let best: { readonly point: Point; readonly cost: number } | null = null;
  for (const candidate of [year - 1, year, year + 1]) {
    const point = partIn(part, candidate);
    if (point === null) continue;
    const [from, to] = extentOf(point);
    const holds = from <= last && first <= to;
    if (goesBack(side) && (holds || from > last)) continue;
    if (goesAhead(side) && (holds || to < first)) continue;
    const away = holds ? 0 : middleOf(point) - (first + last) / 2;
    const cost = side === 'this' ? Math.abs(candidate - year) : away >= 0 ? away * weight : -away;
    if (best === null || cost < best.cost) best = { point, cost };
  }
  return best?.point ?? null;
}

function resolveWeekday(weekday: number, side: Side, { story, tense }: Setting): Resolved {
  const now = startOf(side, story);
  if (now === null || now.grain !== 'day') return { value: `XXXX-WXX-${weekday}` };
  const today = weekdayOf(now.at);
  const back = (today - weekday + 7) % 7;
  const ahead = (weekday - today + 7) % 7;
  const day = (days: number): Resolved => ({
    point: { grain: 'day', at: now.at + days },
    basis: now === story.published ? 'now' : 'story',
  });
  if (goesBack(side)) return day(-(back || 7));
  if (goesAhead(side)) return day(ahead || 7);
  if (side === 'this') return day(tense() === 'past' ? -back : ahead);
  const told = tense();
  return day(told === 'future' || told === 'present' ? ahead : -back);
}

const pad = (part: number): string => String(part).padStart(2, '0');
