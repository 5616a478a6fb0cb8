// The beginning of a long list, and all of it on request: a thousand lines at once hold the page up and are not read.
import { type ReactNode, useState } from 'react';
import { useDwell } from '../data/use-dwell.ts';
import { countWords } from '../data/words.ts';

/** How long a list is of which the beginning may be there alone, and what asks for all of it, also ahead of its being wanted. */
export interface Rest {
  readonly total: number;
  /** Whether all of it is. */
  readonly isWanted: boolean;
  readonly ask: () => void;
  readonly ahead: () => void;
}

interface Props<T> {
  readonly of: readonly T[];
  /** Where `of` may be their beginning alone. */
  readonly rest?: Rest;
  /** What one of them is: "meeting". */
  readonly what: string;
  readonly children: (shown: readonly T[]) => ReactNode;
}

const MOST = 20;

/** As many as are shown at first: a button for two lines more would take their place. */
export const AT_FIRST = MOST + 2;

export function First<T>({ of: given, rest, what, children }: Props<T>) {
  const [asked, setAsked] = useState(false);
  const isWanted = asked || rest?.isWanted;
  const total = Math.max(given.length, rest?.total ?? 0);
  const dwell = useDwell(() => given.length < total && rest?.ahead());
  const short = total > AT_FIRST && (!isWanted || given.length < total);
  return (
    <>
      {children(short ? given.slice(0, MOST) : given)}
      {short && (
        <>
          <button
            type="button"
            className="button"
            aria-busy={isWanted}
            onPointerEnter={dwell.start}
            onPointerLeave={dwell.stop}
            onFocus={dwell.start}
            onBlur={dwell.stop}
            onClick={() => {
              dwell.stop();
              setAsked(true);
              if (given.length < total) rest?.ask();
            }}
          >
            Show all {countWords(total, what)}
          </button>
          <p className="on-paper label">
            1 to {MOST} of {total.toLocaleString('en')}
          </p>
        </>
      )}
    </>
  );
}
