// What the text has said of time so far, which later expressions are counted from.
import { extentOf, type Point } from './values/point.ts';

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
  readonly published: Point | null;
  private anchor: Point | null = null;
  private named: Named | null = null;
  private period: Point | null = null;
  private year: number | null = null;

  constructor(published: Point | null) {
    this.published = published;
  }

  /** The time last spoken of, else the document's. */
  get last(): Point | null {
    return this.anchor ?? this.published;
  }

  /** The year that the last heading of a chronology tells. */
  get headed(): number | null {
    return this.year;
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
