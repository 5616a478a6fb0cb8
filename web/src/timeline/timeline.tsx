// The timeline of the record: what was done and said, by date; what has no date stands at the end.
import { useState } from 'react';
import type { AnyView } from '../../../src/service/contract.ts';
import { addressOf, useAnswer } from '../data/api.ts';
import type { Route } from '../data/route.ts';
import { yearOf } from '../data/words.ts';
import { Notice } from '../shell/notice.tsx';
import { Entry } from './entry.tsx';
import { Filters } from './filters.tsx';
import { Legend } from './legend.tsx';
import { Years } from './years.tsx';

/** Items asked for at once; more on request. */
const PORTION = 200;

interface Props {
  readonly route: Route;
  readonly onMove: (change: Partial<Route>) => void;
}

export function Timeline({ route, onMove }: Props) {
  const { kind, text, year } = route;
  const query = { kind, text, from: year, to: year };
  return (
    <section className="timeline" aria-label="Timeline">
      <Years route={route} onMove={onMove} />
      <Filters route={route} onMove={onMove} />
      <Legend />
      {/* A new question begins with its first portion. */}
      <Entries key={addressOf('', query)} query={query} route={route} onMove={onMove} />
    </section>
  );
}

function Entries({ query, route, onMove }: Props & { readonly query: Record<string, string> }) {
  const [limit, setLimit] = useState(PORTION);
  const answer = useAnswer<'/api/timeline'>(addressOf('/api/timeline', { ...query, limit }));
  if (answer.state === 'loading') return <Notice>Reading the record …</Notice>;
  if (answer.state === 'refused') return <Notice>{answer.message}</Notice>;
  const { items, total } = answer.value;
  if (total === 0) return <Notice>Nothing in the record fits.</Notice>;
  return (
    <>
      {byYear(items).map(([year, group]) => (
        <section key={year} className="year" aria-label={year || 'Undated'}>
          <h2>{year || 'Undated'}</h2>
          <ol>
            {group.map((item) => (
              <Entry key={item.id} item={item} route={route} onMove={onMove} />
            ))}
          </ol>
        </section>
      ))}
      {total > items.length && (
        <button type="button" className="more" onClick={() => setLimit(limit + PORTION)} disabled={limit >= 500}>
          {limit >= 500 ? `${total - items.length} more: narrow the timeline to see them` : `Show more of ${total}`}
        </button>
      )}
    </>
  );
}

/** Groups that follow one another in the order given. */
function byYear(items: readonly AnyView[]): readonly (readonly [year: string, items: readonly AnyView[]])[] {
  const groups = new Map<string, AnyView[]>();
  for (const item of items) {
    const year = yearOf(item.time);
    const group = groups.get(year);
    if (group) group.push(item);
    else groups.set(year, [item]);
  }
  return [...groups];
}
