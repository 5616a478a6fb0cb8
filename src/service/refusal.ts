// How the service says no: one shape of JSON, with the parameter at fault and what it may be.
import type { z } from 'zod';
import type { Refusal } from './contract.ts';

export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 503;

export interface Refused {
  readonly status: RefusalStatus;
  readonly body: Refusal;
}

export const refuse = (status: RefusalStatus, code: string, message: string): Refused => ({
  status,
  body: { error: { code, message } },
});

/** What is wrong with a query, by its first issue. */
export function refuseQuery({ issues }: z.ZodError): Refused {
  const [issue] = issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const parameter = unknown ?? String(issue?.path[0] ?? '');
  const reason = unknown === undefined ? (issue?.message ?? 'cannot be read') : 'is not a parameter of this address';
  return {
    status: 400,
    body: { error: { code: 'bad-query', message: `"${parameter}": ${reason}`, parameter } },
  };
}
