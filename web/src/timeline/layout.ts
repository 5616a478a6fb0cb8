// Places marks in lanes: side by side while there is room, counted by stretches of time where there is not.
import type { MarksView } from '../../../src/service/contract.ts';
import { dayNumber } from '../data/dates.ts';
import { type Lane, runsIn } from './lanes.ts';
import { calendarStretches, evenStretches } from './stretches.ts';

export type Mark = MarksView['marks'][number];

/** A stretch of time, in days since 1970; both ends may lie between two days. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface PlacedMark {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Whether it is drawn as the span of its uncertain date. */
  readonly span: boolean;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly quad: number;
  readonly number: number;
}

export interface PlacedLane {
  readonly lane: Lane;
  readonly y: number;
  readonly height: number;
  readonly marks: readonly PlacedMark[];
  readonly bars: readonly Bar[];
  /** Items of the lane in the window. */
  readonly number: number;
}

/** Pixels: a row, the least width of a mark, the head of a lane, the height of a lane that is counted, its foot. */
export const ROW = 13;
export const GLYPH = 10;
/** Least width of a span, in pixels: as wide as hatches take to be seen. */
const SPAN = 14;
const HEAD = 20;
const COUNTED = 44;
const FOOT = 8;
/** More rows than these are no longer told apart by eye: the lane is counted instead. */
const MOST_ROWS = 9;
/** Least width of a stretch that is counted, in pixels. */
const STRETCH = 8;
/** Days from the beginning of a period to a day in its middle: it is counted where that is in sight. */
const HALF = { year: 182, month: 14, day: 0 } as const;

export function layOut(view: MarksView, lanes: readonly Lane[], window: Window, width: number): readonly PlacedLane[] {
  let below = 0;
  return lanes.map((lane) => {
    const y = below;
    const top = y + HEAD;
    const packed = view.counts.length ? null : pack(view.marks, lane, window, width);
    const bars = packed ? [] : count(view, lane, window, width);
    const height = HEAD + (packed ? Math.max(packed.rows, 1) * ROW : COUNTED) + FOOT;
    below += height;
    return {
      lane,
      y,
      height,
      number: packed ? packed.marks.length : bars.reduce((sum, bar) => sum + bar.number, 0),
      marks: packed?.marks.map((mark) => ({ ...mark, y: top + mark.y })) ?? [],
      bars: bars.map((bar) => ({ ...bar, y: top + bar.y })),
    };
  });
}

/** Each in the first row where it touches nothing; null where that takes too many rows. */
function pack(marks: readonly Mark[], lane: Lane, window: Window, width: number) {
  const scale = width / (window.to - window.from);
  const ends: number[] = [];
  const placed: PlacedMark[] = [];
  for (const mark of marks) {
    if (!runsIn(lane, mark)) continue;
    const left = (dayNumber(mark.start) - window.from) * scale;
    const right = (dayNumber(mark.end) + 1 - window.from) * scale;
    if (right < 0 || left > width) continue;
    // What may have been on any of several days is a span, were it drawn longer than it is: a point would make up a day.
    const span = mark.end !== mark.start;
    const size = span ? Math.max(right - left, SPAN) : GLYPH;
    const x = span && size > SPAN ? left : (left + right - size) / 2;
    const free = ends.findIndex((end) => end <= x);
    const row = free === -1 ? ends.length : free;
    if (row >= MOST_ROWS) return null;
    ends[row] = x + size + 2;
    placed.push({ mark, x, y: row * ROW, width: size, span });
  }
  return { marks: placed, rows: ends.length };
}

function count(view: MarksView, lane: Lane, window: Window, width: number): readonly Bar[] {
  const scale = width / (window.to - window.from);
  const least = STRETCH / scale;
  const { of, begin } = view.counts.length > 0 ? calendarStretches(view.by, least) : evenStretches(window.from, least);
  const stretches = new Map<number, Map<number, number>>();
  const put = (day: number, quad: number, number: number) => {
    if (day < window.from || day > window.to) return;
    const at = of(day);
    const quads = stretches.get(at) ?? new Map<number, number>();
    stretches.set(at, quads.set(quad, (quads.get(quad) ?? 0) + number));
  };
  for (const { period, quad, number, kind } of view.counts) {
    if (!runsIn(lane, { kind, quad })) continue;
    put(dayNumber(firstDay(period)) + HALF[view.by], quad ?? 0, number);
  }
  for (const mark of view.marks) {
    if (runsIn(lane, mark)) put((dayNumber(mark.start) + dayNumber(mark.end) + 1) / 2, mark.quad ?? 0, 1);
  }
  const sums = [...stretches.values()].map((quads) => [...quads.values()].reduce((a, b) => a + b, 0));
  const most = Math.max(1, ...sums);
  return [...stretches].flatMap(([at, quads]) => {
    let y = COUNTED;
    const left = Math.max(0, (begin(at) - window.from) * scale);
    const right = Math.min(width, (begin(at + 1) - window.from) * scale);
    // Deeds stand at the foot, words above them.
    return [...quads]
      .sort(([a], [b]) => b - a)
      .map(([quad, number]) => {
        const height = Math.max(1.5, (number / most) * COUNTED);
        y -= height;
        return { x: left, y, width: Math.max(1, right - left - 1), height, quad, number };
      });
  });
}

/** The mark under a point; the last drawn lies on top. */
export function markAt(lanes: readonly PlacedLane[], x: number, y: number): PlacedMark | null {
  for (const { marks } of lanes) {
    const hit = marks.findLast(
      (mark) => x >= mark.x - 2 && x <= mark.x + mark.width + 2 && y >= mark.y - 1 && y <= mark.y + ROW,
    );
    if (hit) return hit;
  }
  return null;
}

/** First day of a year, month or day. */
export const firstDay = (date: string): string => (date.length === 4 ? `${date}-01-01` : `${date}-01`.slice(0, 10));
