// Answers in threads beside the service's own, each with the record open for itself: several questions are answered at
// once, and one that takes long holds up no other.
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { valueIn } from '../../intake/apart/answer.ts';
import { Fault, reasonOf } from '../../model/fault.ts';
import type { ThreadAnswer, ThreadData } from './answer-worker.ts';
import type { Answerer, Question } from './answerer.ts';
import { takeTurns } from './turns.ts';

export interface ThreadsOptions extends ThreadData {
  readonly threads: number;
  /** Told of what a thread meets while nothing is asked of it. */
  readonly failed: (error: Error) => void;
  /** Gives up opening them. */
  readonly givenUp?: AbortSignal;
}

/** What every thread is asked first, so that it is at work before somebody waits for it. */
const FIRST: Question = { path: '/api/record', id: '', query: {} };

/**
 * Ready when all threads are.
 * @throws Fault `thread-lost`; as `openRecord`
 */
export async function openThreads({ threads, failed, givenUp, ...data }: ThreadsOptions): Promise<Answerer> {
  const { Piscina } = await import('piscina');
  const pool = new Piscina<Question, ThreadAnswer>({
    // The worker stands beside this file, with the same ending: .js when built.
    filename: fileURLToPath(new URL(`./answer-worker${extname(import.meta.url)}`, import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    workerData: data,
  });
  pool.on('error', failed);
  const turns = takeTurns(threads);
  const ask = async (question: Question): Promise<Uint8Array<ArrayBuffer> | null> => {
    const answered = await pool.run(question).catch((error: unknown) => {
      throw new Fault('thread-lost', { reason: reasonOf(error) }, error);
    });
    if ('failed' in answered) throw new Error(answered.failed);
    const bytes = valueIn(answered);
    return bytes.length === 0 ? null : bytes;
  };
  const giveUp = () => void pool.destroy();
  givenUp?.addEventListener('abort', giveUp);
  try {
    await Promise.all(Array.from({ length: threads }, () => ask(FIRST)));
  } catch (error) {
    await pool.destroy();
    throw error;
  } finally {
    givenUp?.removeEventListener('abort', giveUp);
  }
  return {
    answer: (question, givenUp) => turns(() => ask(question), givenUp),
    close: () => pool.close(),
  };
}
