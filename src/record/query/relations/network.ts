// Who deals with whom, how often and how warmly: a graph of states and organisations.
import type { Kysely } from 'kysely';
import type { NetworkFilter } from '../../queries.ts';
import { MOST_KEYS } from '../../schema/list.ts';
import type { Tables } from '../../schema/tables.ts';
import type { EntityLink, NetworkView } from '../../views.ts';
import { entityLinks } from '../links.ts';
import { compare } from '../order.ts';
import { limitOf } from '../page.ts';
import { strongestDealings, Tally } from './dealings.ts';

const EDGES = 200;

export async function network(db: Kysely<Tables>, filter: NetworkFilter): Promise<NetworkView> {
  const { limit = EDGES, ...items } = filter;
  const dealt = [...(await strongestDealings(db, items, limitOf(limit)))];
  const links = await entityLinks(db, [...new Set(dealt.flatMap(({ one, other }) => [one, other]))]);
  const edges = new Map<number, { from: EntityLink; to: EntityLink; tally: Tally }>();
  for (const row of dealt) {
    const [one, other] = [links.get(row.one), links.get(row.other)];
    if (!one || !other) continue;
    const turned = row.together && other.id < one.id;
    // A number for two keys: strings for thousands of pairs take longer than all else here.
    const key = turned ? row.other * MOST_KEYS + row.one : row.one * MOST_KEYS + row.other;
    let edge = edges.get(key);
    if (!edge) {
      edge = turned ? { from: other, to: one, tally: new Tally() } : { from: one, to: other, tally: new Tally() };
      edges.set(key, edge);
    }
    edge.tally.add(row);
  }
  const strongest = [...edges.values()].sort((a, b) => b.tally.events - a.tally.events || byIds(a, b)).slice(0, limit);
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

interface Ends {
  readonly from: EntityLink;
  readonly to: EntityLink;
}

const byIds = (a: Ends, b: Ends): number => compare(a.from.id, b.from.id) || compare(a.to.id, b.to.id);
