// Who tells of a deed: not to whom it is done, unless they tell of what was done to what is theirs.
import type { EventType } from '../../model/plover.ts';
import { type Filled, NONE } from './filled.ts';
import type { Parties } from './parties.ts';
import type { Sense } from './senses.ts';
import { logicalSubjects } from './subjects.ts';
import type { Tree } from './tree.ts';

/** "Oman said a Yemeni drone had violated its airspace": whoever tells of a deed against what is "its" tells of itself. */
export function tellerOf(tree: Tree, { trigger, entry, clause }: Sense, parties: Parties, actor: Filled): Filled {
  const said = tree.relation(trigger) === 'ccomp' ? tree.head(trigger) : -1;
  const isOwned = clause.objects.some((at) =>
    tree.childrenIn(at, 'nmod:poss').some((child) => /^(?:its|their)$/.test(tree.form(child))),
  );
  if (
    said < 0 ||
    !isOwned ||
    OWN_DEED.test(tree.lemma(trigger)) ||
    !SUFFERED.has(entry.type) ||
    !TELLING.test(tree.lemma(said))
  )
    return NONE;
  const tellers = parties.ofAll(logicalSubjects(tree, said));
  const own = new Set(parties.sidesOf(actor.ids));
  const sides = tellers.flatMap((id) => {
    const above = parties.sidesOf([id]);
    return above.length ? above : [id];
  });
  const ids = [...new Set(sides)].filter((id) => !own.has(id) && !actor.ids.includes(id));
  return ids.length ? { ids, places: [], slot: 'whoever tells it' } : NONE;
}

/** What one does to what is one's own: "Chad said Niger had closed its border". */
const OWN_DEED = /^(?:close|shut|seal|suspend|recall|withdraw|cut|halt|freeze|stop)$/;

/** What one does to others, and tells of only where others do it. */
const SUFFERED: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION']);

/**
 * Whether a name is in the phrase of who tells it: "refused, according to the Danish ministry", "condemned the raid, Togo's ministry
 * said".
 */
export function isOfTeller(tree: Tree, at: number, trigger: number): boolean {
  if (isSource(tree, at)) return true;
  for (const above of tree.ancestors(at, 6)) {
    if (above === trigger) return false;
    if (isSource(tree, above)) return true;
    if (tree.relation(above) === 'nsubj' && TELLING.test(tree.lemma(tree.head(above)))) return true;
  }
  return false;
}

const TELLING = /^(?:say|report|announce|tell|state|add|write|claim|confirm|quote|cite)$/;

/** "According to the Danish ministry". */
export const isSource = (tree: Tree, at: number): boolean => tree.preposition(at).startsWith('according');
