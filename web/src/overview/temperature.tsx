// How warm or cold things were, period by period, with the events behind each point.

import { useCallback, useMemo, useRef, useState } from 'react';
import { Figure } from '../charts/figure.tsx';
import { type Address, useAddress, useChange } from '../data/address.ts';
import type { Asked } from '../data/ahead.ts';
import { type Loaded, useAnswer } from '../data/api.ts';
import { asOfAt, pairAt, pairQuery, useAsOf, usePair } from '../data/as-of.ts';
import { countWords, dateWords, QUAD_WORDS, scoreWords } from '../data/words.ts';
import { Entries } from '../item/entry.tsx';
import { useFocusHere } from '../item/use-focus-here.ts';
import { Emptied } from '../shell/emptied.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';
import { type PeriodPoint, pointsOf } from './periods.ts';
import { TemperatureChart } from './temperature-chart.tsx';

/** By what the address says; the pair as its sides deal with one another, else all, or all that one side is of. */
const periodAt = ({ query }: Address): 'year' | 'month' => (query.by === 'month' ? 'month' : 'year');

const betweenAsked = (address: Address) =>
  [
    '/api/temperature',
    { query: { pair: pairAt(address).join(','), ...asOfAt(address), by: periodAt(address) } },
  ] as const;

const overallAsked = (address: Address) =>
  [
    '/api/temperature/overall',
    { query: { entity: pairAt(address)[0], ...asOfAt(address), by: periodAt(address) } },
  ] as const;

export const temperatureAsked = (address: Address): Asked =>
  pairAt(address).length < 2 ? overallAsked(address) : betweenAsked(address);

export function Temperature() {
  const address = useAddress();
  const change = useChange();
  const pair = usePair();
  const by = periodAt(address);
  const [chosen, setChosen] = useState<string | null>(null);
  const [path, question] = betweenAsked(address);
  const between = useAnswer(path, pair.length < 2 ? null : question, true);
  const [overallPath, overallQuestion] = overallAsked(address);
  const overall = useAnswer(overallPath, pair.length < 2 ? overallQuestion : null, true);
  const answer = pair.length < 2 ? overall : between;
  const told = answer.state === 'there' ? answer.value : null;
  const points = useMemo(
    () => (told === null ? [] : pointsOf('rows' in told ? told.rows : told.points, by)),
    [told, by],
  );
  const choose = useCallback((period: string) => setChosen((before) => (before === period ? null : period)), []);
  const controls = (
    <span className="tabs">
      {(['year', 'month'] as const).map((period) => (
        <button
          key={period}
          type="button"
          aria-pressed={by === period}
          onClick={() => {
            change({ by: period === 'year' ? null : period }, { replace: true });
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
      note={
        <>
          mean of PLOVER’s scores, from −10 (cold) to +10 (warm), of what the sides did towards one another
          <span className="on-screen">; a point opens its events</span>
        </>
      }
    >
      <Answer of={answer as Loaded<unknown>} lines={11}>
        {() =>
          points.length ? (
            <>
              <Figure
                name={`temperature-by-${by}`}
                controls={controls}
                chart={<TemperatureChart points={points} chosen={chosen} onChoose={choose} />}
                table={<PointTable points={points} />}
                legend={<QuadLegend />}
              />
              {chosen && (
                <Behind
                  key={chosen}
                  period={chosen}
                  counted={points.find(({ period }) => period === chosen)?.events ?? 0}
                  onLeave={() => setChosen(null)}
                />
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
  readonly onLeave: () => void;
}

function Behind({ period, counted, onLeave }: BehindProps) {
  const box = useRef<HTMLDivElement>(null);
  useFocusHere(box);
  const pair = usePair();
  const asOf = useAsOf();
  const answer = useAnswer('/api/events', {
    query: { ...pairQuery(pair), ...asOf, from: period, to: period, modality: 'actual', limit: 20 },
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from wherever one is in it
    <div
      className="behind"
      ref={box}
      tabIndex={-1}
      onKeyDown={(press) => {
        if (press.key !== 'Escape') return;
        press.preventDefault();
        onLeave();
      }}
    >
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
            <td className="number">{score === null ? '–' : scoreWords(score)}</td>
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
