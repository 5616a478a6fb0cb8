// Looks into files and folders again and again for what is new or changed and no longer being written.
import { stat } from 'node:fs/promises';
import { walk } from '../intake/walk.ts';
import { Fault } from '../model/fault.ts';

/** A file that changed so few milliseconds ago may still be being written. */
export const FRESH = 2000;

export interface Arrivals {
  /** Files that are new or changed since they were last given, in order. Folders that cannot be read are told of once. */
  look(): Promise<readonly string[]>;
  /** Files that the last look left alone, since they may still be being written. */
  fresh(): readonly string[];
}

/**
 * @param paths files and folders; one that is not there yet is waited for
 * @param onFault is told of folders that cannot be read
 */
export function arrivalsIn(paths: readonly string[], onFault: (fault: Fault) => void, now = Date.now): Arrivals {
  const given = new Map<string, string>();
  const told = new Map<string, ReadonlySet<string>>();
  /** Tells of what is new among the faults below a path, and forgets those that have passed. */
  const tell = (path: string, faults: readonly Fault[]) => {
    const now = new Map(faults.map((fault) => [fault.message, fault]));
    const before = told.get(path);
    for (const [message, fault] of now) if (!before?.has(message)) onFault(fault);
    told.set(path, new Set(now.keys()));
  };
  const found = async (path: string): Promise<readonly string[]> => {
    try {
      const { files, faults } = await walk([path]);
      tell(path, faults);
      return files;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      tell(path, [error]);
      return [];
    }
  };
  let fresh: readonly string[] = [];
  return {
    fresh: () => fresh,
    async look() {
      const arrived: string[] = [];
      const left: string[] = [];
      for (const path of paths) {
        for (const file of await found(path)) {
          const state = await stateOf(file);
          if (state === null || given.get(file) === state.mark) continue;
          if (now() - state.changed < FRESH) left.push(file);
          else {
            given.set(file, state.mark);
            arrived.push(file);
          }
        }
      }
      fresh = left;
      return arrived;
    },
  };
}

/** Size and time of a file and its sidecar; null where it has gone in the meantime. */
async function stateOf(path: string): Promise<{ readonly changed: number; readonly mark: string } | null> {
  const file = await stat(path).catch(() => null);
  if (file === null) return null;
  const sidecar = await stat(`${path}.meta.json`).catch(() => null);
  return {
    changed: Math.max(file.mtimeMs, sidecar?.mtimeMs ?? 0),
    mark: `${file.size} ${file.mtimeMs} ${sidecar?.mtimeMs ?? ''}`,
  };
}
