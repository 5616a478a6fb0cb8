// The timeline: what was done and said, drawn along time in lanes, and listed beneath.

import { useMemo } from 'react';
import { type Address, type Query, useAddress, useChange } from '../data/address.ts';
import type { Asks } from '../data/ahead.ts';
import { useAnswer } from '../data/api.ts';
import { asOfAt, pairAt, pairQuery } from '../data/as-of.ts';
import { dayNumber } from '../data/dates.ts';
import { countWords } from '../data/words.ts';
import { Emptied } from '../shell/emptied.tsx';
import { ExportMenu } from '../shell/export-menu.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { useUnknownSides } from '../shell/unknown-sides.ts';
import { Drawn } from './drawn.tsx';
import { Filters, filtersOf } from './filters.tsx';
import { kindsOf, LANES, lanesOf } from './lanes.ts';
import type { Window } from './layout.ts';
import { listAsked } from './listed.tsx';
import '../styles/timeline.css';

export const asks: Asks = (address) => {
  const { from, to, lanes } = address.query;
  const filters = filtersAt(address);
  return [
    ['/api/marks', { query: filters }],
    ['/api/timeline', listAsked({ filters: { ...filters, kind: kindsOf(lanesOf(lanes)) }, from, to })],
  ];
};

/** All kinds, whichever lanes are shown: a lane is then shown or hidden without asking. */
const filtersAt = (address: Address): Query => ({
  ...filtersOf(address.query),
  ...pairQuery(pairAt(address)),
  ...asOfAt(address),
  kind: kindsOf(LANES),
});

export function Timeline() {
  const address = useAddress();
  const { query } = address;
  const lanes = useMemo(() => lanesOf(query.lanes), [query.lanes]);
  const filters = filtersAt(address);
  // One question tells from when to when it all is, and is drawn until a part of it is looked at. What is drawn is looked
  // at first, and asked for before the list.
  const whole = useAnswer('/api/marks', { query: filters }, true);
  const isStrange = useUnknownSides().length > 0;
  const fresh = whole.state === 'there' && whole.fresh;
  return (
    <Page
      title="Timeline"
      lead="What was done and said, along time. A point is a dated day; a hatched span may be any day of it."
      actions={
        <>
          <Lanes />
          <ExportMenu query={{ ...filtersOf(query), from: query.from, to: query.to }} />
        </>
      }
    >
      <Filters />
      <Answer of={whole} lines={12}>
        {(all) =>
          all.from === null || all.to === null ? (
            <Emptied
              title={
                isStrange
                  ? 'The link names an actor that the record does not have.'
                  : 'Nothing dated in the record fits.'
              }
            >
              {isStrange ? (
                'Leave it out above, or choose another there.'
              ) : (
                <>
                  {all.undated > 0 && `${countWords(all.undated, 'item')} without a date would. `}
                  Take a filter away, choose other actors, or <Link page="add">add documents</Link>.
                </>
              )}
            </Emptied>
          ) : (
            <Drawn filters={filters} all={all} fresh={fresh} whole={wholeOf(all.from, all.to)} lanes={lanes} />
          )
        }
      </Answer>
    </Page>
  );
}

/** A little more than all of it, so that nothing stands on the edge. */
function wholeOf(from: string, to: string): Window {
  const [start, end] = [dayNumber(from), dayNumber(to) + 1];
  const air = Math.max(3, (end - start) * 0.02);
  return { from: start - air, to: end + air };
}

function Lanes() {
  const { query } = useAddress();
  const change = useChange();
  const chosen = lanesOf(query.lanes);
  return (
    <fieldset className="choices">
      <legend>Lanes</legend>
      {LANES.map((lane) => (
        <label key={lane.id} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(lane)}
            onChange={() => {
              const next = LANES.filter((known) => (known === lane) !== chosen.includes(known));
              const all = next.length === LANES.length;
              change({ lanes: all ? null : next.map(({ id }) => id).join(',') }, { replace: true });
            }}
          />
          {lane.title}
        </label>
      ))}
    </fieldset>
  );
}
