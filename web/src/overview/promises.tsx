// What was promised, offered and asked for, of which nothing more was found.
import type { PromiseView } from '../../../src/service/contract.ts';
import { useAnswer } from '../data/api.ts';
import { pairQuery, useAsOf, usePair } from '../data/as-of.ts';
import { partiesOf, shortDate } from '../data/words.ts';
import { quoteOf } from '../item/entry.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';

export function Promises() {
  const pair = usePair();
  const asOf = useAsOf();
  const answer = useAnswer('/api/promises', { query: { ...pairQuery(pair), ...asOf, outcome: 'open', limit: 500 } });
  return (
    <Section
      title="Open promises and requests"
      note={answer.state === 'there' && `${answer.value.total}; nothing found since`}
    >
      <Answer of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Emptied title="Nothing stands open here." />
          ) : (
            <ul className="lines">
              {latestOf(items).map(({ promise, event }) => (
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

const SHOWN = 6;

/** The latest are the likeliest to be still waited for; what has no date comes after them. */
function latestOf(promises: readonly PromiseView[]): readonly PromiseView[] {
  const dated = promises.filter(({ event }) => event.time.start !== null).reverse();
  const undated = promises.filter(({ event }) => event.time.start === null);
  return [...dated, ...undated].slice(0, SHOWN);
}
