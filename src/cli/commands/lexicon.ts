// `rapporteur lexicon`: checks tables that a person wrote, all of them at once, with file and line.
import { Command } from 'commander';
import { Fault } from '../../model/fault.ts';
import { EXIT, EXIT_HELP } from '../exit.ts';
import { writeLine } from '../stdout.ts';

export const lexiconCommand = new Command('lexicon')
  .summary('check lexicon tables')
  .description(
    "Checks the tables of lexicon folders and prints what does not fit, with file and line. A folder of one's own is\n" +
      "checked as it would be used: laid over the program's. The tables explain their columns in their first lines.",
  )
  .argument('[folders...]', "folders of tables; the program's own without one")
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur lexicon
  $ rapporteur lexicon my-terms/ && rapporteur read --lexicon my-terms/ reports/
${EXIT_HELP}`,
  )
  .action(async (folders: readonly string[]) => {
    const { checkLexicon, holdsNoTable } = await import('../../coding/lexicon/check-lexicon.ts');
    let found = 0;
    for (const folder of folders.length ? folders : [undefined]) {
      if (folder !== undefined && holdsNoTable(folder)) {
        const reason = 'it holds no tables; give a folder with .tsv files laid out as in lexicon/';
        throw new Fault('option-value', { option: 'lexicon', value: folder, reason });
      }
      for (const { file, line, message } of checkLexicon(folder)) {
        await writeLine(`${line ? `${file}, line ${line}` : file}: ${message}`);
        found += 1;
      }
    }
    process.stderr.write(found ? `${found} thing${found === 1 ? ' does' : 's do'} not fit.\n` : 'All tables fit.\n');
    if (found) process.exitCode = EXIT.partly;
  });
