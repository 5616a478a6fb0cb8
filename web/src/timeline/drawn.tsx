// The window on the timeline: where it is, what is asked for it, and its place in the address.
import { useCallback, useEffect, useRef, useState } from 'react';
import { isDate } from '../../../src/model/written-date.ts';
import type { MarksView } from '../../../src/service/contract.ts';
import { type Query, useAddress, useChange } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { dayNumber, isoOfDay } from '../data/dates.ts';
import { Answered } from '../shell/answered.tsx';
import { Answer } from '../shell/notice.tsx';
import { Chart } from './chart.tsx';
import { kindsOf, type Lane } from './lanes.ts';
import { firstDay, type Window } from './layout.ts';
import { Legend } from './legend.tsx';
import { Listed } from './listed.tsx';

/** Milliseconds of rest after which a moved window is asked for and put in the address. */
const REST = 180;

/** A move by this part of the window is a step, by a button or a key, which is asked for at once; a hand that drags moves by less. */
const STEP = 0.1;

interface Props {
  readonly filters: Query;
  /** All that fits, whenever it is; marks one by one where they are few enough. */
  readonly all: MarksView;
  readonly fresh: boolean;
  /** The window that shows all. */
  readonly whole: Window;
  readonly lanes: readonly Lane[];
}

export function Drawn({ filters, all, fresh, whole, lanes }: Props) {
  const { query } = useAddress();
  const change = useChange();
  const asked = windowIn(query.from, query.to) ?? whole;
  const [window, setWindow] = useState(asked);
  // Whether the hand moved the window since the address last did; "back" moves it, too, and must not be fought with.
  const moved = useRef(false);
  const { from, to } = query;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a changed address, or another whole, sets the window
  useEffect(() => {
    if (!moved.current) setWindow(asked);
    moved.current = false;
  }, [from, to, whole.from, whole.to]);
  const last = useRef({ window, at: 0 });
  const move = useCallback((next: Window) => {
    moved.current = true;
    setWindow(next);
  }, []);
  useEffect(() => {
    const before = last.current;
    last.current = { window, at: performance.now() };
    if (!moved.current) return undefined;
    const place = { from: isoOfDay(Math.floor(window.from)), to: isoOfDay(Math.ceil(window.to)) };
    const go = () => change({ ...place, offset: null }, { replace: true });
    // A key that is held down makes many steps: the first is asked for, and where it ends.
    const rests = last.current.at - before.at < REST || !isStep(before.window, window);
    const timer = setTimeout(go, rests ? REST : 0);
    return () => clearTimeout(timer);
  }, [window, change]);
  const kinds = new Set(lanes.flatMap((lane) => lane.kinds));
  const undated = all.kinds.reduce((sum, { kind, number, dated }) => sum + (kinds.has(kind) ? number - dated : 0), 0);
  const length = asked.to - asked.from;
  const within = {
    ...filters,
    // Half a window more on either side is there before one gets to it.
    from: isoOfDay(Math.floor(asked.from - length / 2)),
    to: isoOfDay(Math.ceil(asked.to + length / 2)),
    by: length > 3660 ? 'year' : length > 120 ? 'month' : 'day',
  };
  // Marks that are all there are drawn at any window; counts are asked for again as one comes nearer.
  const isWhole = all.counts.length === 0 || asked === whole;
  const near = useAnswer('/api/marks', isWhole ? null : { query: within }, true);
  const view = isWhole || near.state !== 'there' ? all : near.value;
  const isFresh = fresh && (isWhole || (near.state === 'there' && near.fresh));
  return (
    <>
      {near.state === 'refused' && <Answer of={near}>{() => null}</Answer>}
      <Answered fresh={isFresh}>
        <Chart
          view={view}
          lanes={lanes}
          window={window}
          onWindow={move}
          onWhole={() => {
            moved.current = false;
            setWindow(whole);
            change({ from: null, to: null, offset: null });
          }}
        />
      </Answered>
      <Legend />
      <Listed filters={{ ...filters, kind: kindsOf(lanes) }} from={from} to={to} undated={undated} />
    </>
  );
}

function isStep(before: Window, after: Window): boolean {
  const least = (before.to - before.from) * STEP;
  return Math.abs(after.from - before.from) >= least || Math.abs(after.to - before.to) >= least;
}

function windowIn(from: string | undefined, to: string | undefined): Window | null {
  if (!from || !to || !isDate(from) || !isDate(to)) return null;
  const window = { from: dayNumber(firstDay(from)), to: dayNumber(lastDay(to)) + 1 };
  return window.from < window.to ? window : null;
}

function lastDay(date: string): string {
  if (date.length === 10) return date;
  const [year = 0, month = 12] = date.split('-').map(Number);
  return isoOfDay(Math.round(Date.UTC(year, month, 0) / 86_400_000));
}
