// The calendar of meetings: those to come, and the last that were held or refused.
import type { MeetingEntry } from '../../../src/service/contract.ts';
import { useAnswer } from '../data/api.ts';
import { pairQuery, useAsOf, usePair } from '../data/as-of.ts';
import { levelWords, listWords, shortDate } from '../data/words.ts';
import { Sign } from '../item/sign.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';

const LAST = 7;

export function Meetings() {
  const pair = usePair();
  const asOf = useAsOf();
  const answer = useAnswer('/api/meetings', { query: { ...pairQuery(pair), ...asOf, limit: 500 } });
  return (
    <Section
      title="Meetings"
      more={
        <Link page="timeline" query={{ lanes: 'meetings' }}>
          all on the timeline
        </Link>
      }
    >
      <Answer of={answer}>
        {({ items }) => {
          if (items.length === 0) return <Emptied title="No meeting is told of here." />;
          // What has no date is listed with the thread of its body; here it would only push aside what has.
          const dated = items.filter(({ meeting }) => meeting.time.value !== null);
          const coming = dated.filter(isComing).slice(-3);
          const past = dated.filter((entry) => !isComing(entry));
          return (
            <>
              {coming.length > 0 && <h3>Planned, not yet told as held</h3>}
              <MeetingList entries={coming} />
              <h3>The latest</h3>
              <MeetingList entries={past.slice(-LAST).reverse()} />
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

const isComing = ({ meeting, became }: MeetingEntry): boolean =>
  became === null && (meeting.state === 'planned' || meeting.state === 'considered');

export function MeetingList({ entries }: { readonly entries: readonly MeetingEntry[] }) {
  return (
    <ul className="lines">
      {entries.map(({ meeting, became, plans }) => (
        <li key={meeting.id}>
          <Link query={{ item: meeting.id }} className="line line-meeting">
            <Sign item={meeting} />
            <span>
              <span className="line-date">{shortDate(meeting.time)}</span>
              {meeting.place && ` · ${meeting.place.name}`}
              <br />
              <strong>{listWords(meeting.parties)}</strong>{' '}
              <span className="label">
                {[
                  meeting.body?.name,
                  levelWords(meeting.level),
                  meeting.state === 'held' ? '' : meeting.state,
                  became && `then ${became.state}`,
                  plans.length > 0 && 'as planned before',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
