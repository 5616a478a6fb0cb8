// The schema's words in SQLite.
import type { EngineWords } from '../../schema/words.ts';

export const WORDS: EngineWords = {
  serialKey: 'INTEGER PRIMARY KEY',
  fullTextTable: `CREATE VIRTUAL TABLE sentence_text USING fts5 (text, tokenize = "unicode61 remove_diacritics 2");`,
  appendOnly: (table, message) => `
CREATE TRIGGER ${table}_stay BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${message}'); END;
CREATE TRIGGER ${table}_keep BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${message}'); END;`,
  // The rows of a table without rowids stand in its key.
  including: () => '',
  field: (column, name) => `${column} ->> '${name}'`,
};
