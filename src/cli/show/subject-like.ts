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
 * none does. "CFE" finds "CFE Treaty"; "PfP agreement" finds "Partnership for Peace Agreement". Where no name holds them in order, one that
 * holds them in any: "pilot training" finds "training of pilots", "grain agreement" a "deal on grain".
 */
export async function subjectLike(record: OpenRecord, typed: string): Promise<SubjectLike | null> {
  const wanted = foldName(typed).split(' ').filter(Boolean);
  if (wanted.length === 0) return null;
  const { items } = await record.entities({ kinds: SUBJECTS });
  const inOrder = items.filter(({ name, names }) => [name, ...names].some((one) => holds(one, wanted)));
  const anyOrder = () =>
    items.filter(({ kind, name, names }) => [name, ...names].some((one) => holdsWords(one, wanted, kind)));
  const fits = inOrder.length > 0 ? inOrder : anyOrder();
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

/** Words that say what a thing is or what became of it, which its name need not hold. */
const SORTS: Readonly<Partial<Record<EntityKind, RegExp>>> = {
  agreement: /^(?:agreement|deal|treaty|accord|pact|document|(?:19|20)\d\d)$/,
  activity: /^(?:suspension|suspended|refusal|refused|project|programme|program|(?:19|20)\d\d)$/,
};
const LINKS = /^(?:of|the|a|an|on|for|and|in|to|with)$/;

/** Whether a name holds the words in any order, but for those that only say what sort of thing it is. */
export function holdsWords(name: string, wanted: readonly string[], kind: EntityKind): boolean {
  const words = foldName(name).split(' ');
  const telling = wanted.filter((word) => !LINKS.test(word) && !SORTS[kind]?.test(word));
  return telling.length > 0 && telling.every((word) => words.some((other) => isForm(word, other)));
}

/** "exercises" and "exercise", "Syrian" and "Syria": the same but for up to two letters at the end of a longer word. */
function isForm(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 5 && long.startsWith(short) && long.length - short.length <= 2;
}
