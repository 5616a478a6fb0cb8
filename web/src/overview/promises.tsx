// What was promised, offered and asked for, of which nothing more was found.
import { useAnswer } from '../data/api.ts';
import { pairQuery, useAsOf, usePair } from '../data/as-of.ts';
import { partiesOf, shortDate } from '../data/words.ts';
import { quoteOf } from '../item/entry.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';

const SHOWN = 6;

export function Promises() {
  const pair = usePair();
  const asOf = useAsOf();
  const answer = useAnswer('/api/promises/latest', {
    query: { ...pairQuery(pair), ...asOf, outcome: 'open', limit: SHOWN },
  });
  return (
    <Section title="Open promises and requests" note="the latest; nothing found since">
      <Answer alone of={answer}>
        {(latest) =>
          latest.length === 0 ? (
            <Emptied title="Nothing stands open here." />
          ) : (
            <ul className="lines">
              {latest.map(({ promise, event }) => (
                <li key={event.id}>
                  <Link query={{ item: event.id }} className="line">
                    <span>
                      <span className="chip">{promise}</span> <strong>{partiesOf(event)}</strong>
                    </span>
                    <span className="quote">{quoteOf(event)}</span>
                    <span className="label">{shortDate(event.time)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}
