// Compare: what several documents tell, side by side; without an event, the list of what can be compared.

import { useAddress } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { pairQuery, useAsOf, usePair } from '../data/as-of.ts';
import { countWords, labelOf, shortDate, titleOf } from '../data/words.ts';
import { quoteOf } from '../item/entry.tsx';
import { Sign } from '../item/sign.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { ExportMenu } from '../shell/export-menu.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Page, Section } from '../shell/page.tsx';
import { Comparison } from './comparison.tsx';
import { Sources } from './sources.tsx';
import '../styles/compare.css';

/** As many as the service gives at once. */
const MOST = 500;

export function Compare() {
  const { id } = useAddress();
  return id === null ? <Comparable /> : <Comparison key={id} id={id} />;
}

function Comparable() {
  const asOf = useAsOf();
  const pair = usePair();
  const answer = useAnswer('/api/events', { query: { ...pairQuery(pair), ...asOf, limit: MOST } });
  return (
    <Page
      title="Compare"
      lead="Events and meetings that several documents tell, and where their tellings differ."
      actions={<ExportMenu />}
    >
      <Section title="Told by more than one document">
        <Answer of={answer} lines={8}>
          {({ items, total }) => {
            const told = items
              .map((event) => ({ event, documents: new Set(event.evidence.map(({ document }) => document.id)).size }))
              .filter(({ documents }) => documents > 1)
              .sort((a, b) => b.documents - a.documents);
            return told.length === 0 ? (
              <Emptied title="No event is told by two documents here.">
                Add documents about the same days, or take the actors and dates above away.
              </Emptied>
            ) : (
              <>
                <ul className="lines">
                  {told.map(({ event, documents }) => (
                    <li key={event.id}>
                      <Link page="compare" id={event.id} className="line line-meeting">
                        <Sign item={event} />
                        <span>
                          <strong>{titleOf(event)}</strong>{' '}
                          <span className="label">
                            {labelOf(event)} · {shortDate(event.time)} · {countWords(documents, 'document')}
                          </span>
                          <span className="quote">{quoteOf(event)}</span>
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
                {total > MOST && (
                  <p className="label">
                    Among the first {MOST} of {total.toLocaleString('en')} events; choose a pair or a date above to see
                    others.
                  </p>
                )}
              </>
            );
          }}
        </Answer>
      </Section>
      <Sources />
    </Page>
  );
}
