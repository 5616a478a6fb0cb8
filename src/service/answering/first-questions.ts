// What pages ask before anybody has narrowed anything: answered ahead, one after another, so that the first click finds it
// there and no thread answers its first question while somebody waits.
import type { Endpoints, EntityLink } from '../contract.ts';
import { ENDPOINTS } from '../endpoints.ts';
import { rawQuery } from '../queries.ts';
import type { Answerer, Question } from './answerer.ts';

const ALL = 'kind=meeting,development,obligation,activity,statement,position,event';
const ALL_DATED = `${ALL}&from=0001&to=9999&limit=30`;

/** As the page asks them. */
export const FIRST_QUESTIONS: readonly string[] = [
  `/api/marks?${ALL}`,
  `/api/timeline?${ALL_DATED}`,
  '/api/threads?limit=100&offset=0',
  ...['issue', 'activity', 'body'].map((kind) => `/api/threads?kind=${kind}&limit=100&offset=0`),
  '/api/agreements?limit=50&offset=0&shown=0',
  '/api/people?limit=20&offset=0',
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
  '/api/people?limit=20&offset=20',
];

/** What the pages that are looked at as of a day ask then. No answer is kept: nobody knows which day it will be. */
const DATED: readonly string[] = [
  '/api/temperature/overall?by=year',
  '/api/marks?kind=event,statement,position,meeting&most=1&by=year',
  '/api/agreements?limit=8&shown=0',
  '/api/meetings/latest?limit=7&coming=3',
  '/api/promises/latest?outcome=open&limit=6',
  '/api/issues?limit=7&shown=6',
  '/api/latest?limit=3',
  `/api/marks?${ALL}`,
  `/api/timeline?${ALL_DATED}`,
  '/api/people?limit=20&offset=0',
];

/** Milliseconds after which no further question is asked ahead: on a record of millions of items each takes long. */
const PATIENCE = 4000;

/** Of each list of threads so many are opened, and so many days are asked for: once is too little for code to be fast. */
const OPENED = 2;
const DAYS = 3;

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
  const opened = await threadsOpened(answerer, stop);
  const dated = await datedWithin(answerer, stop);
  for (const address of [...opened, ...dated, ...FIRST_QUESTIONS]) {
    if (isOver()) return;
    await Promise.all(Array.from({ length: number }, () => threads.answer(questionAt(address), stop)));
  }
}

/** Threads told of most as they are opened, and the name of the first as words that are looked for. */
async function threadsOpened(answerer: Answerer, stop: AbortSignal): Promise<readonly string[]> {
  const entities: EntityLink[] = [];
  for (const list of ['/api/threads?limit=100&offset=0', '/api/threads?kind=issue&limit=100&offset=0']) {
    const { items } = read<Endpoints['/api/threads']>(await answerer.answer(questionAt(list), stop));
    entities.push(...items.slice(0, OPENED).map(({ entity }) => entity));
  }
  const ids = new Set(entities.map(({ id }) => encodeURIComponent(id)));
  const words = encodeURIComponent(entities[0]?.name ?? '');
  const sought = [
    `/api/marks?${ALL}&text=${words}`,
    `/api/timeline?${ALL_DATED}&text=${words}`,
    `/api/find?limit=30&q=${words}`,
  ];
  return [
    ...[...ids].flatMap((id) => [
      ...['actors,meetings,course', 'shifts', 'documents,publishers'].map(
        (lists) => `/api/threads/${id}?limit=0&shown=22&lists=${lists}`,
      ),
      `/api/timeline?${ALL}&entity=${id}&limit=30`,
    ]),
    ...(words === '' ? [] : sought),
  ];
}

/** As of days that part the record's time evenly, of both dates. */
async function datedWithin(answerer: Answerer, stop: AbortSignal): Promise<readonly string[]> {
  const { from, to } = read<Endpoints['/api/marks']>(await answerer.answer(questionAt(`/api/marks?${ALL}`), stop));
  if (from === null || to === null) return [];
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const days = Array.from({ length: DAYS }, (_, at) => first + ((last - first) * (at + 1)) / (DAYS + 1));
  return days.flatMap((day) => {
    const date = new Date(day).toISOString().slice(0, 10);
    return ['world', 'known'].flatMap((which) => DATED.map((address) => `${address}&${which}=${date}`));
  });
}

const read = <T>(answer: Awaited<ReturnType<Answerer['answer']>>): T =>
  JSON.parse(typeof answer === 'string' ? answer : new TextDecoder().decode(answer ?? undefined)) as T;

function questionAt(address: string): Question {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const [, register, id] = /^(.*)\/([^/]*)$/.exec(pathname) ?? [];
  const whole = ENDPOINTS.find(({ path }) => path === pathname);
  const endpoint = whole ?? ENDPOINTS.find(({ path }) => path === `${register}/:id`);
  if (!endpoint) throw new TypeError(`no endpoint answers ${pathname}`);
  const query = endpoint.query.parse(rawQuery(endpoint.query, searchParams));
  return { path: endpoint.path, id: whole ? '' : decodeURIComponent(id ?? ''), query };
}
