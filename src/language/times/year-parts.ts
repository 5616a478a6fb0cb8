// Parts of a year without the year: which December, which third quarter the text means.
import type { Side, YearPart } from './form.ts';
import { goesAhead, goesBack, type Resolved, type Setting, startOf } from './setting.ts';
import { middleOf, type Named, type Story } from './story.ts';
import type { Tense } from './tense.ts';
import { weekdayOf } from './values/calendar.ts';
import { dayPoint, extentOf, isDay, monthPoint, type Point, SEASONS, yearOf } from './values/point.ts';

/** The part of a year as a point of that year; null where the year has no such day. */
export function partIn(part: YearPart, year: number): Point | null {
  if (part.grain === 'month') return monthPoint(year, part.month);
  if (part.grain === 'day') return isDay(year, part.month, part.day) ? dayPoint(year, part.month, part.day) : null;
  if (part.grain === 'thanksgiving') {
    const first = dayPoint(year, 11, 1).at;
    return { grain: 'day', at: first + ((4 - weekdayOf(first) + 7) % 7) + 21 };
  }
  return { grain: part.grain, at: year * (part.grain === 'half' ? 2 : 4) + part.at };
}

/** The value of a part whose year nobody tells: `XXXX-10-23`. */
export function unknownPart(part: YearPart): string {
  if (part.grain === 'month') return `XXXX-${pad(part.month)}`;
  if (part.grain === 'day') return `XXXX-${pad(part.month)}-${pad(part.day)}`;
  if (part.grain === 'thanksgiving') return 'XXXX-11';
  if (part.grain === 'quarter') return `XXXX-Q${part.at + 1}`;
  return part.grain === 'half' ? `XXXX-H${part.at + 1}` : `XXXX-${SEASONS[part.at] ?? ''}`;
}

/** The part in the year the story is in, else the nearest to the document by side and tense. */
export function resolvePart(part: YearPart, side: Side, setting: Setting): Resolved {
  const { story, sentence, leads, entry } = setting;
  const tense = () => tenseIn(setting);
  const now = startOf(side, story);
  const headed = () => (entry ? story.yearOfEntry((year) => partIn(part, year)) : null);
  const told = side === 'near' ? (setting.shared ?? headed()) : null;
  const known = told === null ? null : partIn(part, told);
  if (known !== null) return { point: known, basis: 'story' };
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
  const point = nearest(part, side, now, tense, entry && tense() !== 'future' ? ENTRY_WEIGHT : null);
  return point ? { point, basis: now === story.published ? 'now' : 'story' } : { value: unknownPart(part) };
}

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

/** A day or month so many days before the document is of its own time, whatever year the text has just named. */
const FRESH_DAYS = 45;

/**
 * Whether a month or day without a year goes on in the year the text has just named: "In 2008 ... In December, ministers met".
 * What is told as coming ("expires in April") or lies shortly before the document does not.
 */
function goesOnIn(named: Named, part: YearPart, now: Point | null, tense: () => Tense): boolean {
  if (now === null) return tense() !== 'future';
  if (yearOf(named.point) >= yearOf(now) || tense() !== 'past') return false;
  // A document known to its year only shows nothing to be fresh.
  if (now.grain === 'year') return true;
  const point = nearest(part, 'near', now, () => 'past');
  const ago = point === null ? FRESH_DAYS + 1 : extentOf(now)[1] - extentOf(point)[1];
  return ago < 0 || ago > FRESH_DAYS;
}

/** How much farther a coming time counts than a past one, by the tense that governs it: reports mostly tell what was. */
const FUTURE_WEIGHT: Readonly<Record<Tense, number>> = { past: 10, present: 1, open: 1.5, future: 0.4 };

/** A chronology is written after what it tells. */
const ENTRY_WEIGHT = 100;

/** What an entry of a chronology tells in the present was; only "will" makes it a plan. */
function tenseIn({ entry, tense }: Setting): Tense {
  const told = tense();
  return entry && told !== 'future' ? 'past' : told;
}

function nearest(
  part: YearPart,
  side: Side,
  now: Point,
  tense: () => Tense,
  entryWeight: number | null = null,
): Point | null {
  const [first, last] = extentOf(now);
  const year = yearOf(now);
  const told = side === 'near' ? (entryWeight ?? FUTURE_WEIGHT[tense()]) : 1;
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

const pad = (part: number): string => String(part).padStart(2, '0');
