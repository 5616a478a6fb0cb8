// What an endpoint is: address, parameters, and the question to the record that answers it.
import type { z } from 'zod';
import type { OpenRecord } from '../../record/record.ts';
import type { Role } from '../access/roles.ts';
import type { Endpoints } from '../contract.ts';
import type { QuerySchema } from '../queries.ts';

export interface Endpoint {
  readonly path: keyof Endpoints;
  readonly summary: string;
  readonly query: QuerySchema;
  /** Who may ask; whoever may look without it. */
  readonly role?: Role;
  /** Answers null where there is nothing with the id. */
  readonly run: (asked: Asked) => Promise<unknown>;
}

export interface Asked {
  readonly record: OpenRecord;
  /** Version of the program. */
  readonly version: string;
  /** The `:id` of the address, empty where it has none. */
  readonly id: string;
  /** Parameters as the endpoint's schema gives them. */
  readonly query: unknown;
}

/** Holds an endpoint's function to its address in the contract and to its schema. */
export function endpoint<P extends keyof Endpoints, Q extends QuerySchema>(declared: {
  readonly path: P;
  readonly summary: string;
  readonly query: Q;
  readonly role?: Role;
  readonly run: (asked: Omit<Asked, 'query'> & { readonly query: z.infer<Q> }) => Promise<Endpoints[P] | null>;
}): Endpoint {
  return declared as unknown as Endpoint;
}
