// The temperature period by period, with the gaps between them shown as gaps.
import type { TemperaturePoint } from '../../../src/service/contract.ts';

export interface PeriodPoint {
  /** ISO year or month. */
  readonly period: string;
  /** Mean of the scores of its events; null where there are none. */
  readonly score: number | null;
  /** Events of quad classes 1 to 4, at index 0 to 3. */
  readonly quads: readonly [number, number, number, number];
  readonly events: number;
}

/** @param known periods with events, in order */
export function pointsOf(known: readonly TemperaturePoint[], by: 'year' | 'month'): readonly PeriodPoint[] {
  const found = new Map(known.map((point) => [point.period, point]));
  return periodsBetween([...found.keys()], by).map((period) => {
    const { sum = 0, events = 0, quads = NONE } = found.get(period) ?? {};
    return {
      period,
      score: events > 0 ? sum / events : null,
      quads: [quads[1], quads[2], quads[3], quads[4]],
      events,
    };
  });
}

const NONE = { 1: 0, 2: 0, 3: 0, 4: 0 } as const;

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
