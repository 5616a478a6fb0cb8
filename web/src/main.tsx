// Where the page begins.
import '@fontsource-variable/source-sans-3';
import '@fontsource-variable/source-serif-4';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/item.css';
import './styles/figure.css';
import './styles/parts.css';
import './styles/forced.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { parseAddress } from './data/address.ts';
import { askOnMoves } from './data/ahead.ts';
import { Gate } from './login/gate.tsx';
import { PAGES } from './shell/pages.ts';

// The page's code comes while the service is asked who looks at it; a fault is told where the page would stand.
const { page } = parseAddress(location.pathname, location.search);
PAGES.find((known) => known.page === page)
  ?.code.fetch()
  .catch(() => undefined);

// Before anything else hears of a move.
askOnMoves((page) => PAGES.find((known) => known.page === page)?.code.asks() ?? null);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Gate>
        <App />
      </Gate>
    </StrictMode>,
  );
}
