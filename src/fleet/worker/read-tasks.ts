// Reads the tasks of one turn: those that look harmless together, those that came back again each by itself.
import type { JsMsg } from '@nats-io/jetstream';
import type { Document } from '../../model/document.ts';
import { reasonOf } from '../../model/fault.ts';
import type { Reading, Unreadable } from '../../model/reading.ts';
import type { Coders } from '../coders.ts';
import { parseTask, type Task } from '../queue/task.ts';
import type { Read } from './recorder.ts';

/** What became of one task. */
export type Result =
  | ({ readonly message: JsMsg; readonly kind: 'read' } & Read)
  /** It cannot be read, by this worker or another. `document` names it, or is how it begins where it is none. */
  | {
      readonly message: JsMsg;
      readonly kind: 'dead';
      readonly document: string;
      readonly code: string;
      readonly reason: string;
    }
  /** It failed in company: it is to come back and be read by itself. */
  | { readonly message: JsMsg; readonly kind: 'again' };

/** A task that comes for the third time has perhaps brought two workers down: it gets no company. */
const SUSPECT = 3;
/** One that comes for the fifth time is put aside. */
const HOPELESS = 5;
/** Tasks a thread has at a time, so that short documents share the network's batches. */
const TOGETHER = 8;

export interface ReadingOptions {
  readonly coders: Coders;
  /** The date that people gave each document, from which its days are counted; undefined where nobody did. */
  readonly correctedDates: (documents: readonly Document[]) => Promise<readonly (string | undefined)[]>;
  /** Milliseconds that the documents of one call may take. */
  readonly limit: number;
}

interface Readable {
  readonly message: JsMsg;
  readonly task: Task;
  readonly countedFrom: string | undefined;
}

export async function readTasks(messages: readonly JsMsg[], options: ReadingOptions): Promise<readonly Result[]> {
  const results: Result[] = [];
  const parsedTasks: { message: JsMsg; task: Task }[] = [];
  for (const message of messages) {
    const parsed = parseTask(message.data);
    const { deliveryCount } = message.info;
    if (!parsed.ok) {
      const document = message.string().slice(0, 80);
      results.push({ message, kind: 'dead', document, code: 'line-not-document', reason: parsed.reason });
    } else if (deliveryCount >= HOPELESS) {
      const reason = `${deliveryCount - 1} times a worker that read it was not heard of again`;
      results.push({ message, kind: 'dead', document: parsed.task.document.id, code: 'worker-lost', reason });
    } else {
      parsedTasks.push({ message, task: parsed.task });
    }
  }
  const dates = await options.correctedDates(parsedTasks.map(({ task }) => task.document));
  const readable = parsedTasks.map((one, at): Readable => ({ ...one, countedFrom: dates[at] }));
  const isSuspect = ({ message }: { message: JsMsg }) => message.info.deliveryCount >= SUSPECT;
  const together = inGroups(
    readable.filter((one) => !isSuspect(one)),
    TOGETHER,
  );
  results.push(...(await Promise.all(together.map((group) => readGroup(group, options)))).flat());
  for (const one of readable.filter(isSuspect)) results.push(...(await readGroup([one], options)));
  return results;
}

async function readGroup(group: readonly Readable[], { coders, limit }: ReadingOptions): Promise<readonly Result[]> {
  const isAlone = group.length === 1 && (group[0]?.message.info.deliveryCount ?? 1) >= SUSPECT;
  let lines: readonly string[];
  try {
    ({ lines } = await coders.code(
      group.map(({ task: { document }, countedFrom }) =>
        JSON.stringify(countedFrom === undefined ? document : { ...document, published: countedFrom }),
      ),
      AbortSignal.timeout(limit),
    ));
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'AbortError';
    const code = isLate ? 'time-limit' : 'program-fault';
    const reason = isLate ? `it took more than ${limit / 1000} s` : reasonOf(error);
    return group.map(({ message, task }) =>
      isAlone ? { message, kind: 'dead', document: task.document.id, code, reason } : { message, kind: 'again' },
    );
  }
  return group.map(({ message, task, countedFrom }, at): Result => {
    const reading = JSON.parse(lines[at] ?? 'null') as Reading | Unreadable;
    return 'error' in reading
      ? { message, kind: 'dead', document: task.document.id, code: reading.error.code, reason: reading.error.message }
      : { message, kind: 'read', task, reading, ...(countedFrom === undefined ? {} : { countedFrom }) };
  });
}

function inGroups<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}
