// How warm or cold things were, period by period, with the events behind each point.

import { useMemo, useState } from 'react';
import { Figure } from '../charts/figure.tsx';
import { type Loaded, useAnswer } from '../data/api.ts';
import { pairQuery, useAsOf, usePair } from '../data/as-of.ts';
import { countWords, dateWords, QUAD_WORDS } from '../data/words.ts';
import { Entries } from '../item/entry.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';
import { type PeriodPoint, pointsOf } from './periods.ts';
import { TemperatureChart } from './temperature-chart.tsx';

export function Temperature() {
  const pair = usePair();
  const asOf = useAsOf();
  const [by, setBy] = useState<'year' | 'month'>('year');
  const [chosen, setChosen] = useState<string | null>(null);
  const [one] = pair;
  const between = useAnswer(
    '/api/temperature',
    pair.length < 2 ? null : { query: { pair: pair.join(','), ...asOf, by } },
    true,
  );
  const overall = useAnswer(
    '/api/temperature/overall',
    pair.length < 2 ? { query: { entity: one, ...asOf, by } } : null,
    true,
  );
  const answer = pair.length < 2 ? overall : between;
  const points = useMemo(() => {
    if (answer.state !== 'there') return [];
    return pointsOf('rows' in answer.value ? answer.value.rows : answer.value.points, by);
  }, [answer, by]);
  const controls = (
    <span className="tabs">
      {(['year', 'month'] as const).map((period) => (
        <button
          key={period}
          type="button"
          aria-pressed={by === period}
          onClick={() => {
            setBy(period);
            setChosen(null);
          }}
        >
          by {period}
        </button>
      ))}
    </span>
  );
  return (
    <Section
      title="Temperature"
      note="mean of PLOVER’s scores, from −10 (cold) to +10 (warm), of what the sides did towards one another; a point opens its events"
    >
      <Answer of={answer as Loaded<unknown>} lines={6}>
        {() =>
          points.length ? (
            <>
              <Figure
                name={`temperature-by-${by}`}
                controls={controls}
                chart={
                  <TemperatureChart
                    points={points}
                    chosen={chosen}
                    onChoose={(period) => setChosen(period === chosen ? null : period)}
                  />
                }
                table={<PointTable points={points} />}
                legend={<QuadLegend />}
              />
              {chosen && (
                <Behind period={chosen} counted={points.find(({ period }) => period === chosen)?.events ?? 0} />
              )}
            </>
          ) : (
            <Emptied title="No dated dealings between these sides.">
              Choose other actors above, or look at <Link page="timeline">the timeline</Link> for what one side did
              alone.
            </Emptied>
          )
        }
      </Answer>
    </Section>
  );
}

interface BehindProps {
  readonly period: string;
  /** How many events the point is made of. */
  readonly counted: number;
}

function Behind({ period, counted }: BehindProps) {
  const pair = usePair();
  const asOf = useAsOf();
  const answer = useAnswer('/api/events', {
    query: { ...pairQuery(pair), ...asOf, from: period, to: period, modality: 'actual', limit: 20 },
  });
  return (
    <div className="behind">
      <h3>What lies behind {dateWords({ value: period })}</h3>
      <Answer of={answer}>
        {({ items, total }) => (
          <>
            {total !== counted && (
              <p className="label">
                The point counts {countWords(counted, 'dealing')} of two sides with one another; here stands all that
                happened.
              </p>
            )}
            <Entries items={items} />
            {total > items.length && (
              <Link
                page="timeline"
                query={{ from: period, to: period, modality: 'actual', lanes: 'cooperation,conflict' }}
              >
                All {countWords(total, 'event')} on the timeline
              </Link>
            )}
          </>
        )}
      </Answer>
    </div>
  );
}

function PointTable({ points }: { readonly points: readonly PeriodPoint[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th>period</th>
          <th className="number">temperature</th>
          {QUAD_WORDS.slice(1).map((words) => (
            <th key={words} className="number">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(({ period, score, quads }) => (
          <tr key={period}>
            <td>{period}</td>
            <td className="number">{score === null ? '–' : score.toFixed(1)}</td>
            {quads.map((number, at) => (
              <td key={QUAD_WORDS[at + 1]} className="number">
                {number}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function QuadLegend() {
  return (
    <ul className="legend" aria-label="What the colours mean">
      {QUAD_WORDS.slice(1).map((words, at) => (
        <li key={words}>
          <svg className={`sign quad-${at + 1}`} viewBox="0 0 16 16" aria-hidden="true">
            <rect className="sign-shape" x="3" y="3" width="10" height="10" />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
