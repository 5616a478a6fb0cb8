// Tells people and parties from the matters that somebody may have a stand on.
import type { EntityRegister } from '../../model/annotations.ts';
import type { EntityKind } from '../../model/items.ts';
import { isBothSides } from '../both-sides.ts';
import type { Tree } from '../events/tree.ts';

/** "Invited two negotiators", "congratulated the two countries": people are no matter, but whether troops are sent is one. */
export function isSomebody(register: EntityRegister, tree: Tree, at: number): boolean {
  if (isBothSides(tree, at)) return true;
  const kind = register.at(tree.span(at))?.kind;
  return kind !== undefined && SOMEBODY.has(kind) && !FORCES.test(tree.lemma(at));
}

const SOMEBODY: ReadonlySet<EntityKind> = new Set(['person', 'group', 'body', 'state', 'organization']);
const FORCES = /^(?:troops?|forces?|soldier|peacekeeper|unit|fleet|ship|warship|aircraft|contingent|mission)$/;
