// Documents that are read at the same time share the network's batches: many short sentences cost little more than one.
import type { Analyser } from './core.ts';
import type { AnalysedSentence } from './types.ts';

interface Request {
  readonly sentences: readonly (readonly string[])[];
  readonly done: (analysed: readonly AnalysedSentence[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The same analyser for callers that ask at the same time: requests of one turn of the event loop go to the network in one
 * call. Since a sentence comes out the same in any company, so does each document.
 */
export function pooled(analyser: Analyser): Analyser {
  let waiting: Request[] = [];
  const answer = async () => {
    const requests = waiting;
    waiting = [];
    try {
      const analysed = await analyser.analyse(requests.flatMap(({ sentences }) => sentences));
      let start = 0;
      for (const { sentences, done } of requests) {
        done(analysed.slice(start, start + sentences.length));
        start += sentences.length;
      }
    } catch (error) {
      for (const { failed } of requests) failed(error);
    }
  };
  return {
    runtime: analyser.runtime,
    analyse: (sentences) =>
      new Promise((done, failed) => {
        if (waiting.length === 0) setTimeout(answer, 0);
        waiting.push({ sentences, done, failed });
      }),
  };
}
