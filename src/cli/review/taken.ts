// Tells what a decision means for what was derived from the words of the item that was decided about.
import type { OpenRecord } from '../../record/record.ts';
import type { Taken } from '../../record/views.ts';
import { writeLine } from '../stdout.ts';
import { nameOf } from './name-of.ts';

/** What was derived from an item's words, by id. */
export async function takenFrom(record: OpenRecord, id: string): Promise<ReadonlyMap<string, Taken>> {
  const taken = (await record.history(id))?.taken ?? [];
  return new Map(taken.map((one) => [one.item.id, one]));
}

/** One line for each that stands otherwise than before. */
export async function tellTaken(before: ReadonlyMap<string, Taken>, after: ReadonlyMap<string, Taken>): Promise<void> {
  for (const [id, one] of after) {
    const was = before.get(id);
    if (was && stateOf(was) === stateOf(one)) continue;
    await writeLine(`  with it ${one.item.kind} ${nameOf(one.item)}: ${stateOf(one)}`);
  }
}

const stateOf = ({ item: { review }, shaken }: Taken): string =>
  shaken ? 'waits to be looked at again' : review === 'machine' ? 'as it was read' : review;
