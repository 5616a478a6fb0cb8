// What marks an item as added by a person.
import type { ItemRow } from '../schema/tables.ts';

/** Stands as the rule of what a person added. */
export const ADDED_RULE = 'review';

export const isAdded = ({ rule }: Pick<ItemRow, 'rule'>): boolean => rule === ADDED_RULE;
