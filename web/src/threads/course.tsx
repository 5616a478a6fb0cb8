// The course of an agreement or activity: each development with its date and words, what contradicts what.
import type { ActivityHistory, AgreementView } from '../../../src/service/contract.ts';
import { listWords, shortDate } from '../data/words.ts';
import { EntityNames } from '../item/entity-name.tsx';
import { quoteOf } from '../item/entry.tsx';
import { First, type Rest } from '../shell/first.tsx';
import { Link } from '../shell/link.tsx';
import { Section } from '../shell/page.tsx';
import { useGrowing } from '../shell/use-first-painted.ts';

interface Props {
  readonly agreement: AgreementView | null;
  readonly activity: ActivityHistory | null;
  readonly rest: RestOf;
}

/** How all of a list is asked for that has so many. */
type RestOf = (total: number) => Rest;

export function Course({ agreement, activity, rest }: Props) {
  return (
    <>
      {agreement && agreement.developments.length > 0 && <Developments of={agreement} rest={rest} />}
      {agreement && agreement.obligations.length > 0 && (
        <Section title="What it binds to">
          <First of={agreement.obligations} rest={rest(agreement.totals.obligations)} what="obligation">
            {(shown) => (
              <ul className="lines">
                {shown.map((obligation) => (
                  <li key={obligation.id}>
                    <Link query={{ item: obligation.id }} className="line">
                      <span className="quote">{quoteOf(obligation)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </First>
        </Section>
      )}
      {activity && <Activity of={activity} rest={rest(activity.total)} />}
    </>
  );
}

/** More developments than these are shown on the timeline, with what filters them. */
const MOST = 60;

function Developments({ of, rest }: { readonly of: AgreementView; readonly rest: RestOf }) {
  const { agreement, developments, totals } = of;
  return (
    <Section title="Its course" note="each development with the words that tell it">
      {totals.developments > MOST ? (
        <>
          <DevelopmentTable of={of} shown={developments} />
          <p className="label">
            the first {developments.length} of {totals.developments.toLocaleString('en')};{' '}
            <Link page="timeline" query={{ about: agreement.id }}>
              all of them
            </Link>
          </p>
        </>
      ) : (
        <First of={developments} rest={rest(totals.developments)} what="development">
          {(shown) => <DevelopmentTable of={of} shown={shown} />}
        </First>
      )}
    </Section>
  );
}

interface TableProps {
  readonly of: AgreementView;
  readonly shown: AgreementView['developments'];
}

function DevelopmentTable({ of: { contradictions }, shown }: TableProps) {
  const growing = useGrowing();
  const doubtful = new Map(contradictions.flatMap(({ about, claims }) => claims.map(({ id }) => [id, about] as const)));
  return (
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
        {growing(shown, 10).map((development) => (
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
  );
}

function Activity({ of: { parties, tellings, figures }, rest }: { readonly of: ActivityHistory; readonly rest: Rest }) {
  const growing = useGrowing();
  return (
    <Section title="Its course">
      {parties.length > 0 && (
        <p>
          <span className="label">parties </span>
          <EntityNames entities={parties} />
        </p>
      )}
      <First of={tellings} rest={rest} what="telling">
        {(shown) => (
          <ul className="lines">
            {growing(shown, 10).map((telling) => (
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
        )}
      </First>
      {figures.length > 0 && (
        <>
          <h3>Figures</h3>
          <First of={figures} what="figure">
            {(shown) => (
              <ul className="sources">
                {shown.map(({ value, of, items: [first] }) => (
                  <li key={`${value} ${of}`}>
                    <Link query={{ item: first }}>
                      {value.toLocaleString('en')} {of}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </First>
        </>
      )}
    </Section>
  );
}
