#!/usr/bin/env node
// The command line: one file a command, each thin; this one only gathers them. Commands import what is heavy when they
// run, so that help and usage errors come at once.
import { Command, CommanderError, Help } from 'commander';
import { PROGRAM_VERSION } from '../version.ts';
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
    // Arguments stand in the help of each command: beside their names they leave no room for what it is for.
    subcommandTerm: (command) => command.name(),
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

/** By name, in the order of the help. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map(
  Object.entries({
    intake: async () => (await import('./commands/intake.ts')).intakeCommand,
    code: async () => (await import('./commands/code.ts')).codeCommand,
    read: async () => (await import('./commands/read.ts')).readCommand,
    watch: async () => (await import('./commands/watch.ts')).watchCommand,
    show: async () => (await import('./commands/show.ts')).showCommand,
    search: async () => (await import('./commands/search.ts')).searchCommand,
    'as-of': async () => (await import('./commands/as-of.ts')).asOfCommand,
    explain: async () => (await import('./commands/explain.ts')).explainCommand,
    review: async () => (await import('./commands/review.ts')).reviewCommand,
    lexicon: async () => (await import('./commands/lexicon.ts')).lexiconCommand,
    export: async () => (await import('./commands/export.ts')).exportCommand,
    backup: async () => (await import('./commands/backup.ts')).backupCommand,
    serve: async () => (await import('./commands/serve.ts')).serveCommand,
    access: async () => (await import('./commands/access.ts')).accessCommand,
    submit: async () => (await import('./commands/submit.ts')).submitCommand,
    worker: async () => (await import('./commands/worker.ts')).workerCommand,
    status: async () => (await import('./commands/status.ts')).statusCommand,
  }),
);

// Loading all of them takes a fifth of a second: a run loads its own command, and help and mistaken names ask for all.
const wanted = COMMANDS.get(process.argv[2] ?? '');
for (const load of wanted ? [wanted] : COMMANDS.values()) program.addCommand(await load());
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
