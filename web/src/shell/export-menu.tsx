// What a view shows, as a file: every format the record offers, narrowed as the view is.
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { addressOf, type Query } from '../data/address.ts';
import { ask } from '../data/api.ts';
import { pairQuery, useAsOf, usePair } from '../data/as-of.ts';

/** Pixels between the menu and the edge of the window. */
const MARGIN = 8;

interface Format {
  readonly name: string;
  readonly summary: string;
  readonly loses: string;
  readonly tables: readonly string[];
}

interface Props {
  /** What narrows the view beyond pair and dates, in the parameters of a list of items. */
  readonly query?: Query;
  /** Whether the query alone says what is shown, and the two sides above do not narrow it. */
  readonly alone?: boolean;
}

export function ExportMenu({ query = {}, alone = false }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = list.current;
    if (!open || !menu) return;
    // It hangs from its button's right edge, unless it would leave the window.
    menu.style.transform = '';
    const { left, right } = menu.getBoundingClientRect();
    const shift = left < MARGIN ? MARGIN - left : Math.min(0, document.documentElement.clientWidth - MARGIN - right);
    menu.style.transform = `translateX(${shift}px)`;
  }, [open]);
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
      <div id={id} className="menu-list" hidden={!open} ref={list}>
        {open && <Formats query={query} alone={alone} />}
      </div>
    </div>
  );
}

/** By what one does with them; what people ask for most comes first. */
const GROUPS: readonly (readonly [title: string, names: readonly string[]])[] = [
  ['Tables', ['csv', 'parquet']],
  ['To read and cite', ['html', 'md', 'pack']],
  ['The record', ['json', 'jsonld', 'web-annotation', 'ftm']],
  ['Event data', ['gdelt', 'gdelt-mentions', 'polecat', 'plover', 'cameo']],
  ['Calendar, networks, slides', ['ics', 'graphml', 'gexf', 'timelinejs']],
];

/** Name and use of a format in a line of a menu; what the service says of it stands in the title. */
const WORDS: Readonly<Record<string, readonly [title: string, use: string]>> = {
  csv: ['CSV', 'all tables, ZIP'],
  parquet: ['Parquet', 'all tables, ZIP'],
  html: ['Brief', 'web page with citations'],
  md: ['Brief', 'Markdown with citations'],
  pack: ['Evidence pack', 'facts, texts and a checker, ZIP'],
  json: ['JSON', 'everything, for programs'],
  jsonld: ['JSON-LD', 'linked data'],
  'web-annotation': ['Web Annotations', 'highlights in the texts'],
  ftm: ['FollowTheMoney', 'for Aleph'],
  gdelt: ['GDELT', 'events, 61 columns'],
  'gdelt-mentions': ['GDELT mentions', 'who reports each'],
  polecat: ['POLECAT', 'events, 40 columns'],
  plover: ['PLOVER', 'events, JSON Lines'],
  cameo: ['CAMEO', 'date, source, target, code'],
  ics: ['iCalendar', 'meetings'],
  graphml: ['GraphML', 'who deals with whom'],
  gexf: ['GEXF', 'the same for Gephi'],
  timelinejs: ['TimelineJS', 'slides of events'],
};

/** Tables that are wanted alone more often than all of them in an archive. */
const ALONE = ['events', 'statements', 'meetings'];

/** The formats in their groups; one that is in none stands in a group of its own. */
function grouped(formats: readonly Format[]): readonly (readonly [title: string, formats: readonly Format[]])[] {
  const known = new Set(GROUPS.flatMap(([, names]) => names));
  const others = formats.filter(({ name }) => !known.has(name));
  const groups = GROUPS.map(
    ([title, names]) => [title, names.flatMap((name) => formats.find((format) => format.name === name) ?? [])] as const,
  );
  return [...groups, ['Others', others] as const].filter(([, of]) => of.length > 0);
}

function Formats({ query, alone }: Required<Props>) {
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
  const address = (name: string, more: Query = {}) =>
    addressOf(`/api/exports/${name}`, { ...(alone ? {} : pairQuery(pair)), ...asOf, ...query, ...more });
  return (
    <>
      <p className="label">What this view shows, as a file</p>
      <div className="menu-groups">
        {grouped(formats).map(([title, of]) => (
          <section key={title} aria-label={title}>
            <p className="menu-group">{title}</p>
            <ul>
              {of.map(({ name, summary, loses, tables }) => (
                <li key={name}>
                  <a href={address(name)} download title={`${summary}. Not in it: ${loses}`}>
                    <strong>{WORDS[name]?.[0] ?? name}</strong>{' '}
                    <span className="label">{WORDS[name]?.[1] ?? summary}</span>
                  </a>
                  {name === 'csv' &&
                    ALONE.filter((table) => tables.includes(table)).map((table) => (
                      <a key={table} href={address(name, { table })} download className="menu-table">
                        {table}
                      </a>
                    ))}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
