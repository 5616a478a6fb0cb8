// The rules of all families; where two find expressions of one length at one place, the first family goes first.
import type { Rule } from '../pattern.ts';
import { CLOCK_RULES } from './clock.ts';
import { DATE_RULES } from './dates.ts';
import { DURATION_RULES } from './durations.ts';
import { PERIOD_RULES } from './periods.ts';
import { REFERENCE_RULES } from './references.ts';
import { RELATIVE_RULES } from './relative.ts';
import { SET_RULES } from './sets.ts';
import { SPOKEN_OF_RULES } from './spoken-of.ts';
import { WEEKDAY_RULES } from './weekdays.ts';
import { YEAR_RULES } from './years.ts';

export const RULES: readonly Rule[] = [
  ...DATE_RULES,
  ...YEAR_RULES,
  ...WEEKDAY_RULES,
  ...SET_RULES,
  ...RELATIVE_RULES,
  ...SPOKEN_OF_RULES,
  ...PERIOD_RULES,
  ...CLOCK_RULES,
  ...DURATION_RULES,
  ...REFERENCE_RULES,
];
