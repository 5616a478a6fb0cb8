// The lanes of the timeline, and which items run in which.
import type { ItemKind, MarksView } from '../../../src/service/contract.ts';

export interface Lane {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly ItemKind[];
  /** Quad classes of the events in it. */
  readonly quads?: readonly number[];
}

export const LANES: readonly Lane[] = [
  { id: 'meetings', title: 'Meetings', kinds: ['meeting'] },
  { id: 'agreements', title: 'Agreements', kinds: ['development', 'obligation'] },
  { id: 'activities', title: 'Activities', kinds: ['activity'] },
  { id: 'statements', title: 'Statements', kinds: ['statement', 'position'] },
  { id: 'cooperation', title: 'Cooperation', kinds: ['event'], quads: [1, 2] },
  { id: 'conflict', title: 'Conflict', kinds: ['event'], quads: [3, 4] },
];

/** The lanes that an address names; all where it names none. */
export function lanesOf(named: string | undefined): readonly Lane[] {
  const ids = new Set((named ?? '').split(','));
  const some = LANES.filter(({ id }) => ids.has(id));
  return some.length ? some : LANES;
}

export const kindsOf = (lanes: readonly Lane[]): string => [...new Set(lanes.flatMap(({ kinds }) => kinds))].join(',');

type Marked = Pick<MarksView['marks'][number], 'kind' | 'quad'>;

export const runsIn = (lane: Lane, { kind, quad }: Marked): boolean =>
  lane.kinds.includes(kind) && (kind !== 'event' || (lane.quads?.includes(quad ?? 0) ?? false));
