// The queue is walked in what is kept of each item: it says what the items themselves say, whatever people decided.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ITEM_KINDS } from '../../model/items.ts';
import { openEngine } from '../engines/open-engine.ts';
import { hydrate } from '../query/hydrate.ts';
import { openRecord } from '../record.ts';
import { tell } from '../testing/build.ts';
import { ENGINES } from '../testing/engines.ts';
import { generated } from '../testing/generate.ts';
import { SAMPLES } from '../testing/samples.ts';
import { type WaitingItem, waitingIn } from '../testing/waiting.ts';
import { carryOut, type Wish, wish } from '../testing/wishes.ts';
import { datedPage } from './dated-queue.ts';
import type { QueueFilter } from './reviewing.ts';
import { wrongShares } from './uncertainty.ts';

const RUNS = { SQLite: 25, PostgreSQL: 4 };

/** Samples by hand, and generated ones: some that leave things open, and some that share every doubt. */
const TOLD = [...SAMPLES, generated(1), generated(2)];

async function expectTrueQueue(wishes: readonly Wish[], newPlace: (typeof ENGINES)[number]['newPlace']) {
  const here = await newPlace();
  const record = await openRecord(here.place);
  try {
    for (const told of TOLD) await tell(record, told);
    await carryOut(record, wishes);
    await record.settle();
    const { db, close } = await openEngine(here.place, true);
    try {
      const expectTrue = async (filter: QueueFilter, holds: (item: WaitingItem) => boolean) => {
        const { order = 'uncertain', offset = 0, limit = 1e9 } = filter;
        const anew = (await waitingIn(db, order)).filter(holds);
        const { total, items } = await record.queue(filter);
        const page = anew.slice(offset, offset + limit).map(({ id }) => id);
        expect({ filter, total, page: items.map(({ item }) => item.id) }).toEqual({ filter, total: anew.length, page });
      };
      const all = await waitingIn(db, 'uncertain');
      // Naming them all has the items themselves looked at.
      const everyId = (await db.selectFrom('items').select('id').execute()).map(({ id }) => id);
      const rules = [...new Set(all.map(({ rule }) => rule))].filter((rule) => rule !== '').slice(0, 2);
      for (const order of ['uncertain', 'date'] as const) {
        await expectTrue({ order }, () => true);
        await expectTrue({ order, offset: 7, limit: 9 }, () => true);
        await expectTrue({ order, kinds: ['statement', 'meeting'], offset: 2, limit: 5 }, ({ kind }) =>
          ['statement', 'meeting'].includes(kind),
        );
        await expectTrue({ order, rules }, ({ rule }) => rules.includes(rule));
        await expectTrue({ order, ids: everyId, limit: 30 }, () => true);
      }
      for (const asOf of [{ world: '2012-05-31' }, { known: '2012' }, { world: '2013', known: '2013-06' }]) {
        const sorted = await record.queue({ asOf, offset: 1, limit: 8 });
        const asked = {
          kinds: ITEM_KINDS,
          decided: false,
          without: [],
          order: 'uncertain',
          limit: 8,
          offset: 1,
        } as const;
        const walked = await datedPage(db, asked, asOf, wrongShares(await record.standingJournal()), 0);
        const ids = (await hydrate(db, walked.keys)).map(({ id }) => id);
        expect({ asOf, total: sorted.total, ids: sorted.items.map(({ item }) => item.id) }).toEqual({
          asOf,
          total: walked.total,
          ids,
        });
        if (asOf.known === undefined) expect(sorted.total).toBe((await record.queue({ asOf, ids: everyId })).total);
      }
      const everything = await record.queue({ reviewer: 'Nobody' });
      const looked = await record.queue({ reviewer: 'Nobody', ids: everyId });
      expect(everything.items.map(({ item }) => item.id)).toEqual(looked.items.map(({ item }) => item.id));
      const second = await record.queue({ reviewer: 'Ada', offset: 3, limit: 12 });
      const secondLooked = await record.queue({ reviewer: 'Ada', offset: 3, limit: 12, ids: everyId });
      expect([second.total, second.items]).toEqual([secondLooked.total, secondLooked.items]);
    } finally {
      await close();
    }
  } finally {
    await record.close();
    await here.clear();
  }
}

describe.each(ENGINES)('the queue in $engine', ({ engine, newPlace }) => {
  it('is the same as if every item were looked at anew, after any decisions and undoing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { maxLength: 10 }), (wishes) => expectTrueQueue(wishes, newPlace)),
      { numRuns: RUNS[engine as keyof typeof RUNS] },
    );
  }, 120_000);
});
