// Pages of long lists are the same whether the list is read at once or walked from place to place.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ITEM_KINDS } from '../../model/items.ts';
import { openEngine } from '../engines/open-engine.ts';
import { type OpenRecord, openRecord } from '../record.ts';
import { tell } from '../testing/build.ts';
import { ENGINES, type Place } from '../testing/engines.ts';
import { generated } from '../testing/generate.ts';
import { SAMPLES } from '../testing/samples.ts';
import type { ItemFilter } from './item-filter.ts';
import { fromItsEnd, openList } from './open-list.ts';

describe.each(ENGINES)('pages of long lists in $engine', ({ newPlace }) => {
  let here: Place;
  let record: OpenRecord;

  beforeEach(async () => {
    here = await newPlace();
    record = await openRecord(here.place);
    for (const told of SAMPLES) await tell(record, told);
    for (let n = 0; n < 12; n += 1) await tell(record, generated(n));
    await record.settle();
  });
  afterEach(async () => {
    await record.close();
    await here.clear();
  });

  it('begin and end where those of short ones do', async () => {
    const { items } = await record.entities({ kinds: ['state'], limit: 2 });
    const ids = items.map(({ id }) => id);
    const engine = await openEngine(here.place, true);
    try {
      for (const filter of [
        {},
        { from: '2012' },
        { entities: ids },
        { actors: ids.slice(0, 1) },
        { publishers: ['the daily'] },
      ] satisfies ItemFilter[]) {
        for (const asOf of [
          {},
          { known: '2012-06-30' },
          { known: '2013', world: '2012-06' },
          { world: '2012-06-30' },
        ]) {
          const asked = { kinds: ITEM_KINDS, ...filter, asOf };
          const short = await openList(engine.db, asked);
          const long = await openList(engine.db, asked, 0);
          const { total } = short;
          expect({ asked, total: long.total }).toEqual({ asked, total });
          const all = await short.page(0, total);
          expect(new Set(all).size).toBe(total);
          const backwards: number[] = [];
          for await (const keys of fromItsEnd(engine.db, asked, 7)) backwards.push(...keys);
          expect({ asked, backwards }).toEqual({ asked, backwards: all.toReversed() });
          for (const [offset, limit] of [
            [0, total],
            [0, 5],
            [3, 4],
            [Math.floor(total / 2), 7],
            [total - 4, 3],
            [total - 2, 50],
            [total, 5],
          ] as const) {
            if (offset < 0) continue;
            expect({ asked, offset, keys: await long.page(offset, limit) }).toEqual({
              asked,
              offset,
              keys: all.slice(offset, offset + limit),
            });
          }
        }
      }
    } finally {
      await engine.close();
    }
  }, 120_000);
});
