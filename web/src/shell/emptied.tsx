// Stands where a list is empty: because the record is, by the dates looked at with the way back to now, or for the reason
// that the page gives.
import type { ReactNode } from 'react';
import { useChange } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { useAsOf } from '../data/as-of.ts';
import { asOfWords } from '../data/words.ts';
import { Link } from './link.tsx';
import { Notice } from './notice.tsx';

interface Props {
  readonly title: string;
  /** The next step where no date is the reason. */
  readonly children?: ReactNode;
}

export function Emptied({ title, children }: Props) {
  const { world, known } = useAsOf();
  const change = useChange();
  const record = useAnswer('/api/record');
  if (record.state === 'there' && record.value.documents === 0) {
    return (
      <Notice title="The record is empty.">
        <Link page="add">Add the first documents</Link>: files, a text you paste, or an address.
      </Notice>
    );
  }
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
