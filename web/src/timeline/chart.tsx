// The timeline drawn: lanes of items along time, which one can pan, zoom and point at.
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MarksView } from '../../../src/service/contract.ts';
import { usePalette } from '../charts/palette.ts';
import { SaveFigure } from '../charts/save-figure.tsx';
import { useWidth } from '../charts/use-width.ts';
import { useAddress, useChange } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { shortDate, titleOf } from '../data/words.ts';
import { quoteOf } from '../item/entry.tsx';
import { drawingOf } from './drawing.ts';
import type { Lane } from './lanes.ts';
import { layOut, markAt, type PlacedMark, type Window } from './layout.ts';
import { paint } from './paint.ts';
import { svgOf } from './svg.ts';
import { panned, useGestures, zoomed } from './use-window.ts';

interface Props {
  readonly view: MarksView;
  readonly lanes: readonly Lane[];
  readonly window: Window;
  readonly onWindow: (window: Window) => void;
  /** Shows all of the record. */
  readonly onWhole: () => void;
}

export function Chart({ view, lanes, window, onWindow, onWhole }: Props) {
  const { query } = useAddress();
  const change = useChange();
  const palette = usePalette();
  const [box, width] = useWidth<HTMLDivElement>(1000);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pointed, setPointed] = useState<PlacedMark | null>(null);
  const { onKeyDown, dragged } = useGestures(box, window, onWindow);
  const placed = useMemo(() => layOut(view, lanes, window, width), [view, lanes, window, width]);
  const drawing = useMemo(
    () => drawingOf(placed, window, width, query.item ?? null),
    [placed, window, width, query.item],
  );
  // In the frame of what stands around it: after that frame it would take one more.
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const density = devicePixelRatio || 1;
    element.width = Math.round(drawing.width * density);
    element.height = Math.round(drawing.height * density);
    context.setTransform(density, 0, 0, density, 0, 0);
    paint(context, drawing, palette, getComputedStyle(element).fontFamily);
  }, [drawing, palette]);
  const markUnder = (event: { readonly clientX: number; readonly clientY: number }): PlacedMark | null => {
    const edge = canvas.current?.getBoundingClientRect();
    return edge ? markAt(placed, event.clientX - edge.left, event.clientY - edge.top) : null;
  };
  const buttons = [
    ['Earlier', '←', panned(window, -0.3)],
    ['Zoom in', '+', zoomed(window, 0.5)],
    ['Zoom out', '−', zoomed(window, 2)],
    ['Later', '→', panned(window, 0.3)],
  ] as const;
  return (
    <div className="chart">
      <div className="figure-head">
        <span className="label chart-hint">Drag to pan; Ctrl + wheel, two fingers or + and − to zoom</span>
        <span className="chart-buttons">
          {buttons.map(([name, sign, next]) => (
            <button key={name} type="button" className="button" aria-label={name} onClick={() => onWindow(next)}>
              {sign}
            </button>
          ))}
          <button type="button" className="button" onClick={onWhole}>
            Whole
          </button>
        </span>
        <SaveFigure name="timeline" svg={() => svgOf(drawing, palette)} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: no element means a drawing that one moves in */}
      <div
        className="chart-box"
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is panned and zoomed by keys
        tabIndex={0}
        role="group"
        aria-label="The timeline drawn. Arrow keys pan, plus and minus zoom. The items are listed below"
        onKeyDown={onKeyDown}
        onPointerMove={(event) => setPointed(markUnder(event))}
        onPointerLeave={() => setPointed(null)}
        onClick={(event) => {
          const hit = markUnder(event);
          if (hit && !dragged.current) change({ item: hit.mark.id });
        }}
      >
        <canvas
          ref={canvas}
          style={{ width: drawing.width, height: drawing.height, cursor: pointed ? 'pointer' : 'grab' }}
        />
        {pointed && <Hint key={pointed.mark.id} of={pointed} width={width} />}
      </div>
    </div>
  );
}

/** What is pointed at, in a line or two. */
function Hint({ of: { mark, x, y }, width }: { readonly of: PlacedMark; readonly width: number }) {
  const answer = useAnswer('/api/items/:id', { id: mark.id });
  if (answer.state !== 'there') return null;
  const item = answer.value;
  return (
    <div className="hint" style={{ left: Math.max(0, Math.min(x, width - 310)), top: y + 18 }}>
      <strong>{titleOf(item)}</strong>
      <span className="quote">{quoteOf(item)}</span>
      <span className="label">{shortDate(item.time)}</span>
    </div>
  );
}
