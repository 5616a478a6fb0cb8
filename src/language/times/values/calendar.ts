// Calendar arithmetic on whole days, counted from 1 January 1970, in the proleptic Gregorian calendar.

export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The number of a civil day, 0 for 1970-01-01. Months outside 1 to 12 run over into other years (Hinnant 2013, days_from_civil). */
export function dayNumber({ year, month, day }: CivilDay): number {
  const months = year * 12 + month - 1;
  const whole = Math.floor(months / 12);
  const inYear = months - whole * 12;
  // Counting years from March puts the leap day at a year's end.
  const shifted = inYear < 2 ? whole - 1 : whole;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((inYear + 10) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil day of a day number (Hinnant 2013, civil_from_days). */
export function civilDay(number: number): CivilDay {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Days in a month; 0 for a month that is none. */
export function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  return dayNumber({ year, month: month + 1, day: 1 }) - dayNumber({ year, month, day: 1 });
}

/** ISO 8601 day of the week: 1 for Monday to 7 for Sunday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** Number of the week a day lies in, Monday to Sunday; the week of 1970-01-01 is 0. */
export const weekNumber = (number: number): number => Math.floor((number + 3) / 7);

/** Day number of a week's Monday. */
export const mondayOf = (week: number): number => week * 7 - 3;
