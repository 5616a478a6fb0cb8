// Finds the mention of an entity that holds a span, however often the document mentions it.
import type { Mention } from '../../model/analysis.ts';
import type { Entity } from '../../model/items.ts';
import type { Span } from '../../model/span.ts';

/** For each entity that was asked about: how far its mentions reach, up to and with each one. */
const reaches = new WeakMap<Entity, readonly number[]>();

/** The first mention of an entity, in text order and the longer before the shorter, that holds a span. */
export function mentionAt(entity: Entity, [start, end]: Span): Mention | null {
  const reach = reaches.get(entity) ?? reachOf(entity);
  let low = 0;
  for (let high = reach.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((reach[middle] ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  // The first that reaches so far reaches so far by its own end; those before it end too early.
  const mention = entity.mentions[low];
  return mention && mention.span[0] <= start ? mention : null;
}

function reachOf(entity: Entity): readonly number[] {
  let furthest = 0;
  const reach = entity.mentions.map(({ span }) => {
    furthest = Math.max(furthest, span[1]);
    return furthest;
  });
  reaches.set(entity, reach);
  return reach;
}
