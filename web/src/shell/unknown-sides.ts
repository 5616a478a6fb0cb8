// Sides in the address that the record does not have: of a link that was written by hand, or made for another record.
import { named, useAnswer } from '../data/api.ts';
import { usePair } from '../data/as-of.ts';

/** Their ids, as soon as the record has answered. */
export function useUnknownSides(): readonly string[] {
  const [first, second] = usePair();
  const [one, other] = [useIsUnknown(first), useIsUnknown(second)];
  return [...(first && one ? [first] : []), ...(second && other ? [second] : [])];
}

function useIsUnknown(id: string | undefined): boolean {
  const answer = useAnswer('/api/entities/:id', id === undefined ? null : named(id));
  return answer.state === 'refused' && answer.code === 'not-found';
}
