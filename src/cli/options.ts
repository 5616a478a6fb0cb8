// Options that several commands share, and the check of their values.
import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { parseDate } from '../model/written-date.ts';

export const DEFAULT_RECORD = 'rapporteur.db';

export const recordOption = () =>
  new Option('-r, --record <file>', 'the record: a SQLite file, or postgres://USER@HOST/DATABASE').default(
    DEFAULT_RECORD,
  );

export const threadsOption = () =>
  new Option('-t, --threads <n>', 'number of threads')
    .argParser(wholeNumber(1, 256))
    .default(availableParallelism(), 'one for each core');

export const lexiconOption = () =>
  new Option('-l, --lexicon <folder>', "a folder of tables that add to the program's lexicon; may be given again")
    .argParser((folder, earlier: readonly string[] = []) => [...earlier, folder])
    .default([], 'none');

/** A parser of option values that are whole numbers from `least` to `most`. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw new InvalidArgumentError(`It takes a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

/** The parser of an option that is a date of the calendar, possibly partial, in figures or words; it gives it as ISO. */
export function dateOption(value: string): string {
  const date = parseDate(value);
  if (!date) {
    throw new InvalidArgumentError('It takes a date of the calendar: 2013, 2013-10, 2013-10-23 or "23 October 2013".');
  }
  return date;
}
