// Dates as days for drawing.
const DAY = 86_400_000;

/** Days that were asked for: thousands of marks share a few hundred, and are laid out anew at each step of a zoom. */
const known = new Map<string, number>();
const MOST = 20_000;

/** Days since 1970 of an ISO day; the unit in which the page draws time. */
export function dayNumber(iso: string): number {
  const day = known.get(iso);
  if (day !== undefined) return day;
  if (known.size >= MOST) known.clear();
  const found = Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY);
  known.set(iso, found);
  return found;
}

export const isoOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The day it is where the reader is. */
export function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
