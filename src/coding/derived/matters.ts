// Matters that somebody has a stand on: those the text's entities name, and those that only its words name.
import type { Entity, EntityKind } from '../../model/items.ts';
import type { Tree } from '../events/tree.ts';
import type { DerivedInput } from './input.ts';
import { type MatterName, matterName } from './matter-name.ts';

const MATTERS: ReadonlySet<EntityKind> = new Set(['issue', 'agreement', 'activity']);

/** The rule that made a matter which no lexicon knows. */
export const NAMED_BY_WORDS = 'matter-of-event';

/** Whether an entity is something that one can be for or against. */
export const isMatter = ({ kind }: Entity): boolean => MATTERS.has(kind);

/** The matter that the entity at a place is, null where none is known. */
export function knownMatterAt(so: DerivedInput, tree: Tree, at: number): string | null {
  const entity = so.register.at(tree.span(at));
  return entity && isMatter(entity) ? entity.id : null;
}

/** A matter under the name that the words give it ("hosting the base"); its id in the register. */
export const addMatter = (so: DerivedInput, { name, span }: MatterName): string =>
  so.register.add({ kind: 'issue', name, mentions: [{ span, form: 'nominal' }], rule: NAMED_BY_WORDS });

/** The matter that the words headed at a place name, null where they name none. */
export function matterInWords(so: DerivedInput, tree: Tree, head: number): string | null {
  const matter = matterName(tree, head);
  return matter && addMatter(so, matter);
}
