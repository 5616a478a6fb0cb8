// Decisions of all sorts by chance, for what must hold whatever people decide.
import fc from 'fast-check';
import { Fault } from '../../model/fault.ts';
import type { OpenRecord } from '../record.ts';
import { holding } from '../review/holding.ts';
import type { Decision } from '../views.ts';

/** A decision by places in lists, so that it means something in any state of the record. */
export const wish = fc.record({
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
    'take-out',
    'undo',
  ),
  one: fc.nat(40),
  other: fc.nat(40),
  field: fc.nat(5),
});
export type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

const FIELDS = [
  { time: '2012-05' },
  { time: null },
  { type: 'ACCUSE' },
  { modality: 'planned' },
  { actor: [{ kind: 'person', name: 'Lars Ek' }] },
  { recipient: [], background: true },
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
    case 'take-out': {
      const { items: documents } = await record.documents();
      return { what, document: at(documents, one)?.id ?? '' };
    }
    default:
      return at(holding(await record.journal()), one)?.id ?? null;
  }
}

/** Enters the decisions that the state of the record allows. */
export async function carryOut(record: OpenRecord, wishes: readonly Wish[]): Promise<void> {
  for (const one of wishes) {
    const decision = await decisionOf(record, one);
    try {
      if (typeof decision === 'string') await record.undo(decision, 'Ben');
      else if (decision) await record.decide(decision, 'Ada');
    } catch (error) {
      // What cannot be decided in this state, or is out of the record, is refused; that leaves no trace.
      const isRefusal = error instanceof Fault && ['review-decision', 'review-unknown'].includes(error.code);
      if (!isRefusal) throw error;
    }
  }
}
