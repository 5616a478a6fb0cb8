// Whatever people decide, taking everything back leaves what the reader had; and a re-reading changes no decision.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OpenRecord, openRecord } from '../record.ts';
import { tell } from '../testing/build.ts';
import { expectTrueLists, expectTrueRegisters } from '../testing/lists.ts';
import { SAMPLES } from '../testing/samples.ts';
import { snapshot } from '../testing/snapshot.ts';
import { carryOut, type Wish, wish } from '../testing/wishes.ts';
import { holding } from './holding.ts';

/**
 * What once left something behind: an item that a person added took the counts of what was merged with it along; a state
 * merged into a person whom only a decision names lost those who belong to it when that decision went first.
 */
const FOUND: [Wish[], boolean][] = [
  [
    [
      { what: 'add', one: 0, other: 0, field: 0 },
      { what: 'merge', one: 32, other: 3, field: 0 },
    ],
    false,
  ],
  [
    [
      { what: 'correct', one: 0, other: 0, field: 4 },
      { what: 'merge-entities', one: 35, other: 19, field: 0 },
      { what: 'accept', one: 0, other: 0, field: 0 },
    ],
    false,
  ],
];

/** What once came apart when it was read again: a merge of what has no date, or none since it was corrected. */
const REREAD: [Wish[]][] = [
  [
    [
      { what: 'merge', one: 14, other: 35, field: 0 },
      { what: 'correct', one: 20, other: 0, field: 1 },
    ],
  ],
];

async function withRecord(work: (record: OpenRecord) => Promise<void>): Promise<void> {
  const record = await openRecord(':memory:');
  try {
    for (const told of SAMPLES) await tell(record, told);
    await work(record);
  } finally {
    await record.close();
  }
}

describe('any decisions', () => {
  it('leave what the reader had when all are taken back, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 8 }), fc.boolean(), async (wishes, backwards) =>
        withRecord(async (record) => {
          const before = await snapshot(record);
          await carryOut(record, wishes);
          await expectTrueLists(record);
          await expectTrueRegisters(record);
          const held = holding(await record.journal());
          for (const { id } of backwards ? held.toReversed() : held) await record.undo(id, 'Ben');
          expect(holding(await record.journal())).toEqual([]);
          expect(await snapshot(record)).toEqual(before);
          await expectTrueLists(record);
          await expectTrueRegisters(record);
        }),
      ),
      { numRuns: 40, examples: FOUND },
    );
  }, 120_000);

  it('hold in the same way after every document was read again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 6 }), async (wishes) =>
        withRecord(async (record) => {
          await carryOut(record, wishes);
          const before = [await snapshot(record), await record.orphans()];
          for (const told of SAMPLES) await tell(record, told, { version: '2' });
          expect([await snapshot(record), await record.orphans()]).toEqual(before);
          await expectTrueLists(record);
          await expectTrueRegisters(record);
        }),
      ),
      { numRuns: 30, examples: REREAD },
    );
  }, 120_000);
});
