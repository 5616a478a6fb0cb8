// The files that a command names, opened one after the other; what cannot be opened is told and passed over.
import { readBytes } from '../intake/content.ts';
import { contentHash } from '../intake/fingerprint.ts';
import { openBytes } from '../intake/open.ts';
import { uniqueIds } from '../intake/unique-ids.ts';
import { walk } from '../intake/walk.ts';
import type { Document } from '../model/document.ts';
import { Fault } from '../model/fault.ts';

export interface NamedFiles {
  readonly files: readonly string[];
  /** Paths that name nothing. */
  readonly faults: readonly Fault[];
}

/** The files among paths and in the folders they name. */
export async function filesIn(paths: readonly string[]): Promise<NamedFiles> {
  const files: string[] = [];
  const faults: Fault[] = [];
  for (const path of paths) {
    const found = await orFault(() => walk([path]));
    if (found instanceof Fault) faults.push(found);
    else files.push(...found.files);
  }
  return { files: [...new Set(files)], faults };
}

export interface OpenedFile {
  readonly path: string;
  /** Hash of the file's bytes. */
  readonly hash: string;
  readonly documents: readonly Document[];
  /** Lines of the file that are no documents. */
  readonly faults: readonly Fault[];
}

/** A file passed over because `isKnown` says so. */
export interface KnownFile {
  readonly path: string;
  readonly hash: string;
  readonly known: true;
}

export interface UnopenedFile {
  readonly path: string;
  readonly fault: Fault;
}

/**
 * Opens files in turn, with ids made unique over all of them.
 * @param isKnown says of a file's path and hash that its documents are not wanted
 */
export async function* openAll(
  files: readonly string[],
  isKnown: (path: string, hash: string) => Promise<boolean> = async () => false,
): AsyncGenerator<OpenedFile | KnownFile | UnopenedFile> {
  const unique = uniqueIds();
  for (const path of files) {
    const opened = await orFault(async () => {
      const bytes = await readBytes(path);
      const hash = contentHash(bytes);
      if (await isKnown(path, hash)) return { path, hash, known: true as const };
      const refused: Fault[] = [];
      const documents = await openBytes(bytes, path, (fault) => refused.push(fault));
      return { path, hash, documents: documents.map(unique), faults: refused };
    });
    yield opened instanceof Fault ? { path, fault: opened } : opened;
  }
}

async function orFault<T>(work: () => Promise<T>): Promise<T | Fault> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}
