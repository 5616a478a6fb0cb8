// The course of an agreement or activity: each development with its date and words, what contradicts what.
import type { ActivityHistory, AgreementView } from '../../../src/service/contract.ts';
import { listWords, shortDate } from '../data/words.ts';
import { EntityNames } from '../item/entity-name.tsx';
import { quoteOf } from '../item/entry.tsx';
import { Link } from '../shell/link.tsx';
import { Section } from '../shell/page.tsx';

interface Props {
  readonly agreement: AgreementView | null;
  readonly activity: ActivityHistory | null;
}

export function Course({ agreement, activity }: Props) {
  return (
    <>
      {agreement && agreement.developments.length > 0 && <Developments of={agreement} />}
      {agreement && agreement.obligations.length > 0 && (
        <Section title="What it binds to">
          <ul className="lines">
            {agreement.obligations.map((obligation) => (
              <li key={obligation.id}>
                <Link query={{ item: obligation.id }} className="line">
                  <span className="quote">{quoteOf(obligation)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {activity && <Activity of={activity} />}
    </>
  );
}

function Developments({ of: { agreement, developments, contradictions, totals } }: { readonly of: AgreementView }) {
  const doubtful = new Map(contradictions.flatMap(({ about, claims }) => claims.map(({ id }) => [id, about] as const)));
  return (
    <Section title="Its course" note="each development with the words that tell it">
      <table className="course">
        <thead>
          <tr>
            <th>when</th>
            <th>what</th>
            <th>by</th>
            <th>words</th>
          </tr>
        </thead>
        <tbody>
          {developments.map((development) => (
            <tr key={development.id}>
              <td className="course-date">{shortDate(development.time)}</td>
              <td>
                <span className="chip">{development.what.replaceAll('-', ' ')}</span>
                {doubtful.has(development.id) && (
                  <span className="chip chip-doubt" title={`sources differ about ${doubtful.get(development.id)}`}>
                    disputed
                  </span>
                )}
              </td>
              <td>{development.by.length > 0 && listWords(development.by)}</td>
              <td>
                <Link query={{ item: development.id }} className="quote">
                  {quoteOf(development)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {developments.length < totals.developments && (
        <p className="label">
          the first {developments.length} of {totals.developments.toLocaleString('en')};{' '}
          <Link page="timeline" query={{ about: agreement.id }}>
            all of them
          </Link>
        </p>
      )}
    </Section>
  );
}

function Activity({ of: { parties, tellings, figures } }: { readonly of: ActivityHistory }) {
  return (
    <Section title="Its course">
      {parties.length > 0 && (
        <p>
          <span className="label">parties </span>
          <EntityNames entities={parties} />
        </p>
      )}
      <ul className="lines">
        {tellings.map((telling) => (
          <li key={telling.id}>
            <Link query={{ item: telling.id }} className="line">
              <span>
                <span className="chip">{telling.state.replace('-', ' ')}</span>{' '}
                <span className="label">{shortDate(telling.time)}</span>
              </span>
              <span className="quote">{quoteOf(telling)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {figures.length > 0 && (
        <>
          <h3>Figures</h3>
          <ul className="sources">
            {figures.map(({ value, of, items: [first] }) => (
              <li key={`${value} ${of}`}>
                <Link query={{ item: first }}>
                  {value.toLocaleString('en')} {of}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
