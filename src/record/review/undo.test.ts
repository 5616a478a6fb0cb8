// Whatever people decide, taking everything back leaves what the reader had; and a re-reading changes no decision.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../model/fault.ts';
import { type OpenRecord, openRecord } from '../record.ts';
import { tell } from '../testing/build.ts';
import { expectTrueLists, expectTrueRegisters } from '../testing/lists.ts';
import { SAMPLES } from '../testing/samples.ts';
import { snapshot } from '../testing/snapshot.ts';
import type { Decision } from '../views.ts';
import { holding } from './holding.ts';

/** A decision by places in lists, so that it means something in any state of the record. */
const wish = fc.record({
  what: fc.constantFrom(
    'accept',
    'reject',
    'correct',
    'add',
    'merge',
    'merge-entities',
    'split',
    'split-entity',
    'rename',
    'undo',
  ),
  one: fc.nat(40),
  other: fc.nat(40),
  field: fc.nat(5),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

const FIELDS = [
  { time: '2012-05' },
  { time: null },
  { type: 'ACCUSE' },
  { modality: 'planned' },
  { actor: [{ kind: 'person', name: 'Lars Ek' }] },
  { recipient: [], background: true },
];

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

async function decisionOf(record: OpenRecord, { what, one, other, field }: Wish): Promise<Decision | string | null> {
  const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
  const { items: events } = await record.events({ reviews: ['machine', 'accepted', 'corrected', 'rejected', 'added'] });
  const { items: entities } = await record.entities();
  const [first, second] = [at(events, one), at(events, other)];
  const [entity, another] = [at(entities, one), at(entities, other)];
  if (!first || !second || !entity || !another) return null;
  switch (what) {
    case 'accept':
    case 'reject':
      return { what, item: first.id };
    case 'correct':
      return { what, item: first.id, fields: at(FIELDS, field) ?? {} };
    case 'add': {
      const fields = { type: 'REQUEST', trigger: [one, one + 4], actor: [entity.id], time: '2013' };
      return { what, kind: 'event', document: 'refusal', evidence: [0, 45], fields };
    }
    case 'merge':
      return { what, items: [first.id, second.id] };
    case 'merge-entities':
      return { what, entities: [entity.id, another.id] };
    case 'split':
      return { what, item: first.id, documents: [first.evidence.at(-1)?.document.id ?? ''] };
    case 'split-entity': {
      const merged = (await record.history(entity.id))?.merged ?? [];
      return { what, entity: entity.id, parts: [at(merged, other)?.id ?? ''] };
    }
    case 'rename':
      return { what: 'correct-entity', entity: entity.id, fields: { name: `Name ${other}` } };
    default:
      return at(holding(await record.journal()), one)?.id ?? null;
  }
}

async function carryOut(record: OpenRecord, wishes: readonly Wish[]): Promise<void> {
  for (const one of wishes) {
    const decision = await decisionOf(record, one);
    try {
      if (typeof decision === 'string') await record.undo(decision, 'Ben');
      else if (decision) await record.decide(decision, 'Ada');
    } catch (error) {
      // What cannot be decided in this state is refused; that leaves no trace.
      if (!(error instanceof Fault && error.code === 'review-decision')) throw error;
    }
  }
}

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
