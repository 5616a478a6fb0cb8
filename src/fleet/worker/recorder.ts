// Keeps readings in the record through outages: what was read is tried until it is committed.

import type { Document } from '../../model/document.ts';
import { Fault, reasonOf } from '../../model/fault.ts';
import type { Reading } from '../../model/reading.ts';
import type { OpenRecord } from '../../record/record.ts';
import type { SourceEnd } from '../queue/source-end.ts';
import type { Task } from '../queue/task.ts';

/** A task with what it says. */
export interface Read {
  readonly task: Task;
  readonly reading: Reading;
  /** The date from which its days were counted, where a person corrected the document's own. */
  readonly countedFrom?: string;
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
  /** The date that people gave each document; undefined where nobody did. */
  correctedDates(documents: readonly Document[]): Promise<readonly (string | undefined)[]>;
  /** Marks those sources as finished of which all documents are recorded; says of each whether they are. */
  finish(ends: readonly SourceEnd[]): Promise<readonly boolean[]>;
  /** Merges what the documents share. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** @throws Fault as `openRecord`, where it does not pass */
export function createRecorder({ open, version, onOutage, signal }: RecorderOptions): Recorder {
  let opened: Promise<OpenRecord> | null = null;

  const throughOutages = async <T>(work: (record: OpenRecord) => Promise<T>): Promise<T> => {
    let told = false;
    let failures = 0;
    for (let wait = WAITS.first; ; wait = Math.min(2 * wait, WAITS.longest)) {
      opened ??= open();
      const mine = opened;
      try {
        const result = await work(await mine);
        if (told) onOutage(null);
        return result;
      } catch (error) {
        // The readings are all here still; what the record took of them already it knows by its source. Dates may be
        // asked for while readings are kept: whoever fails first has the record opened anew for both.
        if (opened === mine) opened = null;
        await mine.then((record) => record.close()).catch(() => undefined);
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
        for (const { task, reading, countedFrom } of readings) {
          const source = { path: task.path, hash: task.hash, version };
          await record.add(task.document, reading, countedFrom === undefined ? source : { ...source, countedFrom });
        }
        await record.commit();
      }),
    correctedDates: (documents) =>
      throughOutages((record) => Promise.all(documents.map((document) => record.correctedDate(document)))),
    finish: (ends) =>
      throughOutages((record) =>
        record.finishCounted(
          ends.map(({ path, hash, documents, whole }) => ({ source: { path, hash, version }, documents, whole })),
        ),
      ),
    settle: () => throughOutages((record) => record.settle()),
    async close() {
      await (await opened)?.close();
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
