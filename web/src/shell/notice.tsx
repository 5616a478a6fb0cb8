// What stands where content will be, is missing, or could not be had, with the next step.
import { memo, type ReactNode } from 'react';
import { useChange } from '../data/address.ts';
import { forgetAnswers, type Loaded } from '../data/api.ts';
import { useAsOf } from '../data/as-of.ts';
import { asOfWords, sentenceOf } from '../data/words.ts';
import { Answered } from './answered.tsx';
import { Link } from './link.tsx';
import { Page } from './page.tsx';

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
  /** Whether all of a page is shown by it, title included: then what takes its place is a page as well. */
  readonly page?: boolean;
  readonly children: (value: T) => ReactNode;
}

/** The answer once it is there; until then what is going on, or what went wrong and how to go on. */
export function Answer<T>({ of, lines = 4, alone = false, page = false, children }: Props<T>) {
  if (of.state === 'loading') {
    return page ? (
      <div className="page">
        <Waiting lines={8} />
      </div>
    ) : (
      <Waiting lines={lines} />
    );
  }
  if (of.state === 'refused') {
    const title = of.code === 'not-found' ? 'There is nothing here' : 'This could not be had';
    return page ? (
      <Page title={title}>
        <Refused of={of} />
      </Page>
    ) : (
      <Refused of={of} title={title} />
    );
  }
  return (
    <Answered fresh={of.fresh}>
      {alone ? <Kept of={of} show={children as (value: unknown) => ReactNode} /> : children(of.value)}
    </Answered>
  );
}

interface RefusedProps {
  readonly of: Extract<Loaded<unknown>, { readonly state: 'refused' }>;
  readonly title?: string;
}

function Refused({ of: { code, message }, title }: RefusedProps) {
  return (
    <div className="notice notice-fault" role="alert">
      {title && <p className="notice-title">{title}</p>}
      <p>{sentenceOf(message)}</p>
      {code === 'not-found' ? (
        <>
          <p>
            It may have been merged, split or read anew since. Search for it by name above, or go to the{' '}
            <Link page="">overview</Link>.
          </p>
          <ByDate />
        </>
      ) : (
        <button type="button" className="button" onClick={forgetAnswers}>
          Try again
        </button>
      )}
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
