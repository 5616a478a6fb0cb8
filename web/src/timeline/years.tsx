// The years at a glance: cooperation above the line, conflict below it; a year is a link to its items.
import type { EventView } from '../../../src/service/contract.ts';
import { addressOf, useAnswer } from '../data/api.ts';
import type { Route } from '../data/route.ts';
import { yearOf } from '../data/words.ts';

interface Year {
  readonly year: string;
  /** Events of quad classes 1 to 4, at index 0 to 3. */
  readonly quads: readonly [number, number, number, number];
}

interface Props {
  readonly route: Route;
  readonly onMove: (change: Partial<Route>) => void;
}

const HEIGHT = 22;
/** At most so many years are written out; the others are told by their bars' places. */
const LABELS = 12;

export function Years({ route, onMove }: Props) {
  const answer = useAnswer<'/api/timeline'>(addressOf('/api/timeline', { kind: 'event', limit: 500 }));
  if (answer.state !== 'there') return null;
  const years = countYears(answer.value.items.filter((item) => item.kind === 'event'));
  if (years.length < 2) return null;
  const most = Math.max(...years.flatMap(({ quads: [a, b, c, d] }) => [a + b, c + d]), 1);
  const step = Math.ceil(years.length / LABELS);
  return (
    <nav className="years" aria-label="Years">
      {years.map(({ year, quads }, at) => (
        <button
          type="button"
          key={year}
          aria-pressed={route.year === year}
          aria-label={year}
          title={`${year}: ${quads[0] + quads[1]} of cooperation, ${quads[2] + quads[3]} of conflict`}
          onClick={() => onMove({ year: route.year === year ? '' : year })}
        >
          <svg viewBox={`0 0 10 ${2 * HEIGHT + 1}`} preserveAspectRatio="none" aria-hidden="true">
            {barsOf(quads, most).map(({ quad, y, height }) => (
              <rect key={quad} className={`quad-${quad}`} x="1.5" width="7" y={y} height={height} />
            ))}
            <path d={`M0 ${HEIGHT + 0.5}H10`} />
          </svg>
          <span>{at % step === 0 ? `’${year.slice(2)}` : ''}</span>
        </button>
      ))}
    </nav>
  );
}

/** Every year from the first to the last that has an event, the empty ones too: a gap in time is shown as one. */
function countYears(events: readonly EventView[]): readonly Year[] {
  const counts = new Map<string, [number, number, number, number]>();
  for (const event of events) {
    const year = yearOf(event.time);
    if (!year) continue;
    const quads = counts.get(year) ?? [0, 0, 0, 0];
    quads[event.quad - 1] = (quads[event.quad - 1] ?? 0) + 1;
    counts.set(year, quads);
  }
  const known = [...counts.keys()].map(Number);
  const first = Math.min(...known);
  const length = known.length ? Math.max(...known) - first + 1 : 0;
  return Array.from({ length }, (_, at) => {
    const year = String(first + at).padStart(4, '0');
    return { year, quads: counts.get(year) ?? [0, 0, 0, 0] };
  });
}

function barsOf([words, deeds, harsh, harm]: Year['quads'], most: number) {
  const size = (count: number) => (count / most) * HEIGHT;
  return [
    { quad: 2, y: HEIGHT - size(deeds), height: size(deeds) },
    { quad: 1, y: HEIGHT - size(deeds) - size(words), height: size(words) },
    { quad: 4, y: HEIGHT + 1, height: size(harm) },
    { quad: 3, y: HEIGHT + 1 + size(harm), height: size(harsh) },
  ].filter(({ height }) => height > 0);
}
