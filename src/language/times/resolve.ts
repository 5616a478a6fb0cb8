// From forms to TIMEX3 values: counts from the document's date and from what the text has told so far.
import type { Form, Side, YearPart } from './form.ts';
import { goesAhead, goesBack, type Resolved, type Setting, startOf } from './setting.ts';
import type { Story } from './story.ts';
import { weekdayOf } from './values/calendar.ts';
import {
  coarsen,
  dayPoint,
  extentOf,
  type Grain,
  isDay,
  type Point,
  shift,
  shiftYears,
  yearOf,
  yearPoint,
} from './values/point.ts';
import { partIn, resolvePart, unknownPart } from './year-parts.ts';

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

/** Fiscal quarters end up to a month before the calendar's. */
const MOST_OF_QUARTER = 60;

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
  // "6 June – Chad leaves the base, whose lease ends in 2009. Two weeks later": a year has no weeks to count from.
  const inEntry = story.entryDate === null ? null : shift(story.entryDate, grain, count);
  if (inEntry !== null) return { point: inEntry, basis: 'story' };
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

function resolveInYear(part: YearPart, yearForm: Form, setting: Setting): Resolved {
  const year =
    yearForm.kind === 'year-before'
      ? resolveOffset('year', -1, 'published', setting.story)
      : resolve(yearForm, setting);
  const point = 'point' in year ? partIn(part, yearOf(year.point)) : null;
  return point && 'point' in year ? { point, basis: year.basis } : { value: unknownPart(part) };
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
