// What the text has said of time so far, which later expressions are counted from.
import { extentOf, type Point, yearOf } from './values/point.ts';

/** What a point was counted from: its own words, the document's date, the story, or another period to compare with. */
export type Basis = 'named' | 'now' | 'story' | 'compared';

/** For how many sentences a year that the text named goes on for months and days without one. */
const YEAR_LASTS = 2;

/** A time whose words tell its year, or that follows from such a one. */
export interface Named {
  readonly point: Point;
  readonly sentence: number;
}

/** The story's time: filled while a text is read from start to end. */
export class Story {
  private readonly written: Point | null;
  private readonly titled: number | null;
  private anchor: Point | null = null;
  private named: Named | null = null;
  private period: Point | null = null;
  private year: number | null = null;
  private entry: Point | null = null;
  private before: Point | null = null;

  /** @param titled the year that the document's title tells */
  constructor(written: Point | null, titled: number | null = null) {
    this.written = written;
    this.titled = titled;
  }

  /** What "today" is: the date of the chronology's entry that is being told, else the document's own. */
  get published(): Point | null {
    return this.entry ?? this.written;
  }

  /** Begins an entry of a chronology with its date; what follows in its line is counted from that. */
  openEntry(date: Point): void {
    this.entry = date;
    this.before = date;
  }

  /** The date of the entry that is being told. */
  get entryDate(): Point | null {
    return this.entry;
  }

  closeEntry(): void {
    this.entry = null;
  }

  /** The year of an entry whose date has none: the heading's, else the one that brings it nearest to the entry before. */
  yearOfEntry(inYear: (year: number) => Point | null): number | null {
    if (this.year !== null || this.before === null) return this.year ?? this.titled;
    const last = middleOf(this.before);
    const year = yearOf(this.before);
    let best: { readonly year: number; readonly away: number } | null = null;
    for (const candidate of [year, year + 1, year - 1]) {
      const point = inYear(candidate);
      if (point === null || (this.written !== null && extentOf(point)[0] > extentOf(this.written)[1])) continue;
      const away = Math.abs(middleOf(point) - last);
      if (best === null || away < best.away) best = { year: candidate, away };
    }
    return best?.year ?? null;
  }

  /** The time last spoken of, else the document's. */
  get last(): Point | null {
    return this.anchor ?? this.published;
  }

  /** Notes a year that stands in a line of its own. */
  openYear(year: number): void {
    this.year = year;
  }

  /** The quarter or half last spoken of. */
  get lastPeriod(): Point | null {
    return this.period;
  }

  /** The time with its year named in the same sentence, or shortly before one that an expression leads. */
  namedNear(sentence: number, leads: boolean): Named | null {
    if (this.named === null) return null;
    const away = sentence - this.named.sentence;
    return away === 0 || (leads && away <= YEAR_LASTS) ? this.named : null;
  }

  /** Notes a time spoken of. `named` where the words tell the year themselves; `now` where they count from the document's date. */
  note(point: Point, sentence: number, basis: Basis): void {
    if (basis === 'compared' || point.grain === 'decade' || point.grain === 'century') return;
    this.anchor = point;
    if (point.grain === 'quarter' || point.grain === 'half') this.period = point;
    if (basis === 'named') this.named = { point, sentence };
    else if (basis === 'now') this.named = null;
    else if (this.named !== null) this.named = { point, sentence };
  }
}

/** Middle of a point, in days, to compare distances. */
export function middleOf(point: Point): number {
  const [first, last] = extentOf(point);
  return (first + last) / 2;
}
