// Who answers: the service's own thread at first, so that it answers at once, and threads beside it when they are ready.
import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { isAddress } from '../../record/engines/open-engine.ts';
import type { OpenRecord } from '../../record/record.ts';
import type { Answerer } from './answerer.ts';
import { answerHere } from './here.ts';
import { openThreads } from './threads.ts';

export interface AnswererOptions {
  readonly record: OpenRecord;
  readonly version: string;
  /**
   * Threads beside the service's own. None are started for a record in PostgreSQL, whose server has its own, nor for one
   * in a folder that cannot be written, which each would copy into memory.
   */
  readonly threads: number;
  /** Told why threads cannot be had, or what one met. */
  readonly failed: (error: unknown) => void;
  /** Milliseconds after which threads are started: what a page asks for first does not share the processor with that. */
  readonly after?: number;
  /** Told when the threads answer. */
  readonly ready?: (threads: Answerer) => void;
}

const FIRST_VIEW = 1500;

export function openAnswerer(options: AnswererOptions): Answerer {
  const { record, version, threads, failed, after = FIRST_VIEW, ready } = options;
  const here = answerHere(record, version);
  if (threads === 0 || isAddress(record.path) || !isShared(record.path)) return here;
  let answerer = here;
  let opening = Promise.resolve();
  const stop = new AbortController();
  const open = async () => {
    try {
      answerer = await openThreads({ place: record.path, version, threads, failed, givenUp: stop.signal });
      ready?.(answerer);
    } catch (error) {
      if (!stop.signal.aborted) failed(error);
    }
  };
  const later = setTimeout(() => {
    opening = open();
  }, after).unref();
  return {
    answer: (question, givenUp) => answerer.answer(question, givenUp),
    async close() {
      clearTimeout(later);
      stop.abort();
      await opening;
      await answerer.close();
    },
  };
}

/** Whether SQLite can keep beside the file what those that read it need to know of one another. */
function isShared(path: string): boolean {
  try {
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
