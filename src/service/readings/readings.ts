// Readings under way and done: one at a time, each with its progress for whoever watches.
import { randomUUID } from 'node:crypto';
import type { Upload } from './uploads.ts';

/** `left-out`: all that it has was taken out of the record. */
export type FileState = 'waiting' | 'reading' | 'read' | 'unchanged' | 'left-out' | 'failed';

/** A document that a file brought. */
export interface Brought {
  readonly id: string;
  readonly title: string | null;
  readonly statements: number;
  readonly events: number;
}

export interface FileProgress {
  readonly name: string;
  readonly state: FileState;
  readonly documents: readonly Brought[];
  /** Ids of its documents that people took out of the record: they stay out. */
  readonly leftOut: readonly string[];
  /** What could not be read, with place and cure. */
  readonly faults: readonly string[];
}

export interface ReadingProgress {
  readonly id: string;
  readonly state: 'waiting' | 'reading' | 'settling' | 'done' | 'failed';
  readonly files: readonly FileProgress[];
  /** Why all of it failed; null where it did not. */
  readonly fault: string | null;
}

/** Reads uploads into the record, and tells what becomes of each as it goes. */
export type ReadUploads = (
  uploads: readonly Upload[],
  report: (at: number, change: Partial<Omit<FileProgress, 'name'>>) => void,
  settling: () => void,
) => Promise<void>;

export interface Readings {
  /** Starts when those before are done. */
  start(uploads: readonly Upload[]): ReadingProgress;
  find(id: string): ReadingProgress | null;
  /** Calls with every change, the present state first; returns what ends it. */
  watch(id: string, changed: (progress: ReadingProgress) => void): () => void;
  readonly waiting: number;
}

/** Done readings that can still be asked about. */
const KEPT = 50;

export function createReadings(read: ReadUploads): Readings {
  const readings = new Map<string, ReadingProgress>();
  const watchers = new Map<string, Set<(progress: ReadingProgress) => void>>();
  let queue = Promise.resolve();
  let waiting = 0;
  const change = (id: string, part: Partial<ReadingProgress>) => {
    const before = readings.get(id);
    if (!before) return;
    const now = { ...before, ...part };
    readings.set(id, now);
    for (const watcher of watchers.get(id) ?? []) watcher(now);
  };
  const run = async (id: string, uploads: readonly Upload[]) => {
    change(id, { state: 'reading' });
    const report = (at: number, part: Partial<Omit<FileProgress, 'name'>>) => {
      const files = readings.get(id)?.files ?? [];
      change(id, { files: files.map((file, n) => (n === at ? { ...file, ...part } : file)) });
    };
    try {
      await read(uploads, report, () => change(id, { state: 'settling' }));
      change(id, { state: 'done' });
    } catch (error) {
      change(id, { state: 'failed', fault: error instanceof Error ? error.message : String(error) });
    }
    waiting -= 1;
    for (const old of [...readings.keys()].slice(0, -KEPT)) readings.delete(old);
  };
  return {
    start(uploads) {
      const id = randomUUID();
      const files = uploads.map(({ name }) => ({
        name,
        state: 'waiting' as const,
        documents: [],
        leftOut: [],
        faults: [],
      }));
      const progress: ReadingProgress = { id, state: 'waiting', files, fault: null };
      readings.set(id, progress);
      waiting += 1;
      queue = queue.then(() => run(id, uploads));
      return progress;
    },
    find: (id) => readings.get(id) ?? null,
    watch(id, changed) {
      const progress = readings.get(id);
      if (progress) changed(progress);
      const watching = watchers.get(id) ?? new Set();
      watchers.set(id, watching.add(changed));
      return () => {
        watching.delete(changed);
        if (watching.size === 0) watchers.delete(id);
      };
    },
    get waiting() {
      return waiting;
    },
  };
}
