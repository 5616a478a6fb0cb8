// What nodes and edges of the network carry, in both graph formats.
import type { EntityLink } from '../../record/views.ts';
import { type Edge, meanScore } from './network.ts';

/** `type` is one that GraphML and GEXF both know. */
export interface Attribute<T> {
  readonly name: string;
  readonly type: 'string' | 'double' | 'integer';
  readonly of: (element: T) => string | number | null;
}

export const NODE_ATTRIBUTES: readonly Attribute<EntityLink>[] = [
  { name: 'kind', type: 'string', of: ({ kind }) => kind },
  { name: 'code', type: 'string', of: ({ code }) => code },
];

export const EDGE_ATTRIBUTES: readonly Attribute<Edge>[] = [
  { name: 'kind', type: 'string', of: ({ kind }) => kind },
  { name: 'stance', type: 'string', of: ({ label }) => label || null },
  { name: 'score', type: 'double', of: (edge) => (edge.kind === 'event' ? meanScore(edge) : null) },
  ...([1, 2, 3, 4] as const).map(
    (quad): Attribute<Edge> => ({
      name: `quad${quad}`,
      type: 'integer',
      of: ({ kind, quads }) => (kind === 'event' ? quads[quad] : null),
    }),
  ),
  { name: 'first', type: 'string', of: ({ first }) => first || null },
  { name: 'last', type: 'string', of: ({ last }) => last || null },
];
