// One document's telling of an item of the record, before a view is made of it and the others.
import type { ItemRow, Role } from '../schema/tables.ts';
import type { EntityLink, Evidence } from '../views.ts';

/** One telling with everything its view needs. */
export interface Telling {
  readonly row: ItemRow;
  readonly details: Readonly<Record<string, unknown>>;
  readonly roles: readonly { readonly role: Role; readonly entity: EntityLink }[];
  readonly evidence: Evidence;
  readonly text: string;
  /** Id of the record item that `refers` points to. */
  readonly refers: string | null;
}
