// The subject that a person most likely means by a part of its name or by initials in it.
import type { EntityKind } from '../../model/items.ts';
import { foldName } from '../../record/identity/fold.ts';
import type { OpenRecord } from '../../record/record.ts';
import type { EntityView } from '../../record/views.ts';

/** What has a course of its own over the years. */
const SUBJECTS: readonly EntityKind[] = ['agreement', 'issue', 'activity', 'body', 'organization', 'state', 'person'];

export interface SubjectLike {
  readonly entity: EntityView;
  /** Names of others that fit as well, in fewer documents. */
  readonly others: readonly string[];
}

/**
 * The agreement, issue, activity, body or actor, told by most documents, whose name holds the typed words in this order; null where
 * none does. "CFE" finds "CFE Treaty"; "PfP agreement" finds "Partnership for Peace Agreement".
 */
export async function subjectLike(record: OpenRecord, typed: string): Promise<SubjectLike | null> {
  const wanted = foldName(typed).split(' ').filter(Boolean);
  if (wanted.length === 0) return null;
  const { items } = await record.entities({ kinds: SUBJECTS });
  const fits = items.filter(({ name, names }) => [name, ...names].some((one) => holds(one, wanted)));
  const ranked = SUBJECTS.slice(0, 4).flatMap((kind) => fits.filter((one) => one.kind === kind));
  const [entity, ...others] = ranked.length > 0 ? ranked : fits;
  return entity ? { entity, others: others.slice(0, 4).map(({ name }) => name) } : null;
}

/** Whether a name holds the words in a row, a word being itself or the initials of several. */
export function holds(name: string, wanted: readonly string[]): boolean {
  const words = foldName(name).split(' ');
  return words.some((_, at) => holdsFrom(words, at, wanted));
}

function holdsFrom(words: readonly string[], at: number, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  if (words[at] === first) return holdsFrom(words, at + 1, rest);
  const end = at + first.length;
  const initials = words.slice(at, end).map((word) => word.charAt(0));
  return first.length > 1 && end <= words.length && initials.join('') === first && holdsFrom(words, end, rest);
}
