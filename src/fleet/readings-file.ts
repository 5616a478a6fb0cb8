// A file of readings that is there under its name only when it is whole.
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { Fault, reasonOf } from '../model/fault.ts';

export interface ReadingsFile {
  /** @param line the JSON of a reading, or of an error in its place */
  add(line: string): Promise<void>;
  /** Writes the end and gives the file its name. */
  finish(): Promise<void>;
  /** Takes away what was written. */
  discard(): void;
}

export interface PartFile {
  write(bytes: Uint8Array): void;
  finish(): void;
  discard(): void;
}

/**
 * A file beside the wished one that takes its name at the end.
 * @throws Fault `file-unwritable`, its methods too
 */
export function createPartFile(path: string): PartFile {
  const part = `${path}.part`;
  const orFault = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new Fault('file-unwritable', { path, reason: reasonOf(error) }, error);
    }
  };
  const file = orFault(() => openSync(part, 'w'));
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    write: (bytes) =>
      orFault(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      }),
    finish: () =>
      orFault(() => {
        close();
        renameSync(part, path);
      }),
    discard() {
      close();
      rmSync(part, { force: true });
    },
  };
}
