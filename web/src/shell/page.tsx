// The frame of a page: its title, what it says of itself, what one can do with it as a whole.
import { type ReactNode, useEffect } from 'react';

interface Props {
  readonly title: string;
  /** A line under the title. */
  readonly lead?: ReactNode;
  /** Buttons and menus beside the title. */
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Page({ title, lead, actions, className = '', children }: Props) {
  useEffect(() => {
    document.title = `${title} – Rapporteur`;
  }, [title]);
  return (
    <div className={`page ${className}`}>
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <div className="lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly more?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a page with a heading of its own. */
export function Section({ title, note, more, className = '', children }: SectionProps) {
  return (
    <section className={`section ${className}`} aria-label={title}>
      <header className="section-head">
        <h2>{title}</h2>
        {note && <span className="label">{note}</span>}
        {more && <span className="section-more">{more}</span>}
      </header>
      {children}
    </section>
  );
}
