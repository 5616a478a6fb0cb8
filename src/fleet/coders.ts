// Coders for a stream of lines: in this thread, or in a pool of worker threads that each hold a reader of their own.
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Answer, valueIn } from '../intake/apart/answer.ts';
import { type CodedLines, codeLines } from './code-lines.ts';
import { openReader, type ReaderThreads } from './open-reader.ts';
import { TASKS_AT_ONCE } from './ordered.ts';

export interface CoderOptions {
  readonly threads: number;
  readonly tokens: boolean;
  /** Folders of lexicon tables over the program's own. */
  readonly lexicon: readonly string[];
  /** Whether even one thread is apart from this one and from the others, so that a text can bring down or hold up no more than it. */
  readonly apart?: boolean;
  /** Whether this thread has little else to do, so that it may be one of two. */
  readonly isFree?: boolean;
}

export interface Coders {
  /**
   * @param signal ends the reading and the thread that is at it; a pool puts a new one in its place
   * @throws AbortError
   */
  readonly code: (lines: readonly string[], signal?: AbortSignal) => Promise<CodedLines>;
  close(): Promise<void>;
}

/** What a worker of the pool is told. */
export interface WorkerOptions extends Pick<CoderOptions, 'tokens' | 'lexicon'> {
  readonly threads: ReaderThreads;
}

/** One reader with one thread, or two where this is one of them, needs no pool: it stands in this thread. */
export async function openCoders({ threads, tokens, lexicon, apart, isFree }: CoderOptions): Promise<Coders> {
  if (!apart && (threads === 1 || (threads === 2 && isFree))) {
    const { reader, close } = await openReader(threads, lexicon);
    return { code: (lines) => codeLines(reader, lines, tokens), close };
  }
  // Two threads with one reader need two thirds of the memory of two readers, and compile what they run once.
  const pairs = apart ? 0 : Math.floor(threads / 2);
  const singles = threads - 2 * pairs;
  const options = { tokens, lexicon };
  const pools = [
    ...(pairs ? [await openPool(pairs, { ...options, threads: 2 })] : []),
    ...(singles ? [await openPool(singles, { ...options, threads: 1 })] : []),
  ];
  return {
    code: (lines, signal) => pools.reduce((a, b) => (b.load() < a.load() ? b : a)).code(lines, signal),
    close: async () => void (await Promise.all(pools.map((pool) => pool.close()))),
  };
}

interface Pool extends Coders {
  /** Tasks for each of its threads. */
  load(): number;
}

async function openPool(readers: number, workerData: WorkerOptions): Promise<Pool> {
  const { Piscina } = await import('piscina');
  const { threads } = workerData;
  const pool = new Piscina<readonly string[], Answer<CodedLines>>({
    // The worker stands beside this file, with the same ending: .js when built.
    filename: fileURLToPath(new URL(`./coder-worker${extname(import.meta.url)}`, import.meta.url)),
    minThreads: readers,
    maxThreads: readers,
    concurrentTasksPerWorker: threads * TASKS_AT_ONCE,
    workerData,
  });
  let underWay = 0;
  return {
    load: () => underWay / (readers * threads),
    async code(lines, signal) {
      underWay += 1;
      try {
        return valueIn(await pool.run(lines, signal ? { signal } : {}));
      } finally {
        underWay -= 1;
      }
    },
    close: () => pool.close(),
  };
}
