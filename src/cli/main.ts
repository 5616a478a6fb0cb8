#!/usr/bin/env node
// The command line: one file a command, each thin; this one only gathers them. Commands import what is heavy when they
// run, so that help and usage errors come at once.
import { Command, CommanderError, Help } from 'commander';
import { PROGRAM_VERSION } from '../version.ts';
import { accessCommand } from './commands/access.ts';
import { asOfCommand } from './commands/as-of.ts';
import { backupCommand } from './commands/backup.ts';
import { codeCommand } from './commands/code.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { intakeCommand } from './commands/intake.ts';
import { lexiconCommand } from './commands/lexicon.ts';
import { readCommand } from './commands/read.ts';
import { reviewCommand } from './commands/review.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { showCommand } from './commands/show.ts';
import { statusCommand } from './commands/status.ts';
import { submitCommand } from './commands/submit.ts';
import { watchCommand } from './commands/watch.ts';
import { workerCommand } from './commands/worker.ts';
import { EXIT, EXIT_HELP, exitCodeFor } from './exit.ts';
import { endWithReader } from './stdout.ts';

const program = new Command('rapporteur')
  .description('Reads reports, transcripts and communiqués about the dealings between states, and keeps the record.')
  .version(PROGRAM_VERSION, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand('help [command]', 'print the help of a command')
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur read reports/            read a folder of documents into rapporteur.db
  $ rapporteur show timeline            what happened, by date
  $ rapporteur serve                    look at the record in a browser
  $ rapporteur intake *.pdf | rapporteur code > readings.jsonl
${EXIT_HELP}`,
  )
  .configureOutput({ outputError: (message, write) => write(`rapporteur: ${inOurWords(message)}`) })
  .configureHelp({
    // The terminal's width breaks the lines, not the source's.
    commandDescription: (command) => command.description().replaceAll('\n', ' '),
    optionDescription: (option) => new Help().optionDescription(option).replace(/ \(default: false\)$/, ''),
  });

/** A usage error as commander words it, shorter. */
function inOurWords(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(/^command-argument value '(.*?)' is invalid for argument '(.*?)'\./s, "'$1' is not what <$2> takes.");
}

for (const command of [
  intakeCommand,
  codeCommand,
  readCommand,
  watchCommand,
  showCommand,
  searchCommand,
  asOfCommand,
  explainCommand,
  reviewCommand,
  lexiconCommand,
  exportCommand,
  backupCommand,
  serveCommand,
  accessCommand,
  submitCommand,
  workerCommand,
  statusCommand,
]) {
  program.addCommand(command);
}
adopt(program);

/** Gives a command's settings to those under it, and lets none of them end the program on its own. */
function adopt(command: Command): void {
  command.exitOverride();
  for (const under of command.commands) adopt(under.copyInheritedSettings(command));
}

endWithReader();
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.fault;
  else process.exitCode = exitCodeFor(error);
}
