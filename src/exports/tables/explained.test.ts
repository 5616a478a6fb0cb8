// That whoever opens a table can read what each of its columns means, and that docs/exports.md says the same.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEALINGS } from '../testing/dealings.ts';
import { formatNamed, textOf, withRecord } from '../testing/export.ts';
import { columnsInMarkdown } from './explained.ts';
import { TABLES } from './tables.ts';

const DOCS = new URL('../../../docs/exports.md', import.meta.url);

describe.each(['csv', 'parquet'])('%s', (format) => {
  it('has a README.txt that tells each column of each table before the tables', async () => {
    await withRecord(DEALINGS, async (record) => {
      const names: string[] = [];
      let readme = '';
      for await (const { name, pieces } of formatNamed(format).files(record)) {
        names.push(name);
        if (name === 'README.txt') readme = await textOf(pieces());
      }
      expect(names).toEqual(['README.txt', ...TABLES.map(({ name }) => `${name}.${format}`)]);
      for (const { name, columns } of TABLES) {
        const section = readme.slice(readme.indexOf(`\n${name}.${format}\n`)).split(/\n(?=\w+\.\w+\n)/)[1] ?? '';
        for (const column of columns) expect(section, name).toMatch(new RegExp(`^  ${column.name} +\\S`, 'm'));
      }
      for (const line of readme.split('\n')) expect(line.length).toBeLessThan(101);
    });
  });
});

it('describes each column in words that a Markdown table can hold', () => {
  for (const { name, about, columns } of TABLES) {
    expect(about, name).toMatch(/^[A-Z].*\.$/);
    for (const { name: column, means } of columns) expect(means, `${name}.${column}`).toMatch(/^[^|\n]{8,}[^.|\n]$/);
  }
});

it('stands in docs/exports.md', async () => {
  const written = readFileSync(DOCS, 'utf8');
  const [before = ''] = written.split(/(?<=<!-- columns: .*-->\n)/);
  await expect(`${before}\n${columnsInMarkdown()}`).toMatchFileSnapshot(DOCS.pathname);
});
