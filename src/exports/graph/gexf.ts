// GEXF 1.2: the network for Gephi, with labels and weights of its own.
import { PROGRAM_VERSION } from '../../version.ts';
import type { Exporter } from '../format.ts';
import type { Selection } from '../selection/selection.ts';
import { escapeMarkup } from '../text/markup.ts';
import { type Attribute, EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from './attributes.ts';
import { networkOf } from './network.ts';

export const gexf: Exporter = {
  summary: 'the network of graphml for Gephi (GEXF)',
  mediaType: 'application/gexf+xml',
  ending: 'gexf',
  loses: 'Single items and their words: edges count them. Planned, possible and denied events are left out.',
  pieces,
};

async function* pieces(selection: Selection): AsyncGenerator<string> {
  const { nodes, edges } = await networkOf(selection);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n';
  yield `  <meta><creator>Rapporteur ${PROGRAM_VERSION}</creator></meta>\n`;
  yield '  <graph defaultedgetype="directed" mode="static">\n';
  yield declarations('node', NODE_ATTRIBUTES) + declarations('edge', EDGE_ATTRIBUTES);
  yield '    <nodes>\n';
  for (const node of nodes) {
    const head = `id="${escapeMarkup(node.id)}" label="${escapeMarkup(node.name)}"`;
    yield `      <node ${head}>${values(NODE_ATTRIBUTES, node)}</node>\n`;
  }
  yield '    </nodes>\n    <edges>\n';
  for (const edge of edges) {
    const [id, source, target] = [edge.id, edge.source, edge.target].map(escapeMarkup);
    const head = `id="${id}" source="${source}" target="${target}" weight="${edge.weight}"`;
    yield `      <edge ${head}>${values(EDGE_ATTRIBUTES, edge)}</edge>\n`;
  }
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

function declarations(element: 'node' | 'edge', attributes: readonly Attribute<never>[]): string {
  const lines = attributes.map(({ name, type }) => `      <attribute id="${name}" title="${name}" type="${type}"/>\n`);
  return `    <attributes class="${element}">\n${lines.join('')}    </attributes>\n`;
}

function values<T>(attributes: readonly Attribute<T>[], element: T): string {
  const held = attributes.flatMap(({ name, of }) => {
    const value = of(element);
    return value === null ? [] : [`<attvalue for="${name}" value="${escapeMarkup(String(value))}"/>`];
  });
  return held.length > 0 ? `<attvalues>${held.join('')}</attvalues>` : '';
}
