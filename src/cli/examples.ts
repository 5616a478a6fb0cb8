// Examples below a command's help.
import type { Command } from 'commander';

/** Adds lines such as `review undo`, which a person can type after the program's name. */
export const withExamples = (command: Command, ...lines: readonly string[]): Command =>
  command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ rapporteur ${line}`).join('\n')}`);

/** What a command does as its list tells it: "Lists items" -> "lists items". */
export const summaryOf = (description: string): string => description.charAt(0).toLowerCase() + description.slice(1);
