// The two dates at which the record is looked at: the world's, and what documents had told by then.
import { daysOf } from '../../../src/record/dates.ts';
import type { RecordDate } from '../../../src/service/contract.ts';
import { type Address, type Query, useAddress } from './address.ts';

/** Parameters that every endpoint of the record takes; empty ones mean now. */
export const useAsOf = (): { readonly world: string; readonly known: string } => asOfAt(useAddress());

export const asOfAt = ({ query }: Address) => ({ world: query.world ?? '', known: query.known ?? '' });

/** Whether a document had not been published by the dates looked at; of one without a date nobody can say. */
export function useIsLater(published: Pick<RecordDate, 'start' | 'end'>): boolean {
  const { world, known } = useAsOf();
  const [heard, told] = [daysOf(known)?.end ?? null, daysOf(world)?.end ?? null];
  if (heard !== null && (published.end === null || published.end > heard)) return true;
  return told !== null && published.start !== null && published.start > told;
}

/** The two sides looked at, as ids: none, one or two. */
export const usePair = (): readonly string[] => pairAt(useAddress());

export const pairAt = ({ query }: Address): readonly string[] =>
  (query.pair ?? '').split(',').filter(Boolean).slice(0, 2);

/** What either side takes part in: a treaty that one suspends and an issue that one argues are between them all the same. */
export const eitherQuery = (pair: readonly string[]): Query => (pair.length > 0 ? { entity: pair.join(',') } : {});

/** The part of an item query that the pair stands for: two take part together, one takes any part. */
export function pairQuery(pair: readonly string[]): Query {
  if (pair.length === 2) return { pair: pair.join(',') };
  return pair.length === 1 ? { entity: pair[0] } : {};
}
