// Checks whole lexicon folders: every table by its rules, then whether all of them load together.
import { existsSync, readdirSync } from 'node:fs';
import { Fault } from '../../model/fault.ts';
import { loadEntityLexicon } from './entities.ts';
import { LEXICON_FOLDER, loadLexicon } from './lexicon.ts';
import { type Finding, lintTables } from './lint.ts';
import { entityChecks } from './lint-entities.ts';
import { EVENT_CHECKS } from './lint-events.ts';

/** Tables that are only checked by loading them: their words refer to one another. */
const LOADED_ONLY = ['events/classes.tsv', 'events/light-verbs.tsv', 'derived/obligations.tsv'];

/**
 * What does not fit in a lexicon folder, by table and line; empty where all is well.
 * @param folder the project's own tables without it; else a user's tables, which are laid over the project's
 * @throws Fault `lexicon-missing` where the folder is not there
 */
export function checkLexicon(folder: string = LEXICON_FOLDER): readonly Finding[] {
  if (!existsSync(folder)) throw new Fault('lexicon-missing', { path: folder });
  const checks = [...entityChecks(loadEntityLexicon([LEXICON_FOLDER])), ...EVENT_CHECKS];
  const known = new Set([...checks.map(({ file }) => file), ...LOADED_ONLY]);
  const findings = [...lintTables(folder, checks), ...strangers(folder, known)];
  // Loading stops at the first fault, so it is asked only when the checks of single rows find nothing.
  if (findings.length) return findings;
  try {
    loadLexicon(folder === LEXICON_FOLDER ? [] : [folder]);
    return [];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { path = folder, line = 0, reason = error.message } = error.values;
    return [{ file: String(path), line: Number(line), message: String(reason) }];
  }
}

/** Whether a folder is there, but no table in it, whatever its name. */
export const holdsNoTable = (folder: string): boolean => existsSync(folder) && tablesIn(folder).length === 0;

function tablesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsv'));
}

/** A table that no loader reads would be passed over in silence: a misspelt file name. */
function strangers(folder: string, known: ReadonlySet<string>): readonly Finding[] {
  return tablesIn(folder)
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !known.has(file))
    .sort()
    .map((file) => ({ file, line: 0, message: `no table has this name; known are ${[...known].sort().join(', ')}` }));
}
