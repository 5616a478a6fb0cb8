// The condition on what people decided about an item.
import type { ExpressionBuilder, ExpressionWrapper, Kysely, SqlBool } from 'kysely';
import type { Tables } from '../schema/tables.ts';
import type { ReviewState } from '../views.ts';

type ItemTables = Tables & { i: Tables['items'] };

/** Items (`i`) of which any telling is in one of these states. What was rejected is only found by asking for it. */
export function reviewedAs(
  db: Kysely<Tables>,
  eb: ExpressionBuilder<ItemTables, 'i'>,
  states: readonly ReviewState[] | undefined,
): ExpressionWrapper<ItemTables, 'i', SqlBool> {
  const unrejected = eb('i.review', '<>', 'rejected');
  if (!states) return unrejected;
  const inState = eb(
    'i.entry',
    'in',
    db
      .selectFrom('items')
      .where('review', 'in', [...states])
      .select('entry'),
  );
  if (!states.includes('machine')) return inState;
  const decided = db.selectFrom('items').where('review', '<>', 'machine').select('entry');
  const others = states.filter((state) => state !== 'machine');
  const asked = eb('i.entry', 'in', db.selectFrom('items').where('review', 'in', others).select('entry'));
  return eb.or([eb.and([unrejected, eb('i.entry', 'not in', decided)]), asked]);
}
