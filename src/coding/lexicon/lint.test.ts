// The linter of lexicon tables: each kind of mistake is found at its line, and the project's own tables have none.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadEntityLexicon } from './entities.ts';
import { eachOf, isoDate, lintTable, lintTables, oneOf, type TableCheck } from './lint.ts';
import { entityChecks } from './lint-entities.ts';

const FOLDER = fileURLToPath(new URL('../../../lexicon/', import.meta.url));

const CHECK: TableCheck = {
  file: 'ferries.tsv',
  columns: { name: null, flag: oneOf(['NOR', 'DNK']), built: isoDate, ports: eachOf() },
  key: ['name'],
  required: ['name', 'flag'],
  row: ({ name, ports }) => (name === ports ? 'the ferry is its own port' : null),
};

const lines = (...rows: string[]) => ['# Ferries', 'name\tflag\tbuilt\tports', ...rows].join('\n');

describe('lintTable', () => {
  it.each([
    ['a clean table', lines('Aurora\tNOR\t1992-05\tBergen;Oslo'), []],
    ['a word that is none of the allowed', lines('Aurora\tSWE\t1992\t'), ['3 flag: "SWE" is none of NOR, DNK']],
    ['a month that does not exist', lines('Aurora\tNOR\t1992-13\t'), ['3 built: "1992-13" is not in the calendar']],
    ['a day that does not exist', lines('Aurora\tNOR\t2001-02-29\t'), ['3 built: "2001-02-29" is not in the calendar']],
    [
      'a date in another order',
      lines('Aurora\tNOR\t05.1992\t'),
      ['3 built: "05.1992" is no date like 2013-10-23, 2013-10 or 2013'],
    ],
    [
      'the same key twice',
      lines('Aurora\tNOR', 'Borealis\tNOR', 'Aurora\tDNK'),
      ['5 the same name as in line 3: "Aurora"'],
    ],
    ['an empty cell that must not be', lines('Aurora\t\t1992'), ['3 "flag" is empty']],
    ['a value twice in a list', lines('Aurora\tNOR\t\tOslo;Oslo'), ['3 ports: "Oslo" stands twice']],
    ['a row that contradicts itself', lines('Oslo\tNOR\t\tOslo'), ['3 the ferry is its own port']],
    ['a cell too many', lines('Aurora\tNOR\t1992\tOslo\tx'), ['3 5 cells where the header has 4. Remove a tab.']],
    ['a missing column', 'name\tflag\tbuilt\nAurora\tNOR\t1992', ['1 the header lacks "ports".']],
    [
      'an unknown column',
      'name\tflag\tbuilt\tports\tcrew\n',
      ['1 there is no column "crew"; known are name, flag, built, ports'],
    ],
  ])('%s', (_, text, expected) => {
    expect(lintTable(text, CHECK).map(({ line, message }) => `${line} ${message}`)).toEqual(expected);
  });
});

describe('the project’s entity tables', () => {
  const lexicon = loadEntityLexicon([FOLDER]);

  it('have nothing to find', () => {
    expect(lintTables(FOLDER, entityChecks(lexicon))).toEqual([]);
  });

  it('know every state by its code and adjective', () => {
    expect(lexicon.states.get('UKR')?.adjectives).toContain('Ukrainian');
    expect(lexicon.states.size).toBeGreaterThan(195);
  });

  it('refuse an owner that no table has', () => {
    const bodies = entityChecks(lexicon).filter(({ file }) => file === 'bodies.tsv');
    const found = bodies.flatMap((check) => lintTable('name\taliases\tshort\tof\nHarbour Board\t\t\tAtlantis', check));
    expect(found.map(({ message }) => message)).toEqual([
      'of: "Atlantis" is neither a state\'s code nor a name of the tables',
    ]);
  });
});
