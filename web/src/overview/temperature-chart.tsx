// The temperature drawn: the mean score as a line, and beneath it how many words and deeds of either kind it rests on.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { memo } from 'react';
import { useWidth } from '../charts/use-width.ts';
import { countWords, dateWords, scoreWords } from '../data/words.ts';
import type { PeriodPoint } from './periods.ts';

interface Props {
  readonly points: readonly PeriodPoint[];
  /** The period that is open. */
  readonly chosen: string | null;
  readonly onChoose: (period: string) => void;
}

const LEFT = 76;
const TOP = 12;
const LINE = 110;
const GAP = 26;
const BARS = 90;
const FOOT = 22;
const HEIGHT = TOP + LINE + GAP + BARS + FOOT;

export const pointWords = ({ period, score, events }: PeriodPoint): string =>
  score === null
    ? `${dateWords({ value: period })}: no events`
    : `${dateWords({ value: period })}: ${scoreWords(score)}, ${events} ${events === 1 ? 'event' : 'events'}`;

/** Drawn anew only when something of it changes: it is the largest part of what a date leaves on the screen. */
export const TemperatureChart = memo(({ points, chosen, onChoose }: Props) => {
  const [box, width] = useWidth<HTMLDivElement>(700);
  const step = (width - LEFT - 8) / points.length;
  const x = (at: number) => LEFT + step * (at + 0.5);
  const y = scaleLinear([-10, 10], [TOP + LINE, TOP]);
  const most = Math.max(1, ...points.flatMap(({ quads: [a, b, c, d] }) => [a + b, c + d]));
  const zero = TOP + LINE + GAP + BARS / 2;
  const size = scaleLinear([0, most], [0, BARS / 2]);
  const drawn = line<readonly [number, number | null]>(
    ([at]) => x(at),
    ([, score]) => y(score ?? 0),
  );
  const scores = points.map(({ score }, at) => [at, score] as const);
  const told = drawn.defined(([, score]) => score !== null)(scores);
  // Over periods of which nothing is told the line is dashed.
  const over = drawn(scores.filter(([, score]) => score !== null));
  const every = Math.ceil(48 / step);
  return (
    <div ref={box}>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} height={HEIGHT} role="group" aria-label="Temperature by period">
        {[10, 0, -10].map((score) => (
          <g key={score}>
            <path className={score === 0 ? 'axis axis-zero' : 'axis'} d={`M${LEFT} ${y(score)}H${width}`} />
            <text x={LEFT - 6} y={y(score) + 4} textAnchor="end">
              {score > 0 ? 'warm +10' : score < 0 ? 'cold −10' : '0'}
            </text>
          </g>
        ))}
        {[zero - BARS / 2, zero + BARS / 2].map((edge) => (
          <path key={edge} className="axis" d={`M${LEFT} ${edge}H${width}`} />
        ))}
        <path className="axis axis-zero" d={`M${LEFT} ${zero}H${width}`} />
        <text x={LEFT - 6} y={zero - BARS / 2 + 4} textAnchor="end">
          {countWords(most, 'event')}
        </text>
        <text x={LEFT - 6} y={zero - BARS / 4 + 6} textAnchor="end">
          cooperation
        </text>
        <text x={LEFT - 6} y={zero + BARS / 4 + 2} textAnchor="end">
          conflict
        </text>
        <text x={LEFT - 6} y={zero + BARS / 2 + 4} textAnchor="end">
          {countWords(most, 'event')}
        </text>
        {over && <path className="temperature-line temperature-untold" d={over} />}
        {told && <path className="temperature-line" d={told} />}
        {points.map((point, at) => (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button
          <g
            key={point.period}
            className={`period${point.period === chosen ? ' period-chosen' : ''}`}
            role="button"
            tabIndex={point.events ? 0 : -1}
            aria-disabled={point.events === 0}
            aria-pressed={point.period === chosen}
            aria-label={pointWords(point)}
            onClick={() => point.events && onChoose(point.period)}
            onKeyDown={(press) => {
              if (press.key !== 'Enter' && press.key !== ' ') return;
              press.preventDefault();
              if (point.events) onChoose(point.period);
            }}
          >
            <title>{pointWords(point)}</title>
            <rect
              className="period-field"
              x={x(at) - step / 2}
              y={TOP - 6}
              width={step}
              height={HEIGHT - TOP - FOOT + 8}
            />
            {barsOf(point, size).map((bar) => (
              <rect
                key={bar.quad}
                className={`bar quad-${bar.quad}`}
                x={x(at) - Math.min(step * 0.36, 16)}
                width={Math.min(step * 0.72, 32)}
                y={zero + bar.y}
                height={bar.height}
              />
            ))}
            {point.score !== null && <circle className="point" cx={x(at)} cy={y(point.score)} r="4" />}
            {at % every === 0 && (
              <text x={x(at)} y={HEIGHT - 6} textAnchor="middle">
                {point.period}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
});

/** Deeds next to the line, words beyond them; cooperation upwards, conflict downwards. */
function barsOf({ quads: [words, deeds, harsh, harm] }: PeriodPoint, size: (count: number) => number) {
  return [
    { quad: 2, y: -size(deeds), height: size(deeds) },
    { quad: 1, y: -size(deeds) - size(words), height: size(words) },
    { quad: 4, y: 0, height: size(harm) },
    { quad: 3, y: size(harm), height: size(harsh) },
  ].filter(({ height }) => height > 0);
}
