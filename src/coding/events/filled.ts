// What fills the roles of an event: the parties, where they stand, and the slots that gave them.
import type { Clause } from './clause.ts';
import type { Parties, Search } from './parties.ts';
import { slot } from './senses.ts';
import type { Tree } from './tree.ts';

export interface Roles {
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  /** Where the fillers stand, for the evidence. */
  readonly places: readonly number[];
  /** The slots that gave the actor and the recipient, for `why`. */
  readonly actorSlot: string;
  readonly recipientSlot: string;
}

/** What fills one role. */
export interface Filled {
  readonly ids: readonly string[];
  readonly places: readonly number[];
  readonly slot: string;
}

export const NONE: Filled = { ids: [], places: [], slot: '' };

/** "Peru's visit", "the Peruvian visit": whom a noun says that an act is of. */
export function possessors(tree: Tree, noun: number): readonly number[] {
  return tree.childrenIn(noun, 'nmod:poss', 'compound', 'amod').flatMap((at) => tree.coordinated(at));
}

/** The fillers of a slot; of `poss`, the possessors of a noun. */
export function slotOf(tree: Tree, name: string, clause: Clause, noun: number | null): readonly number[] {
  return name === 'poss' && noun !== null ? possessors(tree, noun) : slot(name, clause);
}

/** What is left of the fillers when others are taken away. */
export function without(filled: Filled, others: readonly string[]): Filled {
  const ids = filled.ids.filter((id) => !others.includes(id));
  return ids.length ? { ...filled, ids } : NONE;
}

/** @param name the slot, for `why` */
export function fill(places: readonly number[], parties: Parties, name: string, search: Search = {}): Filled {
  const ids = parties.ofAll(places, search);
  return ids.length ? { ids, places, slot: name } : NONE;
}
