// Divides time into stretches, of which each is counted in one bar.
import { dayNumber, isoOfDay } from '../data/dates.ts';

export interface Stretches {
  /** The place of the stretch that a day lies in; whole numbers, in the order of time. */
  readonly of: (day: number) => number;
  /** First day of the stretch at a place. */
  readonly begin: (place: number) => number;
}

/** All of one length in days, from a day on. */
export const evenStretches = (from: number, days: number): Stretches => ({
  of: (day) => Math.floor((day - from) / days),
  begin: (place) => from + place * days,
});

/** Days of the shortest year and month. */
const SHORTEST = { year: 365, month: 28 } as const;

/**
 * Whole years, months or days of the calendar, as many together as make up the least length: a bar never holds one more than
 * its neighbours, and none lies between two.
 * @param least in days
 */
export function calendarStretches(by: 'year' | 'month' | 'day', least: number): Stretches {
  if (by === 'day') return evenStretches(0, Math.max(1, Math.ceil(least)));
  const months = Math.max(1, Math.ceil(least / SHORTEST[by])) * (by === 'year' ? 12 : 1);
  return {
    of: (day) => Math.floor(monthOf(day) / months),
    begin: (place) => firstDayOf(place * months),
  };
}

/** Months since the year 0. */
function monthOf(day: number): number {
  const [year = 0, month = 1] = isoOfDay(Math.floor(day)).split('-').map(Number);
  return year * 12 + month - 1;
}

const firstDayOf = (month: number): number =>
  dayNumber(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`);
