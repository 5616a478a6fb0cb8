// Keeps readings in the record through outages: what was read is tried until it is committed.

import { Fault, reasonOf } from '../../model/fault.ts';
import type { Reading } from '../../model/reading.ts';
import type { OpenRecord } from '../../record/record.ts';
import type { Task } from '../queue/task.ts';

/** A task with what it says. */
export interface Read {
  readonly task: Task;
  readonly reading: Reading;
}

/** Faults of the record that pass: its server is started anew, another program writes. */
const PASSING: ReadonlySet<string> = new Set(['record-unreachable', 'record-unwritable']);
/** Other errors, such as a connection that breaks under a query, may pass too; after so many tries they have not. */
const TRIES = 8;
/** Milliseconds between tries: the first, and the longest. */
const WAITS = { first: 200, longest: 10_000 };

export interface RecorderOptions {
  readonly open: () => Promise<OpenRecord>;
  /** Of the reader, which the record keeps with each document. */
  readonly version: string;
  /** Is told why once an outage begins, and null when it is over. */
  readonly onOutage: (reason: string | null) => void;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
}

export interface Recorder {
  /** Commits all readings or throws; tries again while the record's fault is one that passes. */
  keep(readings: readonly Read[]): Promise<void>;
  /** Merges what the documents share. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** @throws Fault as `openRecord`, where it does not pass */
export function createRecorder({ open, version, onOutage, signal }: RecorderOptions): Recorder {
  let record: OpenRecord | null = null;

  const throughOutages = async (work: (record: OpenRecord) => Promise<void>) => {
    let told = false;
    let failures = 0;
    for (let wait = WAITS.first; ; wait = Math.min(2 * wait, WAITS.longest)) {
      try {
        record ??= await open();
        await work(record);
        if (told) onOutage(null);
        return;
      } catch (error) {
        // The readings are all here still; what the record took of them already it knows by its source.
        await record?.close().catch(() => undefined);
        record = null;
        if (!(error instanceof Fault)) failures += 1;
        const mayPass = error instanceof Fault ? PASSING.has(error.code) : failures < TRIES;
        if (!mayPass || signal.aborted) throw error;
        if (!told) onOutage(reasonOf(error));
        told = true;
        await pause(wait, signal);
      }
    }
  };

  return {
    keep: (readings) =>
      throughOutages(async (record) => {
        for (const { task, reading } of readings) {
          await record.add(task.document, reading, { path: task.path, hash: task.hash, version });
        }
        await record.commit();
      }),
    settle: () => throughOutages((record) => record.settle()),
    async close() {
      await record?.close();
    },
  };
}

function pause(wait: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, wait);
    function finish() {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      done();
    }
    signal.addEventListener('abort', finish);
  });
}
