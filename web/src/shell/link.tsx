// A link within the page: moves without loading anew, and stays a link for a new tab, a bookmark, a screen reader.
import type { MouseEvent, ReactNode } from 'react';
import { hrefOf, type Route } from '../data/route.ts';

interface Props {
  /** Where it leads. */
  readonly route: Route;
  readonly onMove: (route: Route) => void;
  readonly children: ReactNode;
  readonly className?: string;
  readonly current?: boolean;
  readonly tabIndex?: number;
}

export function Link({ route, onMove, children, className, current = false, tabIndex }: Props) {
  const open = (click: MouseEvent) => {
    // With a modifier the browser opens a tab or window of its own.
    if (click.metaKey || click.ctrlKey || click.shiftKey) return;
    click.preventDefault();
    onMove(route);
  };
  return (
    <a
      href={hrefOf(route)}
      onClick={open}
      className={className}
      aria-current={current ? 'true' : undefined}
      tabIndex={tabIndex}
    >
      {children}
    </a>
  );
}
