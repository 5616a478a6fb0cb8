// "The Ministers", "the three countries", "Allies", "participants": people whom a text names by what they are there, once it has said whose they are.
import type { Annotations } from '../model/annotations.ts';
import type { Entity } from '../model/items.ts';
import { bySpan, type Span, sameSpan } from '../model/span.ts';
import type { Tree } from './events/tree.ts';

const COUNTS: Readonly<Record<string, number>> = {
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

const COUNTED =
  /^(three|four|five|six|seven|eight|nine|ten)(?: \p{Ll}+)? (?:states|countries|nations|governments|sides|parties|powers|leaders|presidents|premiers|ministers|neighbou?rs|republics|capitals|delegations)$/u;

const OFFICE =
  '(?:foreign |defen[cs]e |prime |interior |finance |trade )?(?:ministers|presidents|leaders|premiers|ambassadors)';
const HOLDERS = new RegExp(`^${OFFICE}$`);
/** Those who take part in what a paper is the result of. */
const PARTAKERS = new RegExp(
  `^(?:${OFFICE}|heads of state(?: (?:and|or) government)?|participants|(?:participating|member) (?:states|countries|governments)|parties|sides|delegations|members|allies|partners|signatories)$`,
);

/** Asked for every group that a text mentions, and few may be meant. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 10_000;

/** Whether a group's name is one of those that are looked into. */
export function mayBePartakers(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const words = name.toLowerCase();
  const may = COUNTED.test(words) || PARTAKERS.test(words);
  if (known.size < MOST_KNOWN && name.length < 60) known.set(name, may);
  return may;
}

/** The number of parties that "the three countries" speaks of; null for other words. */
export function countOf(name: string): number | null {
  const told = COUNTED.exec(name.toLowerCase())?.[1];
  return told === undefined ? null : (COUNTS[told] ?? null);
}

/** The number of parties that "the three countries" speaks of in a tree; null for other phrases, and for those with words of their own. */
export function theSeveral(tree: Tree, at: number): number | null {
  const [number, ...others] = tree.childrenIn(at, 'nummod');
  if (number === undefined || others.length > 0 || tree.childrenIn(at, 'nmod', 'acl', 'appos', 'flat').length > 0)
    return null;
  return tree.childrenIn(at, 'det').some((child) => tree.form(child) === 'the')
    ? countOf(`${tree.form(number)} ${tree.form(at)}`)
    : null;
}

/** Whether words that say not whose they are mean those who issue the paper they stand in. */
export const isPartakers = (name: string): boolean => PARTAKERS.test(name.toLowerCase());

/**
 * Whose "the ministers" are: the owners of the ministers, told with their states, that stand last before a place ("the Foreign
 * Ministers of Peru, Chile and Bolivia").
 */
export function ownersTold(name: string, entities: readonly Entity[], before: number): readonly string[] {
  const words = name.toLowerCase();
  if (!HOLDERS.test(words)) return [];
  const noun = words.split(' ').at(-1) ?? '';
  let last: Span | null = null;
  const held = entities.filter(({ kind, partOf, name: other }) => {
    return kind === 'group' && partOf !== null && other.toLowerCase().endsWith(` ${noun}`);
  });
  for (const { mentions } of held)
    for (const { span } of mentions) if (span[1] <= before && (last === null || span[0] > last[0])) last = span;
  if (last === null) return [];
  const span = last;
  const owners = held.flatMap(({ partOf, mentions }) =>
    partOf !== null && mentions.some((one) => sameSpan(one.span, span)) ? [partOf] : [],
  );
  return owners.length > 1 ? owners : [];
}

/** How far back a list of states is looked for, in code units. */
const LIST_REACH = 1500;
const JOINT = /^(?:,\s*|\s+)(?:and\s+)?(?:the\s+)?$/;

/** The states of the last list of just so many before a place: "Qatar, Jordan and Norway". */
export function lastListed(
  { document, register }: Pick<Annotations, 'document' | 'register'>,
  count: number,
  before: number,
): readonly string[] {
  const reach: Span = [Math.max(0, before - LIST_REACH), before];
  const named = register
    .within(reach)
    .filter(({ kind }) => kind === 'state')
    .flatMap(({ id, mentions }) => mentions.map(({ span }) => ({ id, span })))
    .filter(({ span }) => span[0] >= reach[0] && span[1] <= reach[1])
    .sort((a, b) => bySpan(a.span, b.span));
  let found: readonly string[] = [];
  let run: string[] = [];
  for (const [at, { id, span }] of named.entries()) {
    const gap = document.text.slice(named[at - 1]?.span[1] ?? 0, span[0]);
    run = at > 0 && gap.length < 12 && JOINT.test(gap) ? [...run, id] : [id];
    const next = named[at + 1];
    const ends = !next || !JOINT.test(document.text.slice(span[1], Math.min(next.span[0], span[1] + 12)));
    if (ends && run.length === count && new Set(run).size === count) found = run;
  }
  return found;
}
