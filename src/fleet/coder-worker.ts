// A worker thread of the pool: opens its reader once, then codes the lines it is given.
import { workerData } from 'node:worker_threads';
import { Fault } from '../model/fault.ts';
import { createReader } from '../reader.ts';
import { type CodedLines, codeLines } from './code-lines.ts';
import type { CoderOptions } from './coders.ts';

const { tokens, lexicon } = workerData as Pick<CoderOptions, 'tokens' | 'lexicon'>;
const reader = createReader({ lexicon });
// The first task tells of a failure; until then it must not end the thread.
reader.catch(() => undefined);

/** What a worker answers; a fault goes as its code and values, since an error loses its class on the way. */
export type Answer = CodedLines | { readonly fault: Pick<Fault, 'code' | 'values'> };

export default async function code(lines: readonly string[]): Promise<Answer> {
  try {
    return await codeLines(await reader, lines, tokens);
  } catch (error) {
    if (error instanceof Fault) return { fault: { code: error.code, values: error.values } };
    throw error;
  }
}
