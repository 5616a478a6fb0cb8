// The head of every page: where one can go, the search, and what the pages are looked at through.
import { useEffect, useRef, useState } from 'react';
import { elsewhere, moveTo, useAddress } from '../data/address.ts';
import { today } from '../data/dates.ts';
import { dateWords } from '../data/words.ts';
import { WhoIsIn } from '../login/who.tsx';
import { ContextBar } from './context-bar.tsx';
import { Link } from './link.tsx';
import { PAGES } from './pages.ts';
import { ThemeButton } from './theme-button.tsx';

export function Masthead() {
  const address = useAddress();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who has chosen a page wants to see it
  useEffect(() => setOpen(false), [address.page, address.id]);
  return (
    <header className="masthead">
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <div className="masthead-row">
        <p className="wordmark">
          <Link page="">Rapporteur</Link>
        </p>
        <button
          type="button"
          className="menu-button"
          aria-expanded={open}
          aria-controls="pages"
          ref={menu}
          onClick={() => setOpen(!open)}
        >
          Menu
        </button>
        <nav
          id="pages"
          aria-label="Pages"
          className={open ? 'pages pages-open' : 'pages'}
          onKeyDown={(press) => {
            if (press.key !== 'Escape' || !open) return;
            press.preventDefault();
            menu.current?.focus();
            setOpen(false);
          }}
        >
          <ul>
            {PAGES.filter(({ title }) => title !== null).map(({ page, title }) => (
              <li key={page}>
                <Link page={page} current={address.page === page && 'page'}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <SearchBox />
        <Link page="add" className="button add-button" current={address.page === 'add' && 'page'}>
          Add documents
        </Link>
        <ThemeButton />
        <WhoIsIn />
        <Printed />
      </div>
      <ContextBar />
    </header>
  );
}

/** On paper: the day on which "now" was. */
function Printed() {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const tell = () => {
      if (line.current) line.current.textContent = `printed ${dateWords({ value: today() })}`;
    };
    tell();
    addEventListener('beforeprint', tell);
    return () => removeEventListener('beforeprint', tell);
  }, []);
  return <p className="on-paper label" ref={line} />;
}

function SearchBox() {
  const address = useAddress();
  const sought = address.page === 'search' ? (address.query.q ?? '') : '';
  const [typed, setTyped] = useState(sought);
  // The same field for another search: who is in it stays in it.
  useEffect(() => setTyped(sought), [sought]);
  return (
    <search className="search-box">
      <form
        onSubmit={(submit) => {
          submit.preventDefault();
          // Without words it leads to those that were saved, and to examples.
          moveTo(elsewhere(address, 'search', null, { q: typed.trim() }));
        }}
      >
        <input
          id="search-everything"
          type="search"
          value={typed}
          placeholder="e.g. missile defence 2007"
          aria-label="Search the record"
          aria-keyshortcuts="/"
          onChange={(change) => setTyped(change.target.value)}
        />
      </form>
    </search>
  );
}
