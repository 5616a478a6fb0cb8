// Times, and with them the date of a document that bears none: proposed from its text, its times are then counted from it.
import type { Annotations } from '../../model/annotations.ts';
import { findTimes } from './find-times.ts';
import { proposeDate } from './propose-date.ts';

type Input = Pick<Annotations, 'document' | 'passages' | 'sentences' | 'tokens' | 'statedHead'>;

/**
 * The times of a document, and its head with a date where one can be inferred. A date that is given or stated stays;
 * without any, "yesterday" stays open (`XXXX-XX-XX`): today is no basis.
 */
export function dateDocument({ statedHead, ...so }: Input): Pick<Annotations, 'head' | 'times'> {
  const times = findTimes({ ...so, head: statedHead });
  if (statedHead.published.value !== null) return { head: statedHead, times };
  const proposed = proposeDate({ ...so, times });
  if (proposed === null) return { head: statedHead, times };
  const head = { ...statedHead, published: { value: proposed.value, basis: 'inferred' as const } };
  return { head, times: findTimes({ ...so, head }) };
}
