// Finds the files to read in the files and folders that a command names.
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Fault, reasonOf } from '../model/fault.ts';
import { kindOf } from './kinds.ts';

/** A file or folder that was passed over, with the reason for a person. */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

export interface Walk {
  /** In the order given; those of a folder sorted by name, folders after the files beside them. */
  readonly files: readonly string[];
  readonly skipped: readonly Skipped[];
}

/** Files that say what a folder is, and are no reports: `README.md`. One that is named itself is read. */
const ABOUT_THE_FOLDER = /^(?:readme|licen[cs]e|changelog|contributing)(?:\.\w+)?$/i;

/**
 * The readable files among paths: folders are gone through with all that is in them. Hidden files and files of unknown
 * kinds in folders are passed over with a note; a file that is named itself is taken whatever its kind.
 * @throws Fault `file-missing` for a path that does not exist, `file-unreadable` for one that may not be read
 */
export async function walk(paths: readonly string[]): Promise<Walk> {
  const files: string[] = [];
  const skipped: Skipped[] = [];
  for (const path of paths) {
    if ((await kindOfEntry(path)) === 'folder') await walkFolder(path, files, skipped);
    else files.push(path);
  }
  return { files, skipped };
}

async function kindOfEntry(path: string): Promise<'file' | 'folder'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Fault('file-missing', { path }, error);
    throw new Fault('file-unreadable', { path, reason: reasonOf(error) }, error);
  }
}

async function walkFolder(folder: string, files: string[], skipped: Skipped[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new Fault('file-unreadable', { path: folder, reason: reasonOf(error) }, error);
  });
  const folders: string[] = [];
  // By code unit, not by locale: the same order on every machine.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (basename(path).startsWith('.')) skipped.push({ path, reason: 'hidden' });
    else if (entry.isFile() && ABOUT_THE_FOLDER.test(entry.name)) skipped.push({ path, reason: 'tells of the folder' });
    else if (entry.isDirectory()) folders.push(path);
    else if (!entry.isFile()) skipped.push({ path, reason: 'neither a file nor a folder' });
    else if (kindOf(path) === null) skipped.push({ path, reason: 'of a kind that is not read' });
    else files.push(path);
  }
  for (const path of folders) await walkFolder(path, files, skipped);
}
