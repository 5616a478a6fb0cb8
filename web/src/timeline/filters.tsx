// What the timeline is narrowed to: the kind of item, and words in its sentence.
import { useEffect, useState } from 'react';
import type { Route } from '../data/route.ts';

const KINDS = [
  ['event', 'Events'],
  ['statement', 'Statements'],
  ['event,statement', 'Both'],
] as const;
/** Milliseconds of rest after which what was typed is asked for. */
const REST = 250;

interface Props {
  readonly route: Route;
  readonly onMove: (change: Partial<Route>) => void;
}

export function Filters({ route, onMove }: Props) {
  const [typed, setTyped] = useState(route.text);
  // The address may change by other ways than typing: back, forward, a link.
  useEffect(() => setTyped(route.text), [route.text]);
  useEffect(() => {
    if (typed === route.text) return undefined;
    const timer = setTimeout(() => onMove({ text: typed }), REST);
    return () => clearTimeout(timer);
  }, [typed, route.text, onMove]);
  return (
    <search className="filters">
      <input
        type="search"
        value={typed}
        placeholder="Words in the sentence"
        aria-label="Words in the sentence"
        onChange={(change) => setTyped(change.target.value)}
      />
      <fieldset>
        <legend>Kind of item</legend>
        {KINDS.map(([kind, title]) => (
          <label key={kind}>
            <input type="radio" name="kind" checked={route.kind === kind} onChange={() => onMove({ kind })} />
            {title}
          </label>
        ))}
      </fieldset>
    </search>
  );
}
