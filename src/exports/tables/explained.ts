// What the columns of the tables mean, told to those who open them: in a README.txt beside the tables, and in docs/exports.md.
import { PROGRAM_VERSION } from '../../version.ts';
import type { Exporter, ExportFile } from '../format.ts';
import type { Selection } from '../selection/selection.ts';
import type { Table } from './table.ts';
import { TABLES } from './tables.ts';

/** Files of a format that writes the tables: what their columns mean, then each table. */
export async function* explainedFiles(
  selection: Selection,
  { ending, pieces }: Pick<Exporter, 'ending' | 'pieces'>,
): AsyncGenerator<ExportFile> {
  yield { name: 'README.txt', pieces: () => readme(ending) };
  for (const { name } of TABLES) yield { name: `${name}.${ending}`, pieces: () => pieces(selection, name) };
}

/** Widest line of the text: it is read in whatever opens it. */
const WIDTH = 100;

async function* readme(ending: string): AsyncGenerator<string> {
  yield `Tables of a record, made by Rapporteur ${PROGRAM_VERSION}\n\n`;
  yield `${wrapped('Cells with several values have "; " between. Empty cells: the texts do not tell. Ids stand for items, entities and documents in every table.', 0)}\n`;
  for (const { name, about, columns } of TABLES) {
    yield `\n${name}.${ending}\n${wrapped(plain(about), 0)}\n\n`;
    const longest = Math.max(...columns.map((column) => column.name.length));
    for (const column of columns) {
      const head = `  ${column.name.padEnd(longest)}  `;
      yield `${head}${wrapped(`${plain(column.means)} (${column.type})`, head.length)}\n`;
    }
  }
}

/** Words without the marks of Markdown. */
const plain = (words: string): string => words.replaceAll('`', '');

/** Breaks prose into lines; those after the first are indented. */
function wrapped(prose: string, indent: number): string {
  const lines = [''];
  for (const word of prose.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** The same as Markdown, a table for each table. */
export const columnsInMarkdown = (): string => TABLES.map(tableInMarkdown).join('\n');

function tableInMarkdown({ name, about, columns }: Table): string {
  const rows = columns.map((column) => `| \`${column.name}\` | ${column.type} | ${column.means} |`);
  return [`### ${name}`, '', about, '', '| column | type | meaning and values |', '|---|---|---|', ...rows, ''].join(
    '\n',
  );
}
