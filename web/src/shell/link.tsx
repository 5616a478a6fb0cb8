// A link within the page: moves without loading anew, and stays a link for a new tab, a bookmark, a screen reader.
import type { MouseEvent, ReactNode } from 'react';
import { changed, elsewhere, moveTo, type Query, useAddress } from '../data/address.ts';

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
  const address = useAddress();
  const href = page === undefined ? changed(address, query) : elsewhere(address, page, id, query);
  const open = (click: MouseEvent) => {
    // With a modifier the browser opens a tab or window of its own.
    if (click.metaKey || click.ctrlKey || click.shiftKey) return;
    click.preventDefault();
    moveTo(href);
    if (page !== undefined) scrollTo(0, 0);
  };
  return (
    <a
      href={href}
      onClick={open}
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
