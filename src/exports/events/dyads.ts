// An event between any number of parties as pairs of one source and one target, the form of dyadic event data.
import { hashOf } from '../../record/hash.ts';
import type { EventView } from '../../record/views.ts';
import type { Register, Registered } from '../selection/register.ts';

export interface Dyad {
  readonly source: Registered | null;
  readonly target: Registered | null;
}

/**
 * Each actor with each recipient; what parties do together is a pair each way for every two of them, as the coders of
 * CAMEO data have it; a party that acts alone is a pair without a target. Where a minister and his state are both named
 * as acting, the minister stands for both.
 */
export async function dyadsOf(
  { actor, recipient }: Pick<EventView, 'actor' | 'recipient'>,
  register: Register,
): Promise<readonly Dyad[]> {
  const actors = withoutOwners(await register.lookUp(actor));
  const recipients = withoutOwners(await register.lookUp(recipient));
  if (actors.length === 0) return recipients.map((target) => ({ source: null, target }));
  if (recipients.length > 0) return actors.flatMap((source) => recipients.map((target) => ({ source, target })));
  if (actors.length === 1) return actors.map((source) => ({ source, target: null }));
  return actors.flatMap((source) => actors.filter((target) => target !== source).map((target) => ({ source, target })));
}

function withoutOwners(parties: readonly Registered[]): readonly Registered[] {
  const owners = new Set(parties.map(({ owner }) => owner?.id));
  return parties.filter(({ id }) => !owners.has(id));
}

/**
 * A number for a pair of an event, the same in every export: 52 bits, so that programs which read numbers as doubles
 * keep them apart.
 */
export function dyadNumber(event: string, { source, target }: Dyad): number {
  return Number.parseInt(hashOf(event, source?.id ?? null, target?.id ?? null).slice(0, 13), 16);
}
