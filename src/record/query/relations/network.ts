// Who deals with whom, how often and how warmly: a graph of states and organisations.
import type { Kysely } from 'kysely';
import type { NetworkFilter } from '../../queries.ts';
import type { Tables } from '../../schema/tables.ts';
import type { EntityLink, NetworkView } from '../../views.ts';
import { entityLinks } from '../links.ts';
import { compare } from '../order.ts';
import { dealings, Tally } from './dealings.ts';

const EDGES = 200;

export async function network(db: Kysely<Tables>, filter: NetworkFilter): Promise<NetworkView> {
  const { limit = EDGES, ...items } = filter;
  const dealt = new Map<string, { one: number; other: number; together: boolean; tally: Tally }>();
  for (const row of await dealings(db, items, null)) {
    const { one, other, together } = row;
    const key = `${one} ${other} ${together}`;
    const sum = dealt.get(key) ?? { one, other, together, tally: new Tally() };
    dealt.set(key, sum);
    sum.tally.add(row);
  }
  const links = await entityLinks(
    db,
    [...dealt.values()].flatMap(({ one, other }) => [one, other]),
  );
  const edges = new Map<string, { from: EntityLink; to: EntityLink; tally: Tally }>();
  for (const { one: acts, other: meets, together, tally } of dealt.values()) {
    const [one, other] = [links.get(acts), links.get(meets)];
    if (!one || !other) continue;
    const [from, to] = together && other.id < one.id ? [other, one] : [one, other];
    const key = `${from.id} ${to.id}`;
    const edge = edges.get(key) ?? { from, to, tally: new Tally() };
    edges.set(key, edge);
    edge.tally.add(tally);
  }
  const strongest = [...edges.entries()]
    .sort(([a, { tally: x }], [b, { tally: y }]) => y.events - x.events || compare(a, b))
    .slice(0, limit)
    .map(([, edge]) => edge);
  const nodes = new Map<string, { entity: EntityLink; events: number }>();
  for (const { from, to, tally } of strongest) {
    for (const entity of [from, to]) {
      const node = nodes.get(entity.id) ?? { entity, events: 0 };
      nodes.set(entity.id, node);
      node.events += tally.events;
    }
  }
  return {
    nodes: [...nodes.values()].sort((a, b) => b.events - a.events || compare(a.entity.id, b.entity.id)),
    edges: strongest.map(({ from, to, tally }) => {
      const { sum, ...counts } = tally.result();
      return { from: from.id, to: to.id, ...counts };
    }),
  };
}
