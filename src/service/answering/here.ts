// Answers in the thread that asks, from an open record.
import { isAddress } from '../../record/engines/open-engine.ts';
import type { OpenRecord } from '../../record/record.ts';
import { ENDPOINTS } from '../endpoints.ts';
import type { Answerer, Question } from './answerer.ts';
import { takeTurns } from './turns.ts';

const BY_PATH = new Map(ENDPOINTS.map((endpoint) => [endpoint.path, endpoint]));

/** The answer as JSON; null where there is nothing with the id. */
export async function answerFrom(
  record: OpenRecord,
  version: string,
  { path, id, query }: Question,
): Promise<string | null> {
  const answer = (await BY_PATH.get(path)?.run({ record, version, id, query })) ?? null;
  return answer === null ? null : JSON.stringify(answer);
}

/** One question after another, but for PostgreSQL, whose server answers several at once. */
export function answerHere(record: OpenRecord, version: string): Answerer {
  const turns = takeTurns(isAddress(record.path) ? Number.POSITIVE_INFINITY : 1);
  return {
    answer: (question, givenUp) => turns(() => answerFrom(record, version, question), givenUp),
    close: async () => undefined,
  };
}
