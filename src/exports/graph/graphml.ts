// GraphML: the network for Gephi, visone, igraph and NetworkX. Several edges between the same two are of several kinds.
import type { Exporter } from '../format.ts';
import type { Selection } from '../selection/selection.ts';
import { escapeMarkup } from '../text/markup.ts';
import { type Attribute, EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from './attributes.ts';
import { networkOf } from './network.ts';

export const graphml: Exporter = {
  summary: 'who deals with whom, speaks to whom and stands where, as a network (GraphML)',
  mediaType: 'application/graphml+xml',
  ending: 'graphml',
  loses: 'Single items and their words: edges count them. Planned, possible and denied events are left out.',
  pieces,
};

/** GraphML's word for whole numbers. */
const typeOf = ({ type }: Attribute<never>): string => (type === 'integer' ? 'int' : type);

async function* pieces(selection: Selection): AsyncGenerator<string> {
  const { nodes, edges } = await networkOf(selection);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield '  <key id="label" for="node" attr.name="label" attr.type="string"/>\n';
  yield '  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>\n';
  yield NODE_ATTRIBUTES.map((one) => key('node', one)).join('') +
    EDGE_ATTRIBUTES.map((one) => key('edge', one)).join('');
  yield '  <graph id="record" edgedefault="directed">\n';
  for (const node of nodes) {
    yield `    <node id="${escapeMarkup(node.id)}">${data('label', node.name)}${values('node', NODE_ATTRIBUTES, node)}</node>\n`;
  }
  for (const edge of edges) {
    const [id, source, target] = [edge.id, edge.source, edge.target].map(escapeMarkup);
    const held = data('weight', edge.weight) + values('edge', EDGE_ATTRIBUTES, edge);
    yield `    <edge id="${id}" source="${source}" target="${target}">${held}</edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
}

const key = (element: 'node' | 'edge', attribute: Attribute<never>): string =>
  `  <key id="${element}-${attribute.name}" for="${element}" attr.name="${attribute.name}" attr.type="${typeOf(attribute)}"/>\n`;

function values<T>(element: 'node' | 'edge', attributes: readonly Attribute<T>[], of: T): string {
  return attributes.map((attribute) => data(`${element}-${attribute.name}`, attribute.of(of))).join('');
}

const data = (name: string, value: string | number | null): string =>
  value === null ? '' : `<data key="${name}">${escapeMarkup(String(value))}</data>`;
