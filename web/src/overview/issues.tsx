// What is argued over most, with the latest stand of each side.

import { useAnswer } from '../data/api.ts';
import { eitherQuery, useAsOf, usePair } from '../data/as-of.ts';
import { shortDate } from '../data/words.ts';
import { EntityName } from '../item/entity-name.tsx';
import { StanceChip } from '../item/stance-chip.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';

/** Sides that are shown of each. */
const SIDES = 6;

export function Issues() {
  const pair = usePair();
  const asOf = useAsOf();
  const answer = useAnswer('/api/issues', { query: { ...eitherQuery(pair), ...asOf, limit: 7, shown: SIDES } });
  return (
    <Section
      title="Argued over"
      note="each side’s latest stand, with its date"
      more={
        <Link page="threads" query={{ kind: 'issue' }}>
          all issues
        </Link>
      }
    >
      <Answer alone of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Emptied title="Nobody takes a stand here." />
          ) : (
            <ul className="lines">
              {items.map(({ issue, sides, total }) => (
                <li key={issue.id}>
                  <EntityName entity={issue} />
                  <ul className="stances">
                    {sides.map(({ actor, stance, position, deed }) => (
                      <li key={actor.id}>
                        <Link query={{ item: position.id }} className="stance-line">
                          {actor.name} <StanceChip stance={stance} />{' '}
                          <span className="label">{shortDate(position.time)}</span>
                        </Link>
                        {deed && (
                          <>
                            , then{' '}
                            <Link query={{ item: deed.id }} className="stance-line">
                              {deed.kind === 'development' ? deed.what : deed.state}{' '}
                              <span className="label">{shortDate(deed.time)}</span>
                            </Link>
                          </>
                        )}
                      </li>
                    ))}
                    {total > sides.length && <li className="label">and {total - sides.length} more</li>}
                  </ul>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}
