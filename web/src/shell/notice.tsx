// What stands where content will be, is missing, or could not be had, with the next step.
import { memo, type ReactNode } from 'react';
import { useChange } from '../data/address.ts';
import { forgetAnswers, type Loaded } from '../data/api.ts';
import { useAsOf } from '../data/as-of.ts';
import { asOfWords } from '../data/words.ts';

export function Notice({ title, children }: { readonly title?: string; readonly children?: ReactNode }) {
  return (
    <div className="notice" role="status">
      {title && <p className="notice-title">{title}</p>}
      {children && <p>{children}</p>}
    </div>
  );
}

/** What is not there may be so by the dates looked at. */
function ByDate() {
  const { world, known } = useAsOf();
  const change = useChange();
  if (!world && !known) return null;
  return (
    <p>
      Looked at {asOfWords({ world, known })}: nothing may be told of it by then.{' '}
      <button type="button" className="button" onClick={() => change({ world: null, known: null })}>
        Go back to now
      </button>
    </p>
  );
}

/** Grey lines in the place of what is on its way. */
export function Waiting({
  lines = 4,
  label = 'Reading the record …',
}: {
  readonly lines?: number;
  readonly label?: string;
}) {
  return (
    <div className="waiting" role="status">
      <span className="unseen">{label}</span>
      {Array.from({ length: lines }, (_, at) => `w${at}`).map((key) => (
        <i key={key} aria-hidden="true" />
      ))}
    </div>
  );
}

interface Props<T> {
  readonly of: Loaded<T>;
  readonly lines?: number;
  /** Whether what is shown depends on the answer alone: then it is left as it is while a newer one is on its way. */
  readonly alone?: boolean;
  readonly children: (value: T) => ReactNode;
}

/** The answer once it is there; until then what is going on, or what went wrong and how to go on. */
export function Answer<T>({ of, lines = 4, alone = false, children }: Props<T>) {
  if (of.state === 'loading') return <Waiting lines={lines} />;
  if (of.state === 'refused') {
    return (
      <div className="notice notice-fault" role="alert">
        <p className="notice-title">{of.code === 'not-found' ? 'There is nothing here' : 'This could not be had'}</p>
        <p>{of.message}</p>
        {of.code === 'not-found' && <ByDate />}
        {of.code !== 'not-found' && (
          <button type="button" className="button" onClick={forgetAnswers}>
            Try again
          </button>
        )}
      </div>
    );
  }
  return (
    <div className={of.fresh ? 'answer' : 'answer answer-stale'}>
      {alone ? <Kept of={of} show={children as (value: unknown) => ReactNode} /> : children(of.value)}
    </div>
  );
}

interface KeptProps {
  readonly of: { readonly value: unknown; readonly fresh: boolean };
  readonly show: (value: unknown) => ReactNode;
}

const Kept = memo(
  ({ of, show }: KeptProps) => show(of.value),
  (before, { of }) => !of.fresh && of.value === before.of.value,
);
