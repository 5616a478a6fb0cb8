// A worker thread of the pool: opens its reader once, then codes the lines it is given.
import { workerData } from 'node:worker_threads';
import { type Answer, answer } from '../intake/apart/answer.ts';
import { type CodedLines, codeLines } from './code-lines.ts';
import type { WorkerOptions } from './coders.ts';
import { openReader } from './open-reader.ts';

const { threads, tokens, lexicon } = workerData as WorkerOptions;
const opened = openReader(threads, lexicon);
// The first task tells of a failure; until then it must not end the thread.
opened.catch(() => undefined);

export default function code(lines: readonly string[]): Promise<Answer<CodedLines>> {
  return answer(async () => codeLines((await opened).reader, lines, tokens));
}
