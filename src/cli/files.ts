// The files and addresses that a command names; paths that name nothing to read are faults.
import { stat } from 'node:fs/promises';
import { isAddress } from '../intake/address/fetched.ts';
import { UNREAD_KIND, type Walk, walk } from '../intake/walk.ts';
import { Fault } from '../model/fault.ts';

export interface Named {
  /** Files, those of folders among them, and addresses, each once and in order. */
  readonly inputs: readonly string[];
  /** Bytes of all files together. */
  readonly bytes: number;
  /** How many files in folders are passed over, and why. */
  readonly skipped: ReadonlyMap<string, number>;
  /** Paths that name nothing, and folders that may not be read or hold nothing to read. */
  readonly faults: readonly Fault[];
}

/** What is meant by paths, folders and addresses. */
export async function namedInputs(paths: readonly string[]): Promise<Named> {
  const inputs = new Set<string>();
  const skipped = new Map<string, number>();
  const faults: Fault[] = [];
  for (const path of paths) {
    if (isAddress(path)) {
      inputs.add(path);
      continue;
    }
    try {
      const found = await walk([path]);
      for (const file of found.files) inputs.add(file);
      faults.push(...found.faults);
      if (found.files.length + found.faults.length === 0) faults.push(emptyFolder(path, found.skipped));
      for (const { reason } of found.skipped) skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push(error);
    }
  }
  let bytes = 0;
  for (const input of inputs) if (!isAddress(input)) bytes += await sizeOf(input);
  return { inputs: [...inputs], bytes, skipped, faults };
}

function emptyFolder(path: string, skipped: Walk['skipped']): Fault {
  const unread = skipped.filter(({ reason }) => reason === UNREAD_KIND).length;
  const files = `${unread} file${unread === 1 ? ' is' : 's are'}`;
  return new Fault('folder-empty', { path, passed: unread > 0 ? ` (${files} of a kind that is not read)` : '' });
}

/** In bytes; 0 where it cannot be told, which opening the file will tell of. */
export async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}
