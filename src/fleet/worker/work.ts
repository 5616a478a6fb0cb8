// A worker: takes tasks, reads them, commits what they say, and only then tells the queue that they are done.
import type { JsMsg } from '@nats-io/jetstream';
import type { Coders } from '../coders.ts';
import type { Queue } from '../queue/open-queue.ts';
import type { WorkerStatus } from '../queue/status.ts';
import { SILENCE } from '../queue/streams.ts';
import { finishSources } from './finish-sources.ts';
import { type Result, readTasks } from './read-tasks.ts';
import type { Recorder } from './recorder.ts';

export interface WorkOptions {
  readonly queue: Queue;
  readonly coders: Coders;
  readonly recorder: Recorder;
  readonly name: string;
  readonly version: string;
  /** Tasks taken at a time: what is under way never grows beyond twice as many. */
  readonly most: number;
  /** Milliseconds that the documents of one turn may take to read. */
  readonly limit: number;
  /** Stop when the queue is empty, as opposed to waiting for more. */
  readonly untilEmpty: boolean;
  /** Stop taking tasks; those under way are brought to their end. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: Done) => void;
  readonly onDead: (letter: { readonly document: string; readonly code: string; readonly reason: string }) => void;
}

export interface Done {
  readonly read: number;
  readonly failed: number;
}

/** How long to wait for tasks in one go, in milliseconds. */
const WAIT = 2000;
/** How often ends of sources are looked at while there is no end of tasks, in milliseconds. */
const ENDS = 60_000;

/** Works until it is told to stop or, if so wished, until nothing is left. Everything acknowledged is committed. */
export async function work(options: WorkOptions): Promise<Done> {
  const { queue, recorder, most, untilEmpty, signal } = options;
  const done = { read: 0, failed: 0 };
  const underWay = new Set<JsMsg>();
  const stopAnswering = answer(options, done, underWay);
  // While a task is read or a record is away, the queue must not give it to another worker.
  const heartbeat = setInterval(() => {
    for (const message of underWay) message.working();
  }, SILENCE / 3);
  let committing: Promise<void> = Promise.resolve();
  let isMerged = true;
  let lookedAtEnds = Date.now();
  const conclusion = async () => {
    await committing;
    if (await finishSources(queue, recorder)) isMerged = false;
    lookedAtEnds = Date.now();
  };
  try {
    while (!signal.aborted) {
      const messages = await queue.take(most, WAIT);
      if (messages.length === 0) {
        await conclusion();
        if (!isMerged) await recorder.settle();
        isMerged = true;
        const { tasks, ends } = await queue.left();
        if (untilEmpty && tasks === 0 && ends === 0) break;
        continue;
      }
      for (const message of messages) underWay.add(message);
      const results = await readTasks(messages, {
        coders: options.coders,
        limit: options.limit,
        correctedDates: (documents) => recorder.correctedDates(documents),
      });
      // The next tasks are read while these are committed, but no more than that: a slow record slows the reading.
      await committing;
      isMerged = false;
      committing = conclude(results, options, done, underWay);
      // Its failure is met when it is waited for.
      committing.catch(() => undefined);
      if (Date.now() - lookedAtEnds > ENDS) await conclusion();
    }
    await committing;
    if (!isMerged) await recorder.settle();
  } finally {
    clearInterval(heartbeat);
    stopAnswering();
  }
  return done;
}

async function conclude(
  results: readonly Result[],
  { queue, recorder, name, onProgress, onDead }: WorkOptions,
  done: { read: number; failed: number },
  underWay: Set<JsMsg>,
): Promise<void> {
  const read = results.filter((result) => result.kind === 'read');
  if (read.length) await recorder.keep(read);
  for (const result of results) {
    const { message } = result;
    if (result.kind === 'read') {
      message.ack();
      done.read += 1;
    } else if (result.kind === 'again') {
      message.nak();
    } else {
      await queue.bury(message, { code: result.code, message: result.reason, worker: name });
      onDead({ document: result.document, code: result.code, reason: result.reason });
      done.failed += 1;
    }
    underWay.delete(message);
  }
  // Acknowledgements are on their way to the server before more is taken.
  await queue.connection.flush().catch(() => undefined);
  onProgress({ ...done });
}

/** Answers those who ask how the workers are. */
function answer({ queue, name, version }: WorkOptions, done: Done, underWay: ReadonlySet<JsMsg>): () => void {
  const since = new Date().toISOString();
  const asked = queue.connection.subscribe(queue.names.workers, {
    callback: (_, message) => {
      const memory = Math.round(process.memoryUsage.rss() / 2 ** 20);
      const status: WorkerStatus = { name, version, since, ...done, underWay: underWay.size, memory };
      message.respond(JSON.stringify(status));
    },
  });
  return () => asked.unsubscribe();
}
