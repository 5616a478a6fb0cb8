// The calendar of meetings: those to come, and the last that were held or refused.
import { isComing } from '../../../src/record/coming.ts';
import type { MeetingEntry } from '../../../src/service/contract.ts';
import { type Address, useAddress } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { asOfAt, pairAt, pairQuery } from '../data/as-of.ts';
import { levelWords, listWords, shortDate } from '../data/words.ts';
import { Sign } from '../item/sign.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';

const LAST = 7;
const COMING = 3;

export const meetingsAsked = (address: Address) =>
  [
    '/api/meetings/latest',
    { query: { ...pairQuery(pairAt(address)), ...asOfAt(address), limit: LAST, coming: COMING } },
  ] as const;

export function Meetings() {
  const answer = useAnswer(...meetingsAsked(useAddress()));
  return (
    <Section
      title="Meetings"
      more={
        <Link page="timeline" query={{ lanes: 'meetings' }}>
          all on the timeline
        </Link>
      }
    >
      <Answer alone of={answer}>
        {(latest) => {
          if (latest.length === 0) return <Emptied title="No dated meeting is told of here." />;
          const coming = latest.filter(isComing).reverse();
          const past = latest.filter((entry) => !isComing(entry));
          return (
            <>
              {coming.length > 0 && <h3>Planned, not yet told as held</h3>}
              <MeetingList entries={coming} />
              <h3>The latest</h3>
              <MeetingList entries={past} />
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

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
