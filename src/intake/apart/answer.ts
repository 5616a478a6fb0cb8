// What a thread answers with: a value, or the fault that it met, as its code and values, since an error loses its class on the way.
import { Fault } from '../../model/fault.ts';

export type Answer<T> = T | { readonly fault: Pick<Fault, 'code' | 'values'> };

/** In the thread: does some work and answers with what came of it. Errors that are no faults are thrown. */
export async function answer<T extends object>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault) return { fault: { code: error.code, values: error.values } };
    throw error;
  }
}

/** @throws Fault the one that the thread met */
export function valueIn<T extends object>(answered: Answer<T>): T {
  if ('fault' in answered) throw new Fault(answered.fault.code, answered.fault.values);
  return answered;
}
