// A form that opens below the button for it: its first field has the focus; Escape and “leave it” close it.
import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  readonly label: string;
  /** What its main button says. */
  readonly save: string;
  /** Whether there is something to save. */
  readonly ready: boolean;
  /** While something is being saved nothing else is. */
  readonly busy: boolean;
  readonly onSave: () => void;
  /** Gives the focus back to the button that opened it. */
  readonly onLeave: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Sheet({ label, save, ready, busy, onSave, onLeave, className = '', children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const here = form.current;
    // Below the evidence it would open out of sight; beside a text that is looked at the text stays where it is.
    if (here?.closest('.panel')) here.scrollIntoView({ block: 'nearest' });
    here?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  return (
    <form
      className={`correct ${className}`}
      aria-label={label}
      ref={form}
      onSubmit={(submit) => {
        submit.preventDefault();
        if (ready && !busy) onSave();
      }}
      onKeyDown={(press) => {
        if (press.key !== 'Escape' || press.defaultPrevented) return;
        press.preventDefault();
        onLeave();
      }}
    >
      {children}
      <p className="review-buttons">
        <button type="submit" className="button button-main" disabled={!ready}>
          {save}
        </button>
        <button type="button" className="button-quiet" onClick={onLeave}>
          leave it
        </button>
      </p>
    </form>
  );
}
