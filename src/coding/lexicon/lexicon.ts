// The lexicon as one frozen object: every table of `lexicon/`, with a user's tables laid over them.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../model/fault.ts';
import { type CueLexicon, loadCues } from './cues.ts';
import { type EntityLexicon, loadEntityLexicon } from './entities.ts';
import { type EventLexicon, loadEventLexicon } from './events.ts';

export interface Lexicon {
  readonly entities: EntityLexicon;
  readonly cues: CueLexicon;
  readonly events: EventLexicon;
}

/** The project's own tables. */
export const LEXICON_FOLDER = fileURLToPath(new URL('../../../lexicon/', import.meta.url));

/**
 * Loads the project's tables with those of further folders over them, in their order.
 * @throws Fault `lexicon-missing` for a folder that is not there, `lexicon-row` with file and line for a row that does not fit
 */
export function loadLexicon(overlays: readonly string[] = []): Lexicon {
  const folders = [LEXICON_FOLDER, ...overlays];
  const missing = folders.find((folder) => !existsSync(folder));
  if (missing) throw new Fault('lexicon-missing', { path: missing });
  return Object.freeze({
    entities: loadEntityLexicon(folders),
    cues: loadCues(folders),
    events: loadEventLexicon(folders),
  });
}
