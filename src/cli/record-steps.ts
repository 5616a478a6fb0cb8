// Brings delivered documents into the record: passes over what is in it, has the rest read by the coders, adds it.
import { mapInOrder } from '../fleet/ordered.ts';
import type { Step } from '../intake/inputs.ts';
import { Fault } from '../model/fault.ts';
import type { Diagnostic } from '../model/items.ts';
import type { Reading, Unreadable } from '../model/reading.ts';
import type { OpenRecord } from '../record/record.ts';
import { partlyRead } from '../record/write/source.ts';

export interface Recording {
  readonly record: Pick<OpenRecord, 'add' | 'isCurrent' | 'isTakenOut' | 'finishSource' | 'correctedDate'>;
  /** Version of the reader, as it stands in the record beside each document. */
  readonly version: string;
  /** Reads documents given as JSON, and gives a reading as JSON for each. */
  readonly code: (lines: readonly string[]) => Promise<{ readonly lines: readonly string[] }>;
  /** How many tasks are under way at once. */
  readonly atOnce: number;
  /** Whether documents that are in the record are read all the same. */
  readonly again: boolean;
  readonly onStep: (told: Told) => void;
}

/** What happened to a source or document. */
export type Told =
  | {
      /** `left-out`: people took it out of the record. */
      readonly what: 'added' | 'replaced' | 'unchanged' | 'left-out';
      readonly path: string;
      readonly id: string;
      /** What in its text could not be read; empty where it was not read. */
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly what: 'known' | 'done'; readonly path: string }
  | { readonly what: 'fault'; readonly path: string; readonly fault: Fault };

/** A task for a coder: few enough documents to keep all coders busy, enough to be worth a message. */
const DOCUMENTS = 4;
const UNITS = 32_768;

/** Works the steps off in their order, until they end. */
export async function recordSteps(steps: AsyncIterable<Step>, recording: Recording): Promise<void> {
  const { record, version, onStep } = recording;
  const failed = new Set<string>();
  for await (const { tasks, readings, unread, leftOut } of mapInOrder(
    inTasks(steps, recording),
    recording.atOnce,
    codeTask(recording),
  )) {
    for (const [at, step] of tasks.entries()) {
      const reading = readings.get(at);
      switch (step.step) {
        case 'known':
          onStep({ what: 'known', path: step.source.path });
          break;
        case 'fault':
          onStep({ what: 'fault', path: step.path, fault: step.fault });
          break;
        case 'document': {
          const { source, document } = step;
          const { path } = source;
          if (reading === undefined) {
            onStep({ what: leftOut.has(at) ? 'left-out' : 'unchanged', path, id: document.id, diagnostics: [] });
          } else if ('error' in reading) {
            failed.add(path);
            const reason = `${document.id}: ${reading.error.message}`;
            onStep({ what: 'fault', path, fault: new Fault('document-unread', { path, reason }) });
          } else {
            const date = unread.get(at);
            const dated = date === undefined ? {} : { countedFrom: date };
            const what = await record.add(document, reading, { ...source, version, ...dated });
            onStep({ what, path, id: document.id, diagnostics: reading.diagnostics ?? [] });
          }
          break;
        }
        case 'end': {
          const { path, hash } = step.source;
          const isWhole = step.whole && !failed.delete(path);
          await record.finishSource({ path, hash: isWhole ? hash : partlyRead(hash), version }, step.ids);
          onStep({ what: 'done', path });
        }
      }
    }
  }
}

/** Steps in tasks of a few documents. */
interface Task {
  readonly tasks: readonly Step[];
  /** Places of those that have to be read, with the date that people gave each. */
  readonly unread: ReadonlyMap<number, string | undefined>;
  /** Places of those that people took out of the record. */
  readonly leftOut: ReadonlySet<number>;
}

async function* inTasks(steps: AsyncIterable<Step>, { record, version, again }: Recording): AsyncGenerator<Task> {
  let tasks: Step[] = [];
  let unread = new Map<number, string | undefined>();
  let leftOut = new Set<number>();
  let units = 0;
  for await (const step of steps) {
    tasks.push(step);
    if (step.step === 'document') {
      const { source, document } = step;
      if (await record.isTakenOut(document, source)) leftOut.add(tasks.length - 1);
      else if (again || !(await record.isCurrent({ ...source, version }, document.id))) {
        unread.set(tasks.length - 1, await record.correctedDate(document));
        units += document.text.length;
      }
    }
    if (unread.size < DOCUMENTS && units < UNITS && tasks.length < 64) continue;
    yield { tasks, unread, leftOut };
    tasks = [];
    unread = new Map();
    leftOut = new Set();
    units = 0;
  }
  if (tasks.length) yield { tasks, unread, leftOut };
}

function codeTask({ code }: Recording) {
  return async ({ tasks, unread, leftOut }: Task) => {
    const documents = [...unread].map(([at, date]) => {
      const step = tasks[at];
      const document = step?.step === 'document' ? step.document : null;
      return JSON.stringify(date === undefined ? document : { ...document, published: date });
    });
    const { lines } = documents.length ? await code(documents) : { lines: [] };
    const places = [...unread.keys()];
    const readings = new Map(lines.map((line, i) => [places[i] ?? -1, JSON.parse(line) as Reading | Unreadable]));
    return { tasks, readings, unread, leftOut };
  };
}
