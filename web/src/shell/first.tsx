// The beginning of a long list, and all of it on request: a thousand lines at once hold the page up and are not read.
import { type ReactNode, useState } from 'react';
import { countWords } from '../data/words.ts';

interface Props<T> {
  readonly of: readonly T[];
  /** What one of them is: "meeting". */
  readonly what: string;
  readonly children: (shown: readonly T[]) => ReactNode;
}

const MOST = 20;

export function First<T>({ of: all, what, children }: Props<T>) {
  const [whole, setWhole] = useState(false);
  // A button for two lines more would take their place.
  const short = !whole && all.length > MOST + 2;
  return (
    <>
      {children(short ? all.slice(0, MOST) : all)}
      {short && (
        <button type="button" className="button" onClick={() => setWhole(true)}>
          Show all {countWords(all.length, what)}
        </button>
      )}
    </>
  );
}
