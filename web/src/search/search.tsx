// Search: what the words mean to the record, the items that fit, and the documents, statements and names that hold them.
import { readQuery, soughtIn, spanOf } from '../../../src/record/typed/read-query.ts';
import type { EntityLink } from '../../../src/service/contract.ts';
import { useAddress, useChange } from '../data/address.ts';
import { pairQuery } from '../data/as-of.ts';
import { dateWords, kindWords, verbOf } from '../data/words.ts';
import { EntityName, pageOf } from '../item/entity-name.tsx';
import { ExportMenu } from '../shell/export-menu.tsx';
import { Link } from '../shell/link.tsx';
import { Notice, Waiting } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { Found, useFound } from './found.tsx';
import { Items } from './items.tsx';
import { Save, Saved } from './saved.tsx';
import { useMeaning } from './use-meaning.ts';
import '../styles/search.css';

export function Search() {
  const { query } = useAddress();
  const typed = query.q ?? '';
  return (
    <Page title={typed ? `Search: ${typed}` : 'Search'}>
      <Saved />
      {typed ? <Results key={typed} typed={typed} /> : <Hints />}
    </Page>
  );
}

function Results({ typed }: { readonly typed: string }) {
  const { query } = useAddress();
  const change = useChange();
  const asked = readQuery(typed);
  const { dates, words, exact } = asked;
  // Terms that a person took away stay away for this search.
  const without = new Set((query.without ?? '').split(',').filter(Boolean));
  const spans = dates.filter((date) => !without.has(date));
  const { from: first, to: last } = spanOf(spans);
  const deeds = new Map([...asked.deeds].filter(([, type]) => !without.has(type)));
  const sought = { words: soughtIn(asked, deeds) || typed, from: first, to: last };
  const isSought = words.length + exact.length > 0 || spans.length === 0;
  const meaning = useMeaning(words.filter((word) => !deeds.has(word)));
  // Where the words stand is asked for at once: it does not depend on what they mean.
  const found = useFound(isSought ? sought : null);
  if (!meaning) return <Waiting lines={8} label="Searching …" />;
  const actors = meaning.actors.filter(({ id }) => !without.has(id));
  const subjects = meaning.subjects.filter(({ id }) => !without.has(id));
  const rest = [...meaning.rest, ...exact];
  const drop = (term: string) => change({ without: [...without, term].join(',') });
  const takeIn = (term: string) => change({ without: [...without].filter((id) => id !== term).join(',') });
  const leftOut = [
    ...[...meaning.actors, ...meaning.subjects].map(({ id, name }) => ({ id, name })),
    ...[...new Set(asked.deeds.values())].map((type) => ({ id: type, name: verbOf(type) })),
    ...dates.map((date) => ({ id: date, name: dateWords({ value: date }) })),
  ].filter(({ id }) => without.has(id));
  // Where it stood on a day is told by what came before it, too.
  const [subject] = subjects;
  const types = [...new Set(deeds.values())];
  const terms: readonly Term[] = [
    ...[...actors, ...subjects].map((entity) => ({
      id: entity.id,
      name: entity.name,
      kind: kindWords(entity.kind),
      entity,
    })),
    ...types.map((type) => ({ id: type, name: verbOf(type), kind: 'deed' })),
    ...spans.map((date) => ({ id: date, name: dateWords({ value: date }), kind: 'date' })),
  ];
  return (
    <>
      <div className="meaning-row">
        {terms.length > 0 && (
          <p className="meaning">
            <span className="label">Read as</span>
            {terms.map(({ id, name, kind, entity }) => (
              <span key={id} className="term">
                <span className="label">{kind}</span> {entity ? <EntityName entity={entity} /> : name}
                <button type="button" aria-label={`Leave ${name} out`} onClick={() => drop(id)}>
                  ×
                </button>
              </span>
            ))}
            {rest.length > 0 && (
              <span className="term">
                <span className="label">words</span> {rest.join(' ')}
              </span>
            )}
            {subject && last && (
              <Link page={pageOf(subject)} id={subject.id} query={{ world: last }} className="button">
                {subject.name} as of {dateWords({ value: last })}
              </Link>
            )}
          </p>
        )}
        {leftOut.length > 0 && (
          <p className="meaning">
            <span className="label">Left out</span>
            {leftOut.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                className="button-quiet"
                aria-label={`Take ${name} in again`}
                title="take in again"
                onClick={() => takeIn(id)}
              >
                {name}
              </button>
            ))}
          </p>
        )}
        <div className="page-actions">
          <Save leftOut={leftOut.map(({ name }) => name)} />
          <ExportMenu
            alone
            query={{
              ...pairQuery(actors.length <= 2 ? actors.map(({ id }) => id) : []),
              ...(actors.length > 2 ? { entity: actors.map(({ id }) => id).join(',') } : {}),
              about: subjects.map(({ id }) => id).join(','),
              type: types.join(','),
              from: first,
              to: last,
              text: rest.join(' '),
            }}
          />
        </div>
      </div>
      {terms.length > 0 && (
        <Items
          actors={actors.map(({ id }) => id)}
          subjects={subjects.map(({ id }) => id)}
          types={types}
          from={first}
          to={last}
          words={rest.join(' ')}
          sought={sought.words}
        />
      )}
      {isSought && (
        <div className={terms.length > 0 ? 'below' : undefined}>
          <Found {...sought} answer={found} onAnyDate={() => drop(spans.join(','))} />
        </div>
      )}
    </>
  );
}

/** What a part of the query is read as. */
interface Term {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly entity?: EntityLink;
}

const EXAMPLES = [
  'missile defence 2007',
  'who met in Brussels on 23 October 2013',
  'what did Russia promise',
  '"business as usual"',
];

function Hints() {
  return (
    <Notice title="Search names, dates and words together.">
      For example{' '}
      {EXAMPLES.map((example, at) => (
        <span key={example}>
          {at > 0 && ', '}
          <Link page="search" query={{ q: example }}>
            {example}
          </Link>
        </span>
      ))}
      . Quotation marks keep a phrase together, * stands for any ending.
    </Notice>
  );
}
