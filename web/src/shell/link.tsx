// A link within the page: moves without loading anew, and stays a link for a new tab, a bookmark, a screen reader.
import { type MouseEvent, type ReactNode, startTransition, useEffect, useState } from 'react';
import {
  type Address,
  addressNow,
  changed,
  elsewhere,
  moveTo,
  parseAddress,
  type Query,
  watchAddress,
} from '../data/address.ts';
import { askAheadAt } from '../data/ahead.ts';
import { useDwell } from '../data/use-dwell.ts';

interface Props {
  /** The page it leads to; without it the link stays on the page and changes only its query. */
  readonly page?: string;
  readonly id?: string | null;
  readonly query?: Query;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly current?: boolean | 'page';
  readonly tabIndex?: number;
  readonly title?: string | undefined;
  readonly label?: string | undefined;
}

export function Link({
  page,
  id = null,
  query = {},
  children,
  className,
  current = false,
  tabIndex,
  title,
  label,
}: Props) {
  const address = useLastAddress();
  const hrefFrom = (address: Address) =>
    page === undefined ? changed(address, query) : elsewhere(address, page, id, query);
  const open = (click: MouseEvent) => {
    // With a modifier the browser opens a tab or window of its own.
    if (click.metaKey || click.ctrlKey || click.shiftKey) return;
    click.preventDefault();
    moveTo(hrefFrom(addressNow()));
    if (page !== undefined) scrollTo(0, 0);
  };
  const ask = () => {
    const { pathname, search } = new URL(hrefFrom(addressNow()), location.href);
    askAheadAt(parseAddress(pathname, search));
  };
  const dwell = useDwell(ask);
  return (
    <a
      href={hrefFrom(address)}
      onClick={open}
      // A press lasts longer than most answers take.
      onPointerDown={ask}
      onPointerEnter={dwell.start}
      onPointerLeave={dwell.stop}
      onFocus={dwell.start}
      onBlur={dwell.stop}
      className={className}
      aria-current={current || undefined}
      aria-label={label}
      tabIndex={tabIndex}
      title={title}
    >
      {children}
    </a>
  );
}

/** The address, but after a move what one waits for comes first: hundreds of links are written anew once that is asked for. */
function useLastAddress(): Address {
  const [address, setAddress] = useState(addressNow);
  useEffect(() => {
    const follow = () => startTransition(() => setAddress(addressNow()));
    follow();
    return watchAddress(follow);
  }, []);
  return address;
}
