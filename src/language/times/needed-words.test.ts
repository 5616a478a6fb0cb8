import { expect, test } from 'vitest';
import { neededNames } from './needed-words.ts';

const NAMES = new Set(['MONTH', 'DAY', 'YEAR', 'UNIT']);

test.each([
  ['(?<month>MONTH) (?<day>DAY)(?:,? (?<year>YEAR))?', ['MONTH', 'DAY']],
  ['(?:early |late )?(?<month>MONTH)', ['MONTH']],
  ['MONTH|YEAR', []],
  ['(?<when>MONTH|YEAR) UNIT', ['UNIT']],
  ['UNIT(?= of MONTH)(?! YEAR)', ['UNIT']],
  ['YEAR? [(MONTH] \\(DAY\\)', ['DAY']],
  ['(?:DAY ){0,2}(?:the (?:last )?UNIT)', ['UNIT']],
  ['MONTHS', []],
])('%s needs %j', (source, needed) => expect(neededNames(source, NAMES)).toEqual(needed));
