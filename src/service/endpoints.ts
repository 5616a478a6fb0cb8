// The table of endpoints: address, parameters, what it answers. The router and openapi.json are both made from it.
import type { Endpoint } from './endpoints/endpoint.ts';
import { ITEMS } from './endpoints/items.ts';
import { REGISTERS } from './endpoints/registers.ts';
import { RELATIONS } from './endpoints/relations.ts';
import { REVIEW } from './endpoints/review.ts';

export const ENDPOINTS: readonly Endpoint[] = [...ITEMS, ...REGISTERS, ...RELATIONS, ...REVIEW];
