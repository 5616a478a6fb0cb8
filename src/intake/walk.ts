// Finds the files to read in the files and folders that a command names.
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, normalize } from 'node:path';
import { Fault, reasonOf } from '../model/fault.ts';
import { fileContent } from './content.ts';
import { type FileKind, kindOfName } from './kinds.ts';
import { sniff } from './sniff.ts';

/** A file or folder that was passed over, with the reason for a person. */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

export interface Walk {
  /** In the order given; those of a folder sorted by name, folders after the files beside them. */
  readonly files: readonly string[];
  readonly skipped: readonly Skipped[];
  /** Folders within folders that may not be read; the others are. */
  readonly faults: readonly Fault[];
}

/** Files that say what a folder is, and are no reports: `README.md`. One that is named itself is read. */
const ABOUT_THE_FOLDER = /^(?:readme|licen[cs]e|changelog|contributing)(?:\.\w+)?$/i;

/** Why a file is passed over that may be news, unlike those that are left out by intention. */
export const UNREAD_KIND = 'of a kind that is not read';

/** What `given/sidecar.ts` reads beside a file. */
const SIDECAR = /\.meta\.json$/i;

/**
 * The readable files among paths: folders are gone through with all that is in them. Hidden files, the parts of saved
 * pages (`talks_files/` beside `talks.html`) and files of kinds that are not read are passed over with a note; a file
 * that is named itself is taken whatever its kind.
 * @throws Fault `file-missing` for a path that does not exist, `file-unreadable` for one that may not be read, `file-kind`
 * for one that is neither a file nor a folder
 */
export async function walk(paths: readonly string[]): Promise<Walk> {
  const files: string[] = [];
  const skipped: Skipped[] = [];
  const faults: Fault[] = [];
  for (const path of paths) {
    if ((await kindOfEntry(path)) === 'folder') await walkFolder(path, { files, skipped, faults });
    // "./a.txt" is the source that "a.txt" is.
    else files.push(normalize(path));
  }
  return { files, skipped, faults };
}

async function kindOfEntry(path: string): Promise<'file' | 'folder'> {
  try {
    const entry = await stat(path);
    // A pipe would be waited for, and can be read only once.
    if (!entry.isFile() && !entry.isDirectory()) {
      throw new Fault('file-kind', { path, what: 'neither a file nor a folder' });
    }
    return entry.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (error instanceof Fault) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Fault('file-missing', { path }, error);
    throw new Fault('file-unreadable', { path, reason: reasonOf(error) }, error);
  }
}

interface Found {
  readonly files: string[];
  readonly skipped: Skipped[];
  readonly faults: Fault[];
}

async function walkFolder(folder: string, found: Found): Promise<void> {
  const { files, skipped, faults } = found;
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new Fault('file-unreadable', { path: folder, reason: reasonOf(error) }, error);
  });
  const folders: string[] = [];
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const isOfPage = (name: string): boolean => {
    const page = /^(.+)_(?:files|fichiers|dateien|archivos)$/i.exec(name)?.[1]?.toLowerCase();
    return page !== undefined && (names.has(`${page}.html`) || names.has(`${page}.htm`));
  };
  // By code unit, not by locale: the same order on every machine.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (basename(path).startsWith('.')) skipped.push({ path, reason: 'hidden' });
    else if (entry.isFile() && ABOUT_THE_FOLDER.test(entry.name)) skipped.push({ path, reason: 'tells of the folder' });
    else if (entry.isDirectory() && isOfPage(entry.name)) skipped.push({ path, reason: 'parts of a saved page' });
    else if (entry.isDirectory()) folders.push(path);
    else if (!entry.isFile()) skipped.push({ path, reason: 'neither a file nor a folder' });
    else if (SIDECAR.test(entry.name)) skipped.push({ path, reason: 'tells of the file beside it' });
    else if (!(await isReadable(path))) skipped.push({ path, reason: UNREAD_KIND });
    else files.push(path);
  }
  for (const path of folders) {
    await walkFolder(path, found).catch((error: unknown) => {
      if (!(error instanceof Fault)) throw error;
      faults.push(error);
    });
  }
}

/** By its name, or by its content where the name promises nothing: a style sheet is text, but none to be read. */
async function isReadable(path: string): Promise<boolean> {
  if (kindOfName(path) !== null) return true;
  try {
    const { kind } = await sniff(await (await fileContent(path)).head(), path);
    return extname(path) === '' ? kind !== null : kind !== null && MARKED.has(kind);
  } catch {
    // Taken, so that opening it says what is wrong.
    return true;
  }
}

/** Kinds that bytes tell beyond doubt, whatever the name. */
const MARKED: ReadonlySet<FileKind> = new Set(['html', 'pdf', 'feed', 'warc']);
