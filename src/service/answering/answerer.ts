// What answers the questions of the API: the service's own thread, or threads beside it.
import type { Endpoints } from '../contract.ts';

/** A question whose parameters were checked. */
export interface Question {
  readonly path: keyof Endpoints;
  /** The `:id` of the address, empty where it has none. */
  readonly id: string;
  /** Parameters as the endpoint's schema gives them. */
  readonly query: unknown;
}

/** An answer as it goes over the wire, in UTF-8 where it is bytes. */
export type Json = string | Uint8Array<ArrayBuffer>;

export interface Answerer {
  /**
   * Null where there is nothing with the id.
   * @param givenUp whoever asked waits no longer: a question that has not begun is left out
   * @throws Fault `thread-lost`; AbortError; what the record throws
   */
  answer(question: Question, givenUp?: AbortSignal): Promise<Json | null>;
  /** Ends its threads, when what was asked is answered. */
  close(): Promise<void>;
}
