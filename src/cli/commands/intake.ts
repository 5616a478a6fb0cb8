// `rapporteur intake`: files and addresses to documents, one JSON line each.
import { Command } from 'commander';
import { deliver } from '../../intake/inputs.ts';
import { uniqueIds } from '../../intake/unique-ids.ts';
import { complaints } from '../complaints.ts';
import { complain, EXIT, EXIT_HELP } from '../exit.ts';
import { namedInputs } from '../files.ts';
import { INTAKE_HELP, type IntakeOptions, inputOptions, withIntakeOptions } from '../intake-options.ts';
import { writeLine } from '../stdout.ts';

export const intakeCommand = withIntakeOptions(new Command('intake'))
  .summary('files and addresses to documents, as JSON Lines')
  .description(
    'Opens files, folders of them and addresses, and prints the documents that "code" takes in, one a line. Of pages only\n' +
      'the article is kept; plain text stays as it is, to the letter.',
  )
  .argument('<files...>', 'files, folders and addresses')
  .addHelpText(
    'after',
    `${INTAKE_HELP}

Examples:
  $ rapporteur intake communique.pdf
  $ rapporteur intake reports/ | rapporteur code > readings.jsonl
  $ rapporteur intake articles.csv --columns text=body,date=pub_date --publisher "The Courier"
  $ rapporteur intake https://courier.example/feed.xml --follow
${EXIT_HELP}`,
  )
  .action(async (paths: readonly string[], options: IntakeOptions) => {
    const { inputs, faults } = await namedInputs(paths);
    for (const fault of faults) complain(fault.message);
    const told = complaints();
    for await (const step of deliver(inputs, { ...inputOptions(options), unique: uniqueIds() })) {
      if (step.step === 'document') await writeLine(JSON.stringify(step.document));
      else if (step.step === 'fault') told.add(step.path, step.fault);
    }
    told.end();
    if (faults.length + told.count > 0) process.exitCode = inputs.length ? EXIT.partly : EXIT.fault;
  });
