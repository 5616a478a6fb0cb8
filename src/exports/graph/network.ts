// The record as a network: who deals with whom, who speaks to whom, who stands where on what, what belongs to whom.
// Ties of one kind between the same two are one edge with counts, so that memory grows with ties, not with items.
import type { EntityLink, RecordDate } from '../../record/views.ts';
import type { Selection } from '../selection/selection.ts';

export interface Edge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: 'event' | 'statement' | 'position' | 'part-of';
  /** The stance of a position, empty for others. */
  readonly label: string;
  /** How many items it stands for. */
  weight: number;
  /** Sum of the scores of its events, and how many of each quad class. */
  sum: number;
  readonly quads: Record<1 | 2 | 3 | 4, number>;
  /** First and last day of its items; empty where none is dated. */
  first: string;
  last: string;
}

export interface Network {
  readonly nodes: readonly EntityLink[];
  readonly edges: readonly Edge[];
}

export async function networkOf(selection: Selection): Promise<Network> {
  const nodes = new Map<string, EntityLink>();
  const edges = new Map<string, Edge>();
  const tie = (
    source: EntityLink,
    target: EntityLink,
    kind: Edge['kind'],
    label: string,
    time: RecordDate | null,
  ): Edge => {
    for (const node of [source, target]) nodes.set(node.id, node);
    const id = [source.id, kind, label, target.id].filter(Boolean).join('_');
    const edge = edges.get(id) ?? blank(id, source.id, target.id, kind, label);
    edges.set(id, edge);
    edge.weight += 1;
    if (time?.start && (!edge.first || time.start < edge.first)) edge.first = time.start;
    if (time?.end && time.end > edge.last) edge.last = time.end;
    return edge;
  };
  for await (const event of selection.happened()) {
    for (const party of [...event.actor, ...event.recipient]) nodes.set(party.id, party);
    for (const [source, target] of pairsOf(event.actor, event.recipient)) {
      const edge = tie(source, target, 'event', '', event.time);
      edge.sum += event.score;
      edge.quads[event.quad] += 1;
    }
  }
  for await (const { speaker, addressee, time } of selection.standing('statement')) {
    for (const [source, target] of pairsOf(speaker, addressee)) {
      if (addressee.length > 0) tie(source, target, 'statement', '', time);
    }
  }
  for await (const { actor, on, stance, time } of selection.standing('position'))
    tie(actor, on, 'position', stance, time);
  for (const registered of await selection.register.lookUp([...nodes.values()])) {
    if (registered.owner) tie(registered, registered.owner, 'part-of', '', null);
  }
  return { nodes: sorted([...nodes.values()].map(plain)), edges: sorted([...edges.values()]) };
}

const blank = (id: string, source: string, target: string, kind: Edge['kind'], label: string): Edge => ({
  ...{ id, source, target, kind, label },
  ...{ weight: 0, sum: 0, quads: { 1: 0, 2: 0, 3: 0, 4: 0 }, first: '', last: '' },
});

/** What parties do together ties every two of them once, in the order of their ids. */
function pairsOf(
  from: readonly EntityLink[],
  to: readonly EntityLink[],
): readonly (readonly [EntityLink, EntityLink])[] {
  if (to.length > 0) return from.flatMap((source) => to.map((target) => [source, target] as const));
  const parties = sorted([...from]);
  return parties.flatMap((source, at) => parties.slice(at + 1).map((target) => [source, target] as const));
}

const plain = ({ id, name, kind, code }: EntityLink): EntityLink => ({ id, name, kind, code });

function sorted<T extends { readonly id: string }>(list: T[]): readonly T[] {
  return list.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Mean score of an edge's events. */
export const meanScore = ({ sum, weight, kind }: Edge): number =>
  kind === 'event' ? Number((sum / weight).toFixed(3)) : 0;
