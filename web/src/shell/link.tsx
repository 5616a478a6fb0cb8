// A link within the page: moves without loading anew, and stays a link for a new tab, a bookmark, a screen reader.
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { type Address, addressNow, changed, elsewhere, moveTo, parseAddress, type Query } from '../data/address.ts';
import { askAheadAt } from '../data/ahead.ts';
import { useDwell } from '../data/use-dwell.ts';
import { keepWritten } from './written.ts';

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
  const anchor = useRef<HTMLAnchorElement>(null);
  const hrefFrom = (address: Address) =>
    page === undefined ? changed(address, query) : elsewhere(address, page, id, query);
  // What it leads to may be another with each drawing.
  useEffect(() => (anchor.current ? keepWritten(anchor.current, hrefFrom) : undefined));
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
      ref={anchor}
      href={hrefFrom(addressNow())}
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
