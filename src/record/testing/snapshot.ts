// All that a record answers, for comparing two states of it.
import { ITEM_KINDS } from '../../model/items.ts';
import type { OpenRecord } from '../record.ts';
import type { AnyView } from '../views.ts';

/** Everything but the journal: items, entities with their mentions, threads, the temperature. */
export async function snapshot(record: OpenRecord): Promise<unknown> {
  const items: AnyView[] = [];
  for (const kind of ITEM_KINDS) for await (const item of record.every(kind)) items.push(item);
  const entities: unknown[] = [];
  for await (const entity of record.everyEntity()) entities.push(entity);
  const threads: unknown[] = [];
  for await (const thread of record.everyThread()) threads.push(thread);
  return {
    items,
    entities,
    threads,
    summary: await record.summary(),
    temperature: await record.temperature(),
    agreements: await record.agreements(),
  };
}
