// The temperature of one pair or of all, period by period, with the gaps between them shown as gaps.
import type { TemperatureView } from '../../../src/service/contract.ts';

export interface PeriodPoint {
  /** ISO year or month. */
  readonly period: string;
  /** Mean of the scores of its events; null where there are none. */
  readonly score: number | null;
  /** Events of quad classes 1 to 4, at index 0 to 3. */
  readonly quads: readonly [number, number, number, number];
  readonly events: number;
}

export function pointsOf({ rows }: TemperatureView, by: 'year' | 'month'): readonly PeriodPoint[] {
  const found = new Map<string, { sum: number; events: number; quads: [number, number, number, number] }>();
  for (const { period, sum, events, quads } of rows) {
    const point = found.get(period) ?? { sum: 0, events: 0, quads: [0, 0, 0, 0] };
    point.sum += sum;
    point.events += events;
    for (const quad of [1, 2, 3, 4] as const) point.quads[quad - 1] = (point.quads[quad - 1] ?? 0) + quads[quad];
    found.set(period, point);
  }
  return periodsBetween([...found.keys()].sort(), by).map((period) => {
    const point = found.get(period);
    return {
      period,
      score: point?.events ? point.sum / point.events : null,
      quads: point?.quads ?? [0, 0, 0, 0],
      events: point?.events ?? 0,
    };
  });
}

/** Every period from the first to the last. */
function periodsBetween(known: readonly string[], by: 'year' | 'month'): readonly string[] {
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const number = (period: string) =>
    by === 'year' ? Number(period) : Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1;
  const name = (at: number) =>
    by === 'year'
      ? String(at).padStart(4, '0')
      : `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  return Array.from({ length: number(last) - number(first) + 1 }, (_, at) => name(number(first) + at));
}
