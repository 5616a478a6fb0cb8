// The network, read by a library of graphs in both of its formats.
import { MultiDirectedGraph } from 'graphology';
import gexfReader from 'graphology-gexf';
import graphmlReader from 'graphology-graphml';
// The readers ask for a DOM's parser of XML.
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { DEALINGS } from '../testing/dealings.ts';
import { exported } from '../testing/export.ts';

Object.assign(globalThis, { DOMParser });

const READERS = { graphml: graphmlReader, gexf: gexfReader } as const;

describe.each(['graphml', 'gexf'] as const)('%s', (format) => {
  it('has parties as nodes and counts their dealings on edges', async () => {
    const { text, leftOut } = await exported(format, DEALINGS);
    const reader = READERS[format] as unknown as { parse(type: unknown, text: string): MultiDirectedGraph };
    const graph = reader.parse(MultiDirectedGraph, text);
    const idOf = (name: string) => graph.findNode((_, { label }) => label === name);
    const edges = graph.mapEdges((_, { kind, score, weight, quad3, first, last }, source, target) => ({
      ...{ kind, score, weight, quad3, first, last },
      parties: [source, target].map((id) => graph.getNodeAttribute(id, 'label')),
    }));
    expect(graph.getNodeAttributes(idOf('Norway'))).toMatchObject({ label: 'Norway', kind: 'state', code: 'NOR' });
    expect(edges.find(({ kind, parties }) => kind === 'event' && parties[0] === 'Russia')).toMatchObject({
      parties: ['Russia', 'Norway'],
      weight: 3,
      quad3: 2,
      score: -0.167,
      first: '2013-03-01',
      last: '2013-05-31',
    });
    expect(edges.filter(({ kind }) => kind === 'part-of').map(({ parties }) => parties)).toEqual([
      ['Kari Berg', 'Norway'],
    ]);
    expect(edges.filter(({ kind }) => kind === 'position')).toHaveLength(1);
    expect(leftOut).toEqual({ planned: 1, negated: 1, hypothetical: 1 });
  });
});
