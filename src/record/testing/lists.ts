// Compares what is found in the lists that are kept with what the items themselves say.

import { expect } from 'vitest';
import { ITEM_KINDS } from '../../model/items.ts';
import type { ItemFilter, OpenRecord } from '../record.ts';
import { REVIEW_STATES } from '../review/states.ts';
import type { AsOf, ReviewState } from '../views.ts';

/**
 * Asking for what was rejected, too, has items looked up without lists.
 * @param thorough whether pages as of days are compared, too, which takes ten times as long
 */
export async function expectTrueLists(record: OpenRecord, thorough = false): Promise<void> {
  const entities = (await record.entities()).items.map(({ id }) => id).slice(0, 12);
  const sides = (await record.entities({ kinds: ['state', 'organization'] })).items.map(({ id }) => id).slice(0, 4);
  const { publishers } = await record.sources();
  const filters: ItemFilter[] = [
    {},
    { from: '2012', to: '2013-06' },
    ...entities.flatMap((id): ItemFilter[] => [
      { entities: [id] },
      { themselves: [id] },
      { actors: [id] },
      { recipients: [id], types: ['ACCUSE'] },
      { about: [id] },
    ]),
    ...sides.flatMap((one, at) => sides.slice(0, at).map((other): ItemFilter => ({ pair: [one, other] }))),
    ...publishers.flatMap(({ publisher }) => (publisher === null ? [] : [{ publishers: [publisher] }])),
    { actors: entities.slice(0, 2), about: entities.slice(2) },
    { entities: entities.slice(0, 3), modalities: ['planned', 'hypothetical'] },
  ];
  for (const [at, filter] of filters.entries()) {
    const looked = await record.timeline({ kinds: ITEM_KINDS, ...filter, reviews: REVIEW_STATES });
    const listed = await record.timeline({ kinds: ITEM_KINDS, ...filter });
    const ids = looked.items.filter(({ review }) => review !== 'rejected').map(({ id }) => id);
    expect({ filter, total: listed.total, ids: listed.items.map(({ id }) => id) }).toEqual({
      filter,
      total: ids.length,
      ids,
    });
    if (at % 4 === 0) await expectTrueMarks(record, filter, thorough && at % 8 === 0);
    // A page is the same part of it.
    const page = await record.timeline({ kinds: ITEM_KINDS, ...filter, offset: 1, limit: 2 });
    expect(page.items.map(({ id }) => id)).toEqual(ids.slice(1, 3));
  }
}

/** As of a day, too, as many are drawn as are looked up. */
async function expectTrueMarks(record: OpenRecord, filter: ItemFilter, thorough: boolean): Promise<void> {
  for (const asOf of [{}, { world: '2012-05-31' }, { known: '2012-05-31' }, { known: '2013', world: '2012-06' }]) {
    const asked = { kinds: ITEM_KINDS, ...filter, asOf };
    const { total, undated, marks } = await record.marks({ ...asked, by: 'month', most: 5000 });
    const counted = await record.marks({ ...asked, by: 'month', most: 1 });
    const looked = await record.timeline({ ...asked, limit: 1, reviews: REVIEW_STATES });
    const rejected = await record.timeline({ ...asked, limit: 1, reviews: ['rejected'] });
    const all = looked.total - rejected.total;
    expect({ asked, total: total + undated, dated: marks.length }).toEqual({ asked, total: all, dated: total });
    expect({ asked, total: counted.total, undated: counted.undated }).toEqual({ asked, total, undated });
    expect({ asked, from: counted.from, to: counted.to }).toEqual({
      asked,
      from: marks.map(({ start }) => start).sort()[0] ?? null,
      to:
        marks
          .map(({ end }) => end)
          .sort()
          .at(-1) ?? null,
    });
    if (thorough) await expectTruePages(record, asked);
  }
}

/** Pages hold what is looked up; asking for what was rejected, too, has all of it looked up. */
async function expectTruePages(record: OpenRecord, asked: ItemFilter): Promise<void> {
  const looked = await record.timeline({ ...asked, reviews: REVIEW_STATES });
  const rejected = await record.timeline({ ...asked, reviews: ['rejected'] });
  const gone = new Set(rejected.items.map(({ id }) => id));
  const ids = looked.items.flatMap(({ id }) => (gone.has(id) ? [] : [id]));
  const page = async (offset: number, limit: number) =>
    (await record.timeline({ ...asked, offset, limit })).items.map(({ id }) => id);
  const late = Math.max(0, ids.length - 3);
  expect({ asked, all: await page(0, -1), first: await page(0, 3), late: await page(late, 2) }).toEqual({
    asked,
    all: ids,
    first: ids.slice(0, 3),
    late: ids.slice(late, late + 2),
  });
}

/**
 * Asking for review states has registers looked up in the items, not in what is kept of them.
 * @param thorough whether they are compared as of days, too
 */
export async function expectTrueRegisters(record: OpenRecord, thorough = false): Promise<void> {
  const states = REVIEW_STATES.filter((state) => state !== 'rejected');
  const bySubject = <T>(list: readonly T[], keyOf: (one: T) => string) =>
    list.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const told = async (reviews: { readonly reviews?: readonly ReviewState[]; readonly asOf?: AsOf }) => {
    const issues = (await record.issues(reviews)).items.map(({ sides, ...issue }) => ({
      ...issue,
      sides: bySubject(
        sides.map(({ actor, stance, position }) => ({ actor, stance, position: position.id })),
        ({ actor }) => actor.id,
      ),
    }));
    return {
      stands: await record.stands(reviews),
      page: (await record.stands({ ...reviews, offset: 1, limit: 1 })).items,
      order: (await record.issues({ ...reviews, shown: 1 })).items,
      issues: bySubject(issues, ({ issue }) => issue.id),
      agreements: await record.agreements(reviews),
      activities: await record.activities(reviews),
    };
  };
  expect(await told({})).toEqual(await told({ reviews: states }));
  const rejected = await record.timeline({ kinds: ITEM_KINDS, limit: 1, reviews: ['rejected'] });
  if (rejected.total > 0 || !thorough) return;
  for (const asOf of [{ known: '2012-05-31' }, { known: '2013', world: '2012-06' }]) {
    expect({ asOf, ...(await told({ asOf })) }).toEqual({ asOf, ...(await told({ asOf, reviews: REVIEW_STATES })) });
  }
}
