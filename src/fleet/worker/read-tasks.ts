// Reads the tasks of one turn: those that look harmless together, those that came back again each by itself.
import type { JsMsg } from '@nats-io/jetstream';
import { reasonOf } from '../../model/fault.ts';
import type { Reading, Unreadable } from '../../model/reading.ts';
import type { Coders } from '../coders.ts';
import { parseTask, type Task } from '../queue/task.ts';

/** What became of one task. */
export type Result =
  | { readonly message: JsMsg; readonly kind: 'read'; readonly task: Task; readonly reading: Reading }
  /** It cannot be read, by this worker or another. */
  | { readonly message: JsMsg; readonly kind: 'dead'; readonly code: string; readonly reason: string }
  /** It failed in company: it is to come back and be read by itself. */
  | { readonly message: JsMsg; readonly kind: 'again' };

/** A task that comes for the third time has perhaps brought two workers down: it gets no company. */
const SUSPECT = 3;
/** One that comes for the fifth time is put aside. */
const HOPELESS = 5;
/** Tasks a thread has at a time, so that short documents share the network's batches. */
const TOGETHER = 8;

/** @param limit milliseconds that the documents of one call may take */
export async function readTasks(messages: readonly JsMsg[], coders: Coders, limit: number): Promise<readonly Result[]> {
  const results: Result[] = [];
  const readable: { message: JsMsg; task: Task }[] = [];
  for (const message of messages) {
    const parsed = parseTask(message.data);
    const { deliveryCount } = message.info;
    if (!parsed.ok) {
      results.push({ message, kind: 'dead', code: 'line-not-document', reason: parsed.reason });
    } else if (deliveryCount >= HOPELESS) {
      const reason = `${deliveryCount - 1} times a worker that read it was not heard of again`;
      results.push({ message, kind: 'dead', code: 'worker-lost', reason });
    } else {
      readable.push({ message, task: parsed.task });
    }
  }
  const isSuspect = ({ message }: { message: JsMsg }) => message.info.deliveryCount >= SUSPECT;
  const together = inGroups(
    readable.filter((one) => !isSuspect(one)),
    TOGETHER,
  );
  results.push(...(await Promise.all(together.map((group) => readGroup(group, coders, limit)))).flat());
  for (const one of readable.filter(isSuspect)) results.push(...(await readGroup([one], coders, limit)));
  return results;
}

async function readGroup(
  group: readonly { readonly message: JsMsg; readonly task: Task }[],
  coders: Coders,
  limit: number,
): Promise<readonly Result[]> {
  const isAlone = group.length === 1 && (group[0]?.message.info.deliveryCount ?? 1) >= SUSPECT;
  let lines: readonly string[];
  try {
    ({ lines } = await coders.code(
      group.map(({ task }) => JSON.stringify(task.document)),
      AbortSignal.timeout(limit),
    ));
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'AbortError';
    const code = isLate ? 'time-limit' : 'program-fault';
    const reason = isLate ? `it took more than ${limit / 1000} s` : reasonOf(error);
    return group.map(({ message }) => (isAlone ? { message, kind: 'dead', code, reason } : { message, kind: 'again' }));
  }
  return group.map(({ message, task }, at): Result => {
    const reading = JSON.parse(lines[at] ?? 'null') as Reading | Unreadable;
    return 'error' in reading
      ? { message, kind: 'dead', code: reading.error.code, reason: reading.error.message }
      : { message, kind: 'read', task, reading };
  });
}

function inGroups<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}
