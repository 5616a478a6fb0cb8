// The documents of the record: the list of them, or the one that is open.
import type { DocumentListing } from '../../../src/service/contract.ts';
import { type Address, useAddress } from '../data/address.ts';
import type { Asks } from '../data/ahead.ts';
import { useAnswer } from '../data/api.ts';
import { asOfAt } from '../data/as-of.ts';
import { basisWords, countWords, dateWords } from '../data/words.ts';
import { Emptied } from '../shell/emptied.tsx';
import { ExportMenu } from '../shell/export-menu.tsx';
import { Link } from '../shell/link.tsx';
import { NameField } from '../shell/name-field.tsx';
import { Answer } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { Pager } from '../shell/pager.tsx';
import { Reader, readerAsked } from './reader.tsx';
import { TakenOutLine, TakenOutList, takenOutAsked } from './taken-out.tsx';
import '../styles/document.css';

const AT_ONCE = 100;

export const asks: Asks = (address) => {
  if (address.id !== null) return [readerAsked(address.id)];
  return address.query.view === 'taken-out' ? [takenOutAsked] : [libraryAsked(address)];
};

const offsetAt = ({ query }: Address): number => Number(query.offset ?? 0) || 0;

const libraryAsked = (address: Address) =>
  [
    '/api/documents',
    { query: { title: address.query.title, ...asOfAt(address), limit: AT_ONCE, offset: offsetAt(address) } },
  ] as const;

export function Documents() {
  const { id, query } = useAddress();
  if (id !== null) return <Reader key={id} id={id} />;
  return query.view === 'taken-out' ? <TakenOutList /> : <Library />;
}

function Library() {
  const address = useAddress();
  const offset = offsetAt(address);
  const answer = useAnswer(...libraryAsked(address));
  return (
    <Page title="Documents" lead="What the record rests on, by date of publication." actions={<ExportMenu />}>
      <div className="filters">
        <NameField of="title" />
      </div>
      <TakenOutLine />
      <Answer alone of={answer} lines={10}>
        {({ items, total }) =>
          total === 0 ? (
            address.query.title ? (
              <Emptied title="No title holds these words.">
                Take some away, or{' '}
                <Link page="search" query={{ q: address.query.title }}>
                  look for them in the texts
                </Link>
                .
              </Emptied>
            ) : (
              <Emptied title="No document was published by then." />
            )
          ) : (
            <>
              {address.query.title && <p className="label">{countWords(total, 'document')}</p>}
              <ol className="library">
                {items.map((document) => (
                  <li key={document.id}>
                    <Listed document={document} />
                  </li>
                ))}
              </ol>
              <Pager total={total} offset={offset} limit={AT_ONCE} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function Listed({ document }: { readonly document: DocumentListing }) {
  const basis = basisWords(document.published);
  return (
    <>
      <Link page="documents" id={document.id}>
        {document.title ?? document.id}
      </Link>
      <span className="label">
        {[document.publisher, document.author, dateWords(document.published) + (basis ? ` (${basis})` : '')]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="label">
        {countWords(document.counts.statement, 'statement')}, {countWords(document.counts.event, 'event')}
      </span>
    </>
  );
}
