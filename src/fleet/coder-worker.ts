// A worker thread of the pool: opens its reader once, then codes the lines it is given.
import { workerData } from 'node:worker_threads';
import { type Answer, answer } from '../intake/apart/answer.ts';
import { createReader } from '../reader.ts';
import { type CodedLines, codeLines } from './code-lines.ts';
import type { CoderOptions } from './coders.ts';

const { tokens, lexicon } = workerData as Pick<CoderOptions, 'tokens' | 'lexicon'>;
const reader = createReader({ lexicon });
// The first task tells of a failure; until then it must not end the thread.
reader.catch(() => undefined);

export default function code(lines: readonly string[]): Promise<Answer<CodedLines>> {
  return answer(async () => codeLines(await reader, lines, tokens));
}
