// Who is who: people with their offices, states and organisations, and the network of who deals with whom.

import { type Address, useAddress } from '../data/address.ts';
import type { Asks } from '../data/ahead.ts';
import { useAnswer } from '../data/api.ts';
import { asOfAt } from '../data/as-of.ts';
import { countWords, kindWords } from '../data/words.ts';
import { EntityName } from '../item/entity-name.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { ExportMenu } from '../shell/export-menu.tsx';
import { Link } from '../shell/link.tsx';
import { NameField } from '../shell/name-field.tsx';
import { Answer } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { Pager } from '../shell/pager.tsx';
import { Tabs } from '../shell/tabs.tsx';
import { EntityPage, entityAsks } from './entity-page.tsx';
import { Network, networkAsked } from './network.tsx';
import { spanWords } from './offices.tsx';
import '../styles/entity.css';

const VIEWS = [
  ['', 'People'],
  ['actors', 'States and organisations'],
  ['network', 'Network'],
] as const;

/** On a page each; whom people dealt with is counted anew for every date. */
const PERSONS_AT_ONCE = 20;
const ACTORS_AT_ONCE = 30;

export const asks: Asks = (address) => {
  if (address.id !== null) return entityAsks(address);
  const { view } = address.query;
  return [
    view === 'network' ? networkAsked(address) : view === 'actors' ? actorsAsked(address) : personsAsked(address),
  ];
};

const offsetAt = ({ query }: Address): number => Number(query.offset ?? 0) || 0;

const windowAt = (address: Address, limit: number) => ({
  name: address.query.name,
  ...asOfAt(address),
  limit,
  offset: offsetAt(address),
});

const personsAsked = (address: Address) => ['/api/people', { query: windowAt(address, PERSONS_AT_ONCE) }] as const;

const actorsAsked = (address: Address) =>
  ['/api/entities', { query: { kind: 'state,organization,group', ...windowAt(address, ACTORS_AT_ONCE) } }] as const;

export function People() {
  const { id, query } = useAddress();
  if (id !== null) return <EntityPage key={id} id={id} />;
  return (
    <Page
      title="Who is who"
      lead="Those who act and speak: their offices with dates, what they said, whom they dealt with."
      actions={<ExportMenu />}
    >
      <div className="filters">
        <Tabs label="View" name="view" tabs={VIEWS} forgets={['offset']} />
        {query.view !== 'network' && <NameField />}
      </div>
      {query.view === 'network' ? <Network /> : query.view === 'actors' ? <Actors /> : <Persons />}
    </Page>
  );
}

function Persons() {
  const address = useAddress();
  const { query } = address;
  const offset = offsetAt(address);
  const answer = useAnswer(...personsAsked(address));
  return (
    <Answer alone of={answer} lines={10}>
      {({ items, total }) =>
        total === 0 ? (
          <Emptied title={query.name ? 'Nobody of that name.' : 'No person is named here.'}>
            Take the filter away, or look among states and organisations.
          </Emptied>
        ) : (
          <>
            <ul className="lines people">
              {items.map(({ person, offices, statements, events, dealtWith }) => (
                <li key={person.id}>
                  <span className="person">
                    <EntityName entity={person} />
                    {person.partOf && <span className="label"> {person.partOf.name}</span>}
                  </span>
                  <span>
                    {offices.slice(0, 3).map(({ office, from, to }) => (
                      <span key={`${office}${from}`} className="office">
                        {office} <span className="label">{spanWords(from, to)}</span>
                      </span>
                    ))}
                  </span>
                  <span className="label">
                    {statements > 0 && (
                      <Link page="timeline" query={{ actor: person.id, lanes: 'statements' }}>
                        {countWords(statements, 'statement')}
                      </Link>
                    )}
                    {statements > 0 && events > 0 && ', '}
                    {events > 0 && (
                      <Link page="timeline" query={{ actor: person.id, lanes: 'cooperation,conflict' }}>
                        {countWords(events, 'event')}
                      </Link>
                    )}
                    {statements + events === 0 && 'only named'}
                    {dealtWith.length > 0 &&
                      ` · with ${dealtWith
                        .slice(0, 3)
                        .map(({ entity }) => entity.name)
                        .join(', ')}`}
                  </span>
                </li>
              ))}
            </ul>
            <Pager total={total} offset={offset} limit={PERSONS_AT_ONCE} />
          </>
        )
      }
    </Answer>
  );
}

function Actors() {
  const address = useAddress();
  const { query } = address;
  const offset = offsetAt(address);
  const answer = useAnswer(...actorsAsked(address));
  return (
    <Answer alone of={answer} lines={10}>
      {({ items, total }) =>
        total === 0 ? (
          <Emptied title={query.name ? 'No actor of that name.' : 'No actor is named here.'} />
        ) : (
          <>
            <table>
              <thead>
                <tr>
                  <th>name</th>
                  <th>kind</th>
                  <th className="number">documents</th>
                  <th className="number">mentions</th>
                  <th>also called</th>
                </tr>
              </thead>
              <tbody>
                {items.map((entity) => (
                  <tr key={entity.id}>
                    <td>
                      <EntityName entity={entity} />
                    </td>
                    <td className="label">{kindWords(entity.kind)}</td>
                    <td className="number">{entity.documents}</td>
                    <td className="number">{entity.mentions}</td>
                    <td className="label">
                      {entity.names
                        .filter((name) => name !== entity.name)
                        .slice(0, 4)
                        .join(', ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <Pager total={total} offset={offset} limit={ACTORS_AT_ONCE} />
          </>
        )
      }
    </Answer>
  );
}
