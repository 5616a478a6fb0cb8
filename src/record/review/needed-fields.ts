// What an item that a person adds must say; without it, it would be none.
import type { ItemKind } from '../views.ts';

export const NEEDED: Readonly<Record<ItemKind, readonly string[]>> = {
  event: ['type', 'trigger'],
  statement: ['content'],
  meeting: ['parties'],
  development: ['agreement', 'what'],
  obligation: ['agreement'],
  activity: ['activity', 'state'],
  position: ['actor', 'on', 'stance'],
};
