// Threads: what the relationship is about, as a list, and one page for each.

import type { AgreementView, ThreadSummary } from '../../../src/service/contract.ts';
import { type Address, useAddress } from '../data/address.ts';
import type { Asks } from '../data/ahead.ts';
import { useAnswer } from '../data/api.ts';
import { asOfAt } from '../data/as-of.ts';
import { countWords, kindWords } from '../data/words.ts';
import { Registered } from '../overview/agreements.tsx';
import { EntityPage, entityAsks } from '../people/entity-page.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { ExportMenu } from '../shell/export-menu.tsx';
import { Link } from '../shell/link.tsx';
import { NameField } from '../shell/name-field.tsx';
import { Answer } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { Pager } from '../shell/pager.tsx';
import { Tabs } from '../shell/tabs.tsx';
import { useGrowing } from '../shell/use-first-painted.ts';
import '../styles/entity.css';

const KINDS = [
  ['', 'All'],
  ['issue', 'Issues'],
  ['agreement', 'Agreements'],
  ['activity', 'Activities'],
  ['body', 'Bodies'],
] as const;

const AT_ONCE = 100;

export const asks: Asks = (address) => {
  if (address.id !== null) return entityAsks(address);
  return [address.query.kind === 'agreement' ? registerAsked(address) : listAsked(address)];
};

const offsetAt = ({ query }: Address): number => Number(query.offset ?? 0) || 0;

function listAsked(address: Address) {
  const { kind, name } = address.query;
  const query = { kind, name, ...asOfAt(address), limit: AT_ONCE, offset: offsetAt(address) };
  return ['/api/threads', { query }] as const;
}

function registerAsked(address: Address) {
  const window = { limit: AGREEMENTS_AT_ONCE, offset: offsetAt(address), shown: 0 };
  return ['/api/agreements', { query: { name: address.query.name, ...asOfAt(address), ...window } }] as const;
}

export function Threads() {
  const { id } = useAddress();
  return id === null ? <ThreadList /> : <EntityPage key={id} id={id} />;
}

function ThreadList() {
  const { query } = useAddress();
  return (
    <Page
      title="Threads"
      lead="All that was said and done about one issue, agreement, activity or body, over the years."
      actions={<ExportMenu />}
    >
      <div className="filters">
        <Tabs label="Kind of thread" name="kind" tabs={KINDS} forgets={['offset']} />
        <NameField />
      </div>
      {query.kind === 'agreement' ? <Register /> : <Listed />}
    </Page>
  );
}

function Listed() {
  const address = useAddress();
  const offset = offsetAt(address);
  const answer = useAnswer(...listAsked(address));
  return (
    <Answer alone of={answer} lines={10}>
      {({ items, total }) =>
        total === 0 ? (
          <Emptied title="No thread fits.">A thread needs two items at least. Take the filter away to see all.</Emptied>
        ) : (
          <>
            <table className="threads-table">
              <thead>
                <tr>
                  <th>what</th>
                  <th>kind</th>
                  <th className="number">items</th>
                  <th className="number">documents</th>
                  <th>when</th>
                </tr>
              </thead>
              <tbody>
                <Rows of={items} />
              </tbody>
            </table>
            <Pager total={total} offset={offset} limit={AT_ONCE} />
          </>
        )
      }
    </Answer>
  );
}

/** Rows of the first screen, and the others once these are painted. */
const FIRST_SCREEN = 25;

function Rows({ of }: { readonly of: readonly ThreadSummary[] }) {
  const growing = useGrowing();
  return growing(of, FIRST_SCREEN).map(({ entity, items: number, documents, from, to }) => (
    <tr key={entity.id}>
      <td>
        <Link page="threads" id={entity.id} className="thread-name">
          {entity.name}
        </Link>
      </td>
      <td className="label">{kindWords(entity.kind)}</td>
      <td className="number" data-of={number === 1 ? 'item' : 'items'}>
        {number}
      </td>
      <td className="number" data-of={documents === 1 ? 'document' : 'documents'}>
        {documents}
      </td>
      <td className="label">{yearsOf(from, to)}</td>
    </tr>
  ));
}

function yearsOf(from: string | null, to: string | null): string {
  if (!from || !to) return 'undated';
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first} to ${last}`;
}

/** Where an agreement stands is found from all that is told of it: a page of them takes as long as one of twice as many threads. */
const AGREEMENTS_AT_ONCE = 50;

/** The whole register of agreements, with state as of the date looked at. */
function Register() {
  const address = useAddress();
  const offset = offsetAt(address);
  const answer = useAnswer(...registerAsked(address));
  return (
    <Answer alone of={answer} lines={10}>
      {({ items, total }) =>
        total === 0 ? (
          <Emptied title="No agreement fits." />
        ) : (
          <>
            <p className="label">
              {countWords(total, 'agreement')}; each with the last thing told of it by the date looked at, ~ where the
              text itself gives no date
            </p>
            <ul className="lines">
              <Entered of={items} />
            </ul>
            <Pager total={total} offset={offset} limit={AGREEMENTS_AT_ONCE} />
          </>
        )
      }
    </Answer>
  );
}

function Entered({ of }: { readonly of: readonly AgreementView[] }) {
  const growing = useGrowing();
  return growing(of, FIRST_SCREEN).map((entry) => (
    <li key={entry.agreement.id}>
      <Registered entry={entry} />
    </li>
  ));
}
