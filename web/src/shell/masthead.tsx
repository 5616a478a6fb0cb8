// The head of every page: where one can go, the search, and what the pages are looked at through.
import { useState } from 'react';
import { elsewhere, moveTo, useAddress } from '../data/address.ts';
import { WhoIsIn } from '../login/who.tsx';
import { ContextBar } from './context-bar.tsx';
import { Link } from './link.tsx';
import { PAGES } from './pages.ts';
import { ThemeButton } from './theme-button.tsx';

export function Masthead() {
  const address = useAddress();
  const [open, setOpen] = useState(false);
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
          onClick={() => setOpen(!open)}
        >
          Menu
        </button>
        <nav id="pages" aria-label="Pages" className={open ? 'pages pages-open' : 'pages'}>
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
        <SearchBox key={address.page === 'search' ? address.query.q : ''} />
        <Link page="add" className="button add-button" current={address.page === 'add' && 'page'}>
          Add documents
        </Link>
        <ThemeButton />
        <WhoIsIn />
      </div>
      <ContextBar />
    </header>
  );
}

function SearchBox() {
  const address = useAddress();
  const [typed, setTyped] = useState(address.page === 'search' ? (address.query.q ?? '') : '');
  return (
    <search className="search-box">
      <form
        onSubmit={(submit) => {
          submit.preventDefault();
          if (typed.trim()) moveTo(elsewhere(address, 'search', null, { q: typed.trim() }));
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
