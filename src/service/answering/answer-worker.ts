// A worker thread of the service: opens the record for itself and answers one question after another.
import { workerData } from 'node:worker_threads';
import { move } from 'piscina';
import { type Answer, answer } from '../../intake/apart/answer.ts';
import { openRecord } from '../../record/record.ts';
import type { Question } from './answerer.ts';
import { answerFrom } from './here.ts';

export interface ThreadData {
  /** Path of the record. */
  readonly place: string;
  readonly version: string;
}

/** No bytes where there is nothing with the id. */
export type ThreadAnswer = Answer<Uint8Array<ArrayBuffer>> | { readonly failed: string };

const { place, version } = workerData as ThreadData;
const record = openRecord(place, { readOnly: true });
// The first question tells of a failure; until then it must not end the thread.
record.catch(() => undefined);
const encoder = new TextEncoder();

/** An error that is no fault comes as its stack: whatever else is thrown to who asks means that this thread ended. */
export default async function run(question: Question): Promise<ThreadAnswer> {
  try {
    const answered = await answer(async () =>
      encoder.encode((await answerFrom(await record, version, question)) ?? ''),
    );
    // Handed over, not copied.
    return 'fault' in answered ? answered : (move(answered) as Uint8Array<ArrayBuffer>);
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
