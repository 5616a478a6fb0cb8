// Puts the files of an export where the person wants them: standard output, a file, a folder or an archive.
import { createWriteStream, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { ExportFile, ExportFormat, Pieces } from '../exports/format.ts';
import { writePieces } from '../exports/write-pieces.ts';
import { zipped } from '../exports/zip.ts';
import { Fault, reasonOf } from '../model/fault.ts';

/** Where an export goes, decided by what was asked for and by what stands there. */
export type Place =
  | { readonly kind: 'stdout' | 'file' | 'archive'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string };

/** A folder where one is there or a path has no ending; an archive where several files go into one. */
export function placeFor(out: string | undefined, { tables, ending }: ExportFormat, table: string | undefined): Place {
  if (out === undefined) return { kind: 'stdout', path: 'standard output' };
  const several = (tables !== undefined && table === undefined) || ending === 'zip';
  if (isFolder(out) || out.endsWith('/') || (several && extname(out) === '')) return { kind: 'folder', path: out };
  return { kind: several && extname(out) === '.zip' ? 'archive' : 'file', path: out };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Saves all files in a folder, which is made where there is none. Returns their number. */
export async function saveFolder(files: AsyncIterable<ExportFile>, folder: string): Promise<number> {
  let count = 0;
  for await (const { name, pieces } of files) {
    const path = join(folder, ...name.split('/'));
    try {
      mkdirSync(dirname(path), { recursive: true });
    } catch (error) {
      throw new Fault('file-unwritable', { path, reason: reasonOf(error) }, error);
    }
    await saveFile(pieces(), path);
    count += 1;
  }
  return count;
}

export const saveArchive = (files: AsyncIterable<ExportFile>, path: string): Promise<void> =>
  saveFile(zipped(files), path);

/** Writes beside the file and puts it in its place when it is whole: an export that fails leaves the earlier one. */
export async function saveFile(pieces: Pieces, path: string): Promise<void> {
  const part = `${path}.part`;
  const file = createWriteStream(part);
  try {
    await writePieces(pieces, file);
    file.end();
    await finished(file);
    renameSync(part, path);
  } catch (error) {
    file.destroy();
    rmSync(part, { force: true });
    if (error instanceof Fault || !isSystemError(error)) throw error;
    throw new Fault('file-unwritable', { path, reason: reasonOf(error) }, error);
  }
}

/** Whether it is the disk that failed, not the program. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
