// What pages ask before anybody has narrowed anything: answered ahead, one after another, so that the first click finds it
// there and no thread answers its first question while somebody waits.
import type { Endpoints } from '../contract.ts';
import { ENDPOINTS } from '../endpoints.ts';
import { rawQuery } from '../queries.ts';
import type { Answerer, Question } from './answerer.ts';

const ALL = 'kind=meeting,development,obligation,activity,statement,position,event';
const ALL_DATED = `${ALL}&from=0001&to=9999&limit=50`;

/** As the page asks them. */
export const FIRST_QUESTIONS: readonly string[] = [
  `/api/marks?${ALL}`,
  `/api/timeline?${ALL_DATED}`,
  '/api/threads?limit=100&offset=0',
  ...['issue', 'activity', 'body'].map((kind) => `/api/threads?kind=${kind}&limit=100&offset=0`),
  '/api/agreements?limit=50&offset=0&shown=0',
  '/api/people?limit=30&offset=0',
  '/api/entities?kind=state,organization,group&limit=30&offset=0',
  '/api/network?limit=120',
  '/api/documents?limit=100&offset=0',
  '/api/review/queue?limit=40&offset=0',
  '/api/events?retold=true&limit=50&offset=0',
  // And one step from there.
  ...['actual', 'planned', 'hypothetical', 'negated'].flatMap((modality) => [
    `/api/marks?${ALL}&modality=${modality}`,
    `/api/timeline?${ALL_DATED}&modality=${modality}`,
  ]),
  '/api/people?limit=30&offset=30',
];

/** Milliseconds in which no further question is asked ahead: on a record of millions of items each takes long. */
const PATIENCE = 3000;

/**
 * @param answerer keeps what it answered
 * @param threads have each answered all that takes no long time, so that code and pages of the record are at hand there, too
 */
export async function askFirst(
  answerer: Answerer,
  threads: Answerer,
  number: number,
  stop: AbortSignal,
): Promise<void> {
  const end = performance.now() + PATIENCE;
  const isOver = () => stop.aborted || performance.now() > end;
  for (const address of FIRST_QUESTIONS) {
    if (isOver()) return;
    await answerer.answer(questionAt(address), stop);
  }
  for (const address of FIRST_QUESTIONS) {
    if (isOver()) return;
    await Promise.all(Array.from({ length: number }, () => threads.answer(questionAt(address), stop)));
  }
}

function questionAt(address: string): Question {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const endpoint = ENDPOINTS.find(({ path }) => path === pathname);
  if (!endpoint) throw new TypeError(`no endpoint answers ${pathname}`);
  const { path, query } = endpoint;
  return { path: path as keyof Endpoints, id: '', query: query.parse(rawQuery(query, searchParams)) };
}
