// Coders for a stream of lines: in this thread, or in a pool of worker threads that each hold a reader of their own.
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Answer, valueIn } from '../intake/apart/answer.ts';
import { createReader } from '../reader.ts';
import { type CodedLines, codeLines } from './code-lines.ts';
import { TASKS_AT_ONCE } from './ordered.ts';

export interface CoderOptions {
  readonly threads: number;
  readonly tokens: boolean;
  /** Folders of lexicon tables over the program's own. */
  readonly lexicon: readonly string[];
  /** Whether even one thread is apart from this one, so that a text can bring down or hold up no more than it. */
  readonly apart?: boolean;
}

export interface Coders {
  /**
   * @param signal ends the reading and the thread that is at it; a pool puts a new one in its place
   * @throws AbortError
   */
  readonly code: (lines: readonly string[], signal?: AbortSignal) => Promise<CodedLines>;
  close(): Promise<void>;
}

/** One thread needs no pool: the reader stands in this one. */
export async function openCoders({ threads, tokens, lexicon, apart = false }: CoderOptions): Promise<Coders> {
  if (threads === 1 && !apart) {
    const reader = await createReader({ lexicon });
    return { code: (lines) => codeLines(reader, lines, tokens), close: async () => undefined };
  }
  const { Piscina } = await import('piscina');
  const pool = new Piscina<readonly string[], Answer<CodedLines>>({
    // The worker stands beside this file, with the same ending: .js when built.
    filename: fileURLToPath(new URL(`./coder-worker${extname(import.meta.url)}`, import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: TASKS_AT_ONCE,
    workerData: { tokens, lexicon },
  });
  const code = async (lines: readonly string[], signal?: AbortSignal): Promise<CodedLines> =>
    valueIn(await pool.run(lines, signal ? { signal } : {}));
  return { code, close: () => pool.close() };
}
