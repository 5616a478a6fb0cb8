// Exit codes, and how a fault reaches the person: one line on stderr.
import { Fault, reasonOf } from '../model/fault.ts';

/** Exit codes of every command; `rapporteur --help` prints them. */
export const EXIT = {
  done: 0,
  /** Some input could not be read; the rest was. */
  partly: 1,
  /** Nothing was done: wrong usage, a missing file, a port in use. */
  fault: 2,
  /** A fault of the program itself. */
  broken: 70,
  /** Ended by Ctrl-C, with what was done kept. */
  stopped: 130,
} as const;

export const EXIT_HELP = `
Exit codes:
  0   all done
  1   some input could not be read (named on stderr); the rest was
  2   nothing was done: wrong usage, a missing file, an unwritable place
  70  a fault of the program itself`;

/** One line on stderr, without a stack: for a person at a terminal. */
export function complain(message: string): void {
  process.stderr.write(`rapporteur: ${message}\n`);
}

/** Says what went wrong and gives the exit code for it. */
export function exitCodeFor(error: unknown): number {
  if (error instanceof Fault) {
    complain(error.message);
    return EXIT.fault;
  }
  complain(`a fault of the program: ${reasonOf(error)}. Please report it with the input that shows it.`);
  if (process.env.RAPPORTEUR_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return EXIT.broken;
}
