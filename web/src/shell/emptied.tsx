// Stands where a list is empty: by the dates looked at, with the way back to now, or for the reason that the page gives.
import type { ReactNode } from 'react';
import { useChange } from '../data/address.ts';
import { useAsOf } from '../data/as-of.ts';
import { asOfWords } from '../data/words.ts';
import { Notice } from './notice.tsx';

interface Props {
  readonly title: string;
  /** The next step where no date is the reason. */
  readonly children?: ReactNode;
}

export function Emptied({ title, children }: Props) {
  const { world, known } = useAsOf();
  const change = useChange();
  if (!world && !known) return <Notice title={title}>{children}</Notice>;
  return (
    <Notice title={title}>
      Looked at {asOfWords({ world, known })}. Choose a later date above, or{' '}
      <button type="button" className="button-quiet" onClick={() => change({ world: null, known: null })}>
        go back to now
      </button>
      .
    </Notice>
  );
}
