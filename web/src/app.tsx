// The application: the head, the page that the address names, and the item that is open beside it.
import { Component, type ReactNode, useEffect, useState } from 'react';
import { useAddress } from './data/address.ts';
import { isTyped } from './data/typing.ts';
import { ItemPanel } from './item/panel.tsx';
import { Link } from './shell/link.tsx';
import { Masthead } from './shell/masthead.tsx';
import { Notice, Waiting } from './shell/notice.tsx';
import { Page } from './shell/page.tsx';
import { loadAhead, PAGES, type PageCode } from './shell/pages.ts';

/** Milliseconds after which the code of the other pages is fetched. */
const AHEAD = 1500;

export function App() {
  const { page, id, query } = useAddress();
  const entry = PAGES.find((known) => known.page === page);
  useSearchKey();
  useEffect(() => {
    // What the first page asks for goes first.
    const timer = setTimeout(() => void loadAhead(), AHEAD);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <Masthead />
      <div className={query.item ? 'desk desk-with-item' : 'desk'}>
        <main id="content" tabIndex={-1}>
          <Boundary key={`${page}/${id}`}>{entry ? <Opened code={entry.code} /> : <Nowhere />}</Boundary>
        </main>
        {query.item && <ItemPanel key={query.item} id={query.item} />}
      </div>
    </>
  );
}

function Opened({ code }: { readonly code: PageCode }) {
  const [{ Page, fault }, setCome] = useState(() => ({ Page: code.there(), fault: null as unknown }));
  useEffect(() => {
    if (Page === null)
      code.fetch().then(
        (come) => setCome({ Page: come, fault: null }),
        (why: unknown) => setCome({ Page: null, fault: why }),
      );
  }, [code, Page]);
  if (fault !== null) throw fault;
  return Page ? (
    <Page />
  ) : (
    <div className="page">
      <Waiting lines={8} label="Opening the page …" />
    </div>
  );
}

function Nowhere() {
  return (
    <Page title="No such page">
      <Notice title="This address leads nowhere.">
        <Link page="">Go to the overview</Link> or search the record above.
      </Notice>
    </Page>
  );
}

/** `/` goes to the search field, as on many sites. */
function useSearchKey() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyped(event) || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      document.getElementById('search-everything')?.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** A fault in one page leaves the head and the other pages standing. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly message: string | null }> {
  override readonly state = { message: null as string | null };

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.message === null) return this.props.children;
    return (
      <div className="notice notice-fault" role="alert">
        <p className="notice-title">This page failed</p>
        <p>{this.state.message}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          Load it anew
        </button>
      </div>
    );
  }
}
