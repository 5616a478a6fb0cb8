// The timeline as a list of shapes and words, whatever they are drawn on.
import { GLYPH, type PlacedLane, type PlacedMark, ROW, type Window } from './layout.ts';
import { ticksOf } from './ticks.ts';

export type Colour = 'ink' | 'faint' | 'line' | 'rule' | 'leaf' | 'quad0' | 'quad1' | 'quad2' | 'quad3' | 'quad4';
export type Palette = Readonly<Record<Colour, string>>;

/** Left, top, width, height in pixels. */
export type Box = readonly [number, number, number, number];

export interface Shape {
  readonly box: Box;
  readonly fill: Colour | null;
  readonly stroke: Colour | null;
  readonly dashed?: boolean;
  /** Hatched in the stroke's colour: it may have been on any day of the span. */
  readonly hatched?: boolean;
  /** A stroke through it: it was refused or denied. */
  readonly struck?: boolean;
  readonly round?: number;
}

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly strong: boolean;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
}

const AXIS = 24;
/** Pixels that a sign of a lane's title takes at most on average, whatever it is drawn on: its ground is that wide. */
const SIGN = 7;

/** @param chosen id of the item that is open */
export function drawingOf(lanes: readonly PlacedLane[], window: Window, width: number, chosen: string | null): Drawing {
  const last = lanes.at(-1);
  const height = (last ? last.y + last.height : 0) + AXIS;
  const x = (day: number) => ((day - window.from) / (window.to - window.from)) * width;
  const ticks = ticksOf(window, width);
  const rule = (box: Box, fill: Colour): Shape => ({ box, fill, stroke: null });
  return {
    width,
    height,
    shapes: [
      ...ticks.map((tick) => rule([x(tick.day), 0, 0.7, height - AXIS], tick.strong ? 'line' : 'rule')),
      ...lanes.map(({ y }) => rule([0, y, width, 0.6], 'rule')),
      // No line of a year runs through a count, where it would be read as a figure of it.
      ...lanes.map((lane) => rule([2, lane.y + 2, titleOf(lane).length * SIGN + 8, 16], 'leaf')),
      ...lanes.flatMap(({ bars }) =>
        bars.map((bar) => rule([bar.x, bar.y, bar.width, bar.height], `quad${bar.quad}` as Colour)),
      ),
      ...lanes.flatMap(({ marks }) => marks.map((mark) => shapeOf(mark, chosen))),
    ],
    labels: [
      ...ticks.map((tick) => ({ x: x(tick.day) + 3, y: height - 8, text: tick.label, strong: tick.strong })),
      ...lanes.map((lane) => ({ x: 6, y: lane.y + 14, text: titleOf(lane), strong: true })),
    ],
  };
}

const titleOf = ({ lane, number }: PlacedLane): string => `${lane.title}  ${number.toLocaleString('en')}`;

function shapeOf({ mark, x, y, width, span }: PlacedMark, chosen: string | null): Shape {
  const hue = `quad${mark.quad ?? 0}` as Colour;
  const open = mark.id === chosen;
  const happened = mark.standing === 'actual';
  return {
    box: [x, y + 1, width, ROW - 3],
    fill: open ? 'ink' : happened && !span ? hue : null,
    stroke: open ? 'ink' : hue,
    dashed: mark.standing === 'hypothetical',
    hatched: span && happened,
    struck: mark.standing === 'negated',
    round: mark.kind === 'event' ? GLYPH / 2 : mark.kind === 'meeting' ? 1 : 2.5,
  };
}

type Point = readonly [number, number];

/** Slanting lines over a box, only as far as a screen can show. */
export function hatchesOf([left, y, width, height]: Box): readonly (readonly [Point, Point])[] {
  const lines: [Point, Point][] = [];
  const to = Math.min(left + width, 8000);
  for (let x = Math.max(left, -20) - height; x < to; x += 5)
    lines.push([
      [x, y + height],
      [x + height, y],
    ]);
  return lines;
}
