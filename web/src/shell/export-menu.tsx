// What a view shows, as a file: every format the record offers, narrowed as the view is.
import { useEffect, useId, useRef, useState } from 'react';
import { addressOf, type Query } from '../data/address.ts';
import { ask } from '../data/api.ts';
import { pairQuery, useAsOf, usePair } from '../data/as-of.ts';

interface Format {
  readonly name: string;
  readonly summary: string;
  readonly loses: string;
  readonly tables: readonly string[];
}

/** @param query what narrows the view beyond pair and dates, in the parameters of a list of items */
export function ExportMenu({ query = {} }: { readonly query?: Query }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const leave = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', leave);
    addEventListener('focusin', leave);
    return () => {
      removeEventListener('pointerdown', leave);
      removeEventListener('focusin', leave);
    };
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the list from wherever one is in it
    <div
      className="menu"
      ref={box}
      onKeyDown={(press) => {
        if (press.key !== 'Escape' || !open) return;
        press.preventDefault();
        setOpen(false);
        box.current?.querySelector('button')?.focus();
      }}
    >
      <button type="button" className="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        Export
      </button>
      <div id={id} className="menu-list" hidden={!open}>
        {open && <Formats query={query} />}
      </div>
    </div>
  );
}

/** What people ask for most comes first; the rest stays as the service has it. */
const FIRST = ['csv', 'html', 'md'];

function byUse(one: Format, other: Format): number {
  const place = ({ name }: Format) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return place(one) - place(other);
}

function Formats({ query }: { readonly query: Query }) {
  const asOf = useAsOf();
  const pair = usePair();
  const [formats, setFormats] = useState<readonly Format[] | string>([]);
  useEffect(() => {
    const abort = new AbortController();
    ask<readonly Format[]>('/api/exports', abort.signal).then(
      (answer) => setFormats(answer.state === 'there' ? answer.value : answer.message),
      () => undefined,
    );
    return () => abort.abort();
  }, []);
  if (typeof formats === 'string') return <p role="alert">{formats}</p>;
  return (
    <>
      <p className="label">What this view shows, as a file</p>
      <ul>
        {[...formats].sort(byUse).map(({ name, summary, loses }) => (
          <li key={name}>
            <a
              href={addressOf(`/api/exports/${name}`, { ...pairQuery(pair), ...asOf, ...query })}
              download
              title={loses}
            >
              <strong>{name}</strong> <span className="label">{summary}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
