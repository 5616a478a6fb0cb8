// A thread for libraries that a broken file may hold up or swell without end: it is given up, and this one goes on.
import { Piscina } from 'piscina';
import { Fault, reasonOf } from '../../model/fault.ts';
import { type Answer, valueIn } from './answer.ts';

/** What one task may take. */
export interface ThreadLimits {
  readonly milliseconds: number;
  /** Of the thread's heap. */
  readonly megabytes: number;
}

/** What a task reads, in the words of a fault. */
export interface Subject {
  readonly path: string;
  /** The kind of file: `PDF`. */
  readonly kind: string;
  /** What of it, where that is not all: `its rows from 1 on`. */
  readonly part?: string;
}

export interface Thread<Task, Value extends object> {
  /** @throws Fault the one that the work met; `file-broken` where it took too long, or too much memory */
  run(task: Task, subject: Subject): Promise<Value>;
  close(): Promise<void>;
}

/**
 * Tasks are done one after the other. The thread starts with the first, does not keep the program from ending, and is
 * made anew where it was given up.
 * @param filename a built module whose default export does a task and gives an `Answer`
 */
export function openThread<Task, Value extends object>(filename: string, limits: ThreadLimits): Thread<Task, Value> {
  const pool = new Piscina<Task, Answer<Value>>({
    filename,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  let last: Promise<unknown> = Promise.resolve();
  const runOne = async (task: Task, subject: Subject): Promise<Value> => {
    try {
      return valueIn(await pool.run(task, { signal: AbortSignal.timeout(limits.milliseconds) }));
    } catch (error) {
      if (error instanceof Fault) throw error;
      const { path, kind, part = 'it' } = subject;
      throw new Fault('file-broken', { path, kind, reason: `${part} ${whyLost(error, limits)}` }, error);
    }
  };
  return {
    run(task, subject) {
      // The time of a task begins when its turn comes.
      const turn = last.then(() => runOne(task, subject));
      last = turn.catch(() => undefined);
      return turn;
    },
    close: () => pool.destroy(),
  };
}

function whyLost(error: unknown, { milliseconds, megabytes }: ThreadLimits): string {
  if (error instanceof Error && error.name === 'AbortError') return `took more than ${milliseconds / 1000} s`;
  const isSwollen = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isSwollen ? `took more than ${megabytes} MB of memory` : `failed with "${reasonOf(error)}"`;
}
