// The service's answers as React state: asked once, kept for a while, cancelled when nobody waits for them any more.
import { useContext, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { Endpoints, Refusal } from '../../../src/service/contract.ts';
import { addressOf, type Query } from './address.ts';
import { afterSeen, beforeOthers, Seen } from './turns.ts';

export type Loaded<T> =
  | { readonly state: 'loading' }
  /** `fresh` is false while a newer question is on its way and the earlier answer is still shown. */
  | { readonly state: 'there'; readonly value: T; readonly fresh: boolean }
  | { readonly state: 'refused'; readonly code: string; readonly message: string };

type Settled<T> = Exclude<Loaded<T>, { state: 'loading' }>;

/** What a question needs beside its path: the id that stands in it, and its parameters. */
export interface Question {
  readonly id?: string;
  readonly query?: Query;
}

/** Asks for what an entity is, without the documents that mention it, which may be thousands. */
export const named = (id: string): Question => ({ id, query: { shown: 0 } });

const KEPT = 100;
const answers = new Map<string, Settled<unknown>>();
let generation = 0;
const watchers = new Set<() => void>();
/** Asked ahead and not answered yet: whoever wants it waits for that answer. */
const coming = new Map<string, Promise<Settled<unknown>>>();

/** Forgets all answers: the record has changed. Whatever is shown asks anew. */
export function forgetAnswers(): void {
  answers.clear();
  coming.clear();
  generation += 1;
  for (const watcher of watchers) watcher();
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

/** Counts the changes of the record that this page knows of. */
export const useGeneration = (): number => useSyncExternalStore(watch, () => generation);

export function questionOf(path: string, { id, query = {} }: Question = {}): string {
  return addressOf(path.replace(':id', encodeURIComponent(id ?? '')), query);
}

/**
 * What a GET endpoint answers; `null` asks nothing. While a changed question is on its way the last answer stays, so
 * that a page does not flicker when a filter moves. What stands in a part of the page that is not seen is asked last.
 * @param first whether it goes before the page's other questions, as what is looked at first
 * @param lasting whether it goes on being shown when a decision changed the record, since none changes what it says
 */
export function useAnswer<Path extends keyof Endpoints>(
  path: Path,
  question: Question | null = {},
  first = false,
  lasting = false,
): Loaded<Endpoints[Path]> {
  const address = question === null ? null : questionOf(path, question);
  const generation = useGeneration();
  const version = lasting ? 0 : generation;
  const [shown, setShown] = useState<{ address: string | null; answer: Settled<Endpoints[Path]> } | null>(null);
  const isSeen = useContext(Seen);
  // React runs the layout effects of a whole page before its other effects. A changed record asks the same question anew.
  const useAsking = first ? useLayoutEffect : useEffect;
  useAsking(() => {
    if (address === null) return undefined;
    const abort = new AbortController();
    const go = () => ask<Endpoints[Path]>(address, abort.signal);
    const answered = isSeen() ? beforeOthers(go()) : afterSeen(abort.signal).then(go);
    answered.then(
      (answer) => setShown({ address, answer }),
      () => undefined,
    );
    return () => abort.abort();
  }, [address, version, isSeen]);
  if (address === null) return { state: 'loading' };
  if (shown?.address === address) return shown.answer;
  const kept = answers.get(address) as Settled<Endpoints[Path]> | undefined;
  if (kept) return kept;
  return shown?.answer.state === 'there' ? { ...shown.answer, fresh: false } : { state: 'loading' };
}

/** Asks what is likely to be wanted next, so that it is there when it is. */
export function askAhead<Path extends keyof Endpoints>(path: Path, question: Question): void {
  begin(questionOf(path, question));
}

/** What is given up when one goes on before it is answered. */
const begun = new Map<string, AbortController>();

/**
 * Asks what the page one goes to will ask, before that is drawn.
 * @param addresses as `questionOf`
 */
export function askAtOnce(addresses: readonly string[]): void {
  for (const [address, abort] of begun) {
    if (addresses.includes(address)) continue;
    abort.abort();
    begun.delete(address);
  }
  for (const address of addresses) {
    const abort = new AbortController();
    if (begin(address, abort.signal)) begun.set(address, abort);
  }
}

/** Whether it was not there, nor on its way. */
function begin(address: string, signal?: AbortSignal): boolean {
  if (answers.has(address) || coming.has(address)) return false;
  const answer = ask(address, signal);
  coming.set(address, answer);
  const end = () => {
    if (coming.get(address) === answer) coming.delete(address);
  };
  answer.then(end, end);
  return true;
}

/** Rejects only when aborted; every refusal is an answer. */
export async function ask<T>(address: string, signal?: AbortSignal): Promise<Settled<T>> {
  const kept = answers.get(address);
  if (kept) return kept as Settled<T>;
  const asked = generation;
  const awaited = coming.get(address) as Promise<Settled<T>> | undefined;
  const own = () => send<T>(address, signal ? { signal } : {});
  // What was given up by whoever asked it first is asked anew by those who still want it.
  const answer = await (awaited?.catch(() => (signal?.aborted ? null : own())) ?? own());
  signal?.throwIfAborted();
  if (answer === null) throw new DOMException('given up', 'AbortError');
  // What the record said before it changed is of no use to those who ask after.
  if (answer.state === 'there' && asked === generation) {
    if (answers.size >= KEPT) answers.delete(answers.keys().next().value ?? '');
    answers.set(address, answer);
  }
  return answer;
}

/** Sends something that changes the record or the session. */
export function tell<T>(address: string, body: unknown): Promise<Settled<T>> {
  return send<T>(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

let took = 0;

/** Milliseconds that the last answer took. */
export const lastTook = (): number => took;

async function send<T>(address: string, request: RequestInit): Promise<Settled<T>> {
  const begun = performance.now();
  try {
    const response = await fetch(address, request);
    const body = (await response.json()) as T & Refusal;
    took = performance.now() - begun;
    if (response.ok) return { state: 'there', value: body, fresh: true };
    if (response.status === 401) dispatchEvent(new Event('rapporteur-locked'));
    return { state: 'refused', code: body.error.code, message: body.error.message };
  } catch (error) {
    if (request.signal?.aborted) throw error;
    return {
      state: 'refused',
      code: 'gone',
      message: 'The service does not answer. Nothing is lost: start it again with “rapporteur serve”, then try again.',
    };
  }
}
