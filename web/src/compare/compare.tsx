// Compare: what several documents tell, side by side; without an event, the list of what can be compared.

import type { EventView } from '../../../src/service/contract.ts';
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
import { Pager } from '../shell/pager.tsx';
import { Comparison } from './comparison.tsx';
import { Sources } from './sources.tsx';
import '../styles/compare.css';

const AT_ONCE = 50;

const documentsOf = (event: EventView): number => new Set(event.evidence.map(({ document }) => document.id)).size;

export function Compare() {
  const { id } = useAddress();
  return id === null ? <Comparable /> : <Comparison key={id} id={id} />;
}

function Comparable() {
  const { query } = useAddress();
  const offset = Number(query.offset ?? 0) || 0;
  const asOf = useAsOf();
  const pair = usePair();
  const answer = useAnswer('/api/events', {
    query: { ...pairQuery(pair), ...asOf, retold: 'true', limit: AT_ONCE, offset },
  });
  return (
    <Page
      title="Compare"
      lead="Events and meetings that several documents tell, and where their tellings differ."
      actions={<ExportMenu query={{ retold: 'true' }} />}
    >
      <Section title="Told by more than one document">
        <Answer alone of={answer} lines={20}>
          {({ items, total }) =>
            total === 0 ? (
              <Emptied title="No event is told by two documents here.">
                Add documents about the same days, or take the actors above away.
              </Emptied>
            ) : (
              <>
                <ul className="lines">
                  {items.map((event) => (
                    <li key={event.id}>
                      <Link page="compare" id={event.id} className="line line-meeting">
                        <Sign item={event} />
                        <span>
                          <strong>{titleOf(event)}</strong>{' '}
                          <span className="label">
                            {labelOf(event)} · {shortDate(event.time)} · {countWords(documentsOf(event), 'document')}
                          </span>
                          <span className="quote">{quoteOf(event)}</span>
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
                <Pager total={total} offset={offset} limit={AT_ONCE} />
              </>
            )
          }
        </Answer>
      </Section>
      <Sources />
    </Page>
  );
}
