// Dates as days for drawing.
const DAY = 86_400_000;

/** Days since 1970 of an ISO day; the unit in which the page draws time. */
export const dayNumber = (iso: string): number => Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY);

export const isoOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
