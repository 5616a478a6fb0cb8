// Lengths of time as TIMEX3 durations: `P3D`, `PT2H30M`, `PXW` where the number is not told.
import { UNITS } from '../words/vocabulary.ts';

/** The letters of a unit in a duration: `Y` for "years", `TH` for "hours" (`T`: a part of the day); empty where it has none. */
export function letterOf(unit: string): string {
  const plain = unit.toLowerCase();
  return UNITS[plain] ?? UNITS[plain.replace(/s$/, '')] ?? '';
}

/** The larger unit's fraction in the smaller: 2.5 hours are `PT2H30M`. */
const PARTS: Readonly<Record<string, string>> = { TH: 'M', TM: 'S' };

/** Units that TIMEX3 counts in others. */
const COUNTED_IN: Readonly<Record<string, readonly [letter: string, times: number]>> = {
  F: ['W', 2],
  DE: ['Y', 10],
  CE: ['Y', 100],
};

/**
 * The duration of so many units; `null` for a number that is not told. Two decades are `P20Y`, since their number is; "decades"
 * are `PXDE`. Half a year is `P6M`.
 */
export function lengthValue(count: number | null, letter: string): string | null {
  if (letter === '' || letter === 'ML') return null;
  const counted = COUNTED_IN[letter];
  if (count === null) return letter.startsWith('T') ? `PTX${letter.slice(1)}` : `PX${letter === 'F' ? 'W' : letter}`;
  if (counted) return lengthValue(count * counted[1], counted[0]);
  const part = PARTS[letter];
  const whole = Math.floor(count);
  if (part !== undefined && whole !== count) {
    const rest = `${Math.round((count - whole) * 60)}${part}`;
    return whole === 0 ? `PT${rest}` : `PT${whole}${letter.slice(1)}${rest}`;
  }
  if (letter === 'Y' && count === 0.5) return 'P6M';
  return letter.startsWith('T') ? `PT${trimmed(count)}${letter.slice(1)}` : `P${trimmed(count)}${letter}`;
}

/** A count without needless digits: `3`, `2.5`. */
const trimmed = (count: number): string => String(Math.round(count * 100) / 100);
