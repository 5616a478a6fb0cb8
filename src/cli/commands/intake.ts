// `rapporteur intake`: files to documents, one JSON line each.
import { Command } from 'commander';
import { complain, EXIT, EXIT_HELP } from '../exit.ts';
import { filesIn, openAll } from '../files.ts';
import { writeLine } from '../stdout.ts';

export const intakeCommand = new Command('intake')
  .summary('files to documents, as JSON Lines')
  .description(
    'Opens text, Markdown, HTML, PDF, Word and JSON files, and folders of them, and prints the documents that "code"\n' +
      'takes in, one a line. Of pages only the article is kept; plain text stays as it is, to the letter.',
  )
  .argument('<files...>', 'files and folders')
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur intake communique.pdf
  $ rapporteur intake reports/ | rapporteur code > readings.jsonl
${EXIT_HELP}`,
  )
  .action(async (paths: readonly string[]) => {
    const { files, faults } = await filesIn(paths);
    for (const fault of faults) complain(fault.message);
    let unopened = faults.length;
    for await (const opened of openAll(files)) {
      if ('fault' in opened) {
        complain(opened.fault.message);
        unopened += 1;
      } else if ('documents' in opened) {
        for (const fault of opened.faults) complain(fault.message);
        unopened += opened.faults.length;
        for (const document of opened.documents) await writeLine(JSON.stringify(document));
      }
    }
    if (unopened > 0) process.exitCode = files.length ? EXIT.partly : EXIT.fault;
  });
