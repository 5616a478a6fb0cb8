// Answers that were given are given again as long as nobody has changed the record: whoever opens a page asks what others asked.
import type { Answerer, Json } from './answerer.ts';

/** Characters or bytes of all answers kept; the one that was not asked for longest goes first. */
const MOST = 32 * 1024 * 1024;

/** Longer answers are not kept: one of them would drive out a hundred others. */
const LONGEST = MOST / 64;

/** @param stateOf another number as soon as the record has changed; null where that cannot be told, and nothing is kept */
export function keepAnswers(answerer: Answerer, stateOf: () => number | null): Answerer {
  const kept = new Map<string, Json>();
  let state: number | null = null;
  let length = 0;
  const forget = (key: string) => {
    length -= kept.get(key)?.length ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, answer: Json) => {
    forget(key);
    kept.set(key, answer);
    length += answer.length;
    for (const oldest of kept.keys()) {
      if (length <= MOST) break;
      forget(oldest);
    }
  };
  return {
    async answer(question, givenUp) {
      const asked = stateOf();
      if (asked === null) return answerer.answer(question, givenUp);
      if (asked !== state) {
        kept.clear();
        [length, state] = [0, asked];
      }
      const key = JSON.stringify(question);
      const known = kept.get(key);
      if (known !== undefined) {
        keep(key, known);
        return known;
      }
      const answer = await answerer.answer(question, givenUp);
      // What was written meanwhile may be in it, or not.
      if (answer !== null && answer.length <= LONGEST && state === asked && stateOf() === asked) keep(key, answer);
      return answer;
    },
    close: () => answerer.close(),
  };
}
