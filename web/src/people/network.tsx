// Who deals with whom: a network one can walk through, and the same as a table.

import { type CSSProperties, useMemo, useState } from 'react';
import type { NetworkView } from '../../../src/service/contract.ts';
import { Figure } from '../charts/figure.tsx';
import { type Address, useAddress, useChange } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { asOfAt } from '../data/as-of.ts';
import { countWords, scoreWords } from '../data/words.ts';
import { EntityName } from '../item/entity-name.tsx';
import { ActorPicker } from '../shell/actor-picker.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { type Box, boxOf, labelsOf } from './labels.ts';
import { settle } from './settle.ts';

export const networkAsked = (address: Address) =>
  ['/api/network', { query: { ...asOfAt(address), entity: address.query.centre, limit: 120 } }] as const;

export function Network() {
  const address = useAddress();
  const { query } = address;
  const change = useChange();
  const answer = useAnswer(...networkAsked(address));
  const controls = (
    <ActorPicker
      label="In the middle"
      placeholder="everybody"
      id={query.centre ?? null}
      onPick={(centre) => change({ centre })}
    />
  );
  return (
    <Answer of={answer} lines={12}>
      {(network) =>
        network.edges.length === 0 ? (
          <Emptied title="No dealings between two sides are told of here.">
            Take the date or the actor away to see more.
          </Emptied>
        ) : (
          <Figure
            name="network"
            controls={controls}
            chart={<Drawn network={network} />}
            table={<EdgeTable network={network} />}
            legend={
              <p className="label">
                A line is blue where dealings were warm on the whole, orange where they were cold; the thicker, the
                more. <span className="on-screen">Choose a name to see its dealings alone.</span>
              </p>
            }
          />
        )
      }
    </Answer>
  );
}

/** Least width and height of what is shown, so that two nodes do not fill the page. */
const LEAST = { width: 320, height: 300 };
/** Between what is drawn and its edge. */
const AIR = 10;

/** Where the drawing is wider than its box, its middle is seen first. */
const centre = (box: HTMLElement | null): void => {
  if (box) box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
};

function Drawn({ network }: { readonly network: NetworkView }) {
  const change = useChange();
  const places = useMemo(() => settle(network), [network]);
  const labels = useMemo(
    () =>
      labelsOf(
        network.nodes.flatMap(({ entity }) => {
          const place = places.get(entity.id);
          return place ? [{ place, name: entity.name }] : [];
        }),
      ),
    [network, places],
  );
  const [zoom, setZoom] = useState(1);
  const [near, setNear] = useState<string | null>(null);
  const most = Math.max(1, ...network.edges.map(({ events }) => events));
  const [left, top, width, height] = viewOf(
    [...[...places.values()].map(boxOf), ...[...labels.values()].map(({ box }) => box)],
    zoom,
  );
  const touches = (id: string) =>
    near === null ||
    id === near ||
    network.edges.some(({ from, to }) => (from === near && to === id) || (to === near && from === id));
  return (
    <div className="network" ref={centre} style={{ '--drawn': `${Math.round(width * zoom)}px` } as CSSProperties}>
      <span className="network-zoom">
        <button type="button" className="button" aria-label="Zoom in" onClick={() => setZoom(Math.min(8, zoom * 1.4))}>
          +
        </button>
        <button
          type="button"
          className="button"
          aria-label="Zoom out"
          onClick={() => setZoom(Math.max(0.5, zoom / 1.4))}
        >
          −
        </button>
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg viewBox={`${left} ${top} ${width} ${height}`} role="group" aria-label="Who deals with whom">
        {network.edges.map(({ from, to, events, score }) => {
          const [a, b] = [places.get(from), places.get(to)];
          if (!a || !b) return null;
          const lit = near === null || from === near || to === near;
          return (
            <path
              key={`${from} ${to}`}
              className={`edge quad-${score >= 0 ? 1 : 3}${lit ? '' : ' dim'}`}
              strokeWidth={1 + 5 * (events / most)}
              d={`M${a.x} ${a.y}L${b.x} ${b.y}`}
            />
          );
        })}
        {network.nodes.map(({ entity, events }) => {
          const place = places.get(entity.id);
          if (!place) return null;
          const label = labels.get(entity.id);
          const choose = () => change({ centre: entity.id });
          return (
            // biome-ignore lint/a11y/useSemanticElements: SVG has no button
            <g
              key={entity.id}
              role="button"
              tabIndex={0}
              className={`node${touches(entity.id) ? '' : ' dim'}`}
              aria-label={`${entity.name}, ${countWords(events, 'event')}`}
              transform={`translate(${place.x} ${place.y})`}
              onClick={choose}
              onKeyDown={(press) => {
                if (press.key === 'Enter' || press.key === ' ') {
                  press.preventDefault();
                  choose();
                }
              }}
              onPointerEnter={() => setNear(entity.id)}
              onPointerLeave={() => setNear(null)}
              onFocus={() => setNear(entity.id)}
              onBlur={() => setNear(null)}
            >
              <circle r={place.radius} />
              {label && (
                <text textAnchor={label.anchor} x={label.x} y={label.y}>
                  {entity.name}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** What of the plane is shown: all nodes with their names, or the middle of it. */
function viewOf(boxes: readonly Box[], zoom: number) {
  const left = Math.min(...boxes.map((box) => box.left)) - AIR;
  const right = Math.max(...boxes.map((box) => box.right)) + AIR;
  const top = Math.min(...boxes.map((box) => box.top)) - AIR;
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + AIR;
  const width = Math.max(right - left, LEAST.width) / zoom;
  const height = Math.max(bottom - top, LEAST.height) / zoom;
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height] as const;
}

function EdgeTable({ network: { nodes, edges } }: { readonly network: NetworkView }) {
  const byId = new Map(nodes.map(({ entity }) => [entity.id, entity]));
  return (
    <table>
      <thead>
        <tr>
          <th>who</th>
          <th>with or towards whom</th>
          <th className="number">events</th>
          <th className="number">mean score</th>
        </tr>
      </thead>
      <tbody>
        {edges.map(({ from, to, events, score }) => {
          const [a, b] = [byId.get(from), byId.get(to)];
          return (
            a &&
            b && (
              <tr key={`${from} ${to}`}>
                <td>
                  <EntityName entity={a} />
                </td>
                <td>
                  <EntityName entity={b} />
                </td>
                <td className="number">
                  <Link page="timeline" query={{ pair: `${from},${to}` }}>
                    {events}
                  </Link>
                </td>
                <td className="number">{scoreWords(score)}</td>
              </tr>
            )
          );
        })}
      </tbody>
    </table>
  );
}
