// A decision takes no longer where there are more documents: what it changes is found, not looked for. And as of a day what
// begins later is not gone through.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenRecord, openRecord } from '../record.ts';
import { tell } from '../testing/build.ts';
import { ENGINES, type Place } from '../testing/engines.ts';
import { plansOf, walkedBy } from '../testing/plans.ts';
import { SAMPLES } from '../testing/samples.ts';

const SQLITE = ENGINES.filter(({ engine }) => engine === 'SQLite');

describe.each(SQLITE)('in $engine', ({ newPlace }) => {
  let here: Place;
  let record: OpenRecord;

  beforeEach(async () => {
    here = await newPlace();
    record = await openRecord(here.place);
    for (const told of SAMPLES) await tell(record, told);
    await record.settle();
    // Statements that were made ready stay so.
    await record.close();
    record = await openRecord(here.place);
  });
  afterEach(async () => {
    await record?.close();
    await here?.clear();
  });

  it('a decision about an item, and taking it back, go through no table that grows with the documents', async () => {
    const [first] = (await record.queue({ limit: 1 })).items;
    const plans = await plansOf(here.place, async () => {
      const entry = await record.decide({ what: 'accept', item: first?.item.id ?? '' }, 'Ada');
      await record.undo(entry.id, 'Ada');
    });
    expect(plans.length).toBeGreaterThan(30);
    expect(plans.filter((plan) => walkedBy(plan).length > 0)).toEqual([]);
  });

  it.each([
    ['marks', { world: '2013-10-01' }],
    ['promises', { known: '2013-10-01' }],
    ['queue', { world: '2013-10-01' }],
  ] as const)('%s as of a day find the little that was told of before it began', async (what, asOf) => {
    const ask = {
      marks: () => record.marks({ asOf, most: 1 }),
      promises: () => record.latestPromises({ asOf }),
      queue: () => record.queue({ asOf }),
    };
    const plans = await plansOf(here.place, ask[what]);
    expect(plans.flatMap(({ steps }) => steps).filter((step) => step.includes('listed_ahead'))).not.toEqual([]);
  });
});
