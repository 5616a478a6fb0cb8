// A worker thread of the pool: opens its reader once, then codes the lines it is given.
import { workerData } from 'node:worker_threads';
import { createReader } from '../reader.ts';
import { type CodedLines, codeLines } from './code-lines.ts';
import type { CoderOptions } from './coders.ts';

const { tokens, lexicon } = workerData as Pick<CoderOptions, 'tokens' | 'lexicon'>;
const reader = createReader({ lexicon });

export default async function code(lines: readonly string[]): Promise<CodedLines> {
  return codeLines(await reader, lines, tokens);
}
