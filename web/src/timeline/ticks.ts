// The marks of the axis: years, months or days, as many as one can read.
import type { Window } from './layout.ts';

export interface Tick {
  /** Days since 1970. */
  readonly day: number;
  readonly label: string;
  /** Whether a longer unit begins here as well. */
  readonly strong: boolean;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 86_400_000;
/** Least pixels between labels. */
const APART = 56;

/** The finest unit whose labels do not touch. */
export function ticksOf(window: Window, width: number): readonly Tick[] {
  const perDay = width / (window.to - window.from);
  const fits = (steps: readonly number[], days: number) => steps.find((step) => step * days * perDay >= APART);
  const days = fits([1, 2, 7, 14], 1);
  if (days !== undefined) return dayTicks(window, days);
  const months = fits([1, 2, 3, 6], 30);
  if (months !== undefined) return monthTicks(window, months);
  return monthTicks(window, 12 * (fits([1, 2, 5, 10, 20, 50, 100, 200], 365) ?? 500));
}

function monthTicks({ from, to }: Window, step: number): readonly Tick[] {
  const ticks: Tick[] = [];
  // Months are counted from the year 0, so that steps of years fall on round years.
  const start = new Date(from * DAY);
  const first = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  for (let month = first; ; month += step) {
    const date = new Date(0);
    date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    const day = date.getTime() / DAY;
    if (day > to) return ticks;
    const newYear = month % 12 === 0;
    const label = newYear ? String(month / 12) : (MONTHS[month % 12] ?? '');
    ticks.push({ day, label, strong: newYear && (step < 12 || (month / 12) % 10 === 0) });
  }
}

function dayTicks({ from, to }: Window, step: number): readonly Tick[] {
  const ticks: Tick[] = [];
  for (let day = Math.ceil(from); day <= to; day += 1) {
    const date = new Date(day * DAY);
    const at = date.getUTCDate();
    const left = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate() - at;
    // The last days of a month would stand too close to the first of the next.
    if ((at - 1) % step !== 0 || left + 1 < step) continue;
    const month = MONTHS[date.getUTCMonth()] ?? '';
    ticks.push({ day, label: at === 1 ? `${month} ${date.getUTCFullYear()}` : `${at} ${month}`, strong: at === 1 });
  }
  return ticks;
}
