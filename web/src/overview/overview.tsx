// The relationship at a glance: how warm, what was agreed, who met, what is open, what is argued over, what is new.
import { useAnswer } from '../data/api.ts';
import { usePair } from '../data/as-of.ts';
import { countWords } from '../data/words.ts';
import { ExportMenu } from '../shell/export-menu.tsx';
import { Link } from '../shell/link.tsx';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { Agreements } from './agreements.tsx';
import { Issues } from './issues.tsx';
import { Latest } from './latest.tsx';
import { Meetings } from './meetings.tsx';
import { Promises } from './promises.tsx';
import { Temperature } from './temperature.tsx';
import '../styles/overview.css';

export function Overview() {
  const record = useAnswer('/api/record');
  const sides = useSideNames();
  const empty = record.state === 'there' && record.value.documents === 0;
  return (
    <Page title={sides || 'Overview'} lead={<Held />} actions={<ExportMenu />}>
      {empty ? (
        <Notice title="The record is empty.">
          <Link page="add">Add the first documents</Link>: files, a text you paste, or an address. What is read in them
          stands here.
        </Notice>
      ) : (
        <div className="overview">
          <div className="overview-wide">
            <Temperature />
          </div>
          <div>
            <Agreements />
            <Promises />
          </div>
          <div>
            <Meetings />
            <Issues />
          </div>
          <div className="overview-wide">
            <Latest />
          </div>
        </div>
      )}
    </Page>
  );
}

/** How much the record holds; every number leads to what it counts. */
function Held() {
  const answer = useAnswer('/api/record');
  if (answer.state !== 'there') return null;
  const { documents, counts, from, to } = answer.value;
  return (
    <>
      <Link page="documents">{countWords(documents, 'document')}</Link>
      <Link page="timeline" query={{ lanes: 'cooperation,conflict' }}>
        {countWords(counts.event, 'event')}
      </Link>
      <Link page="timeline" query={{ lanes: 'statements' }}>
        {countWords(counts.statement, 'statement')}
      </Link>
      <Link page="timeline" query={{ lanes: 'meetings' }}>
        {countWords(counts.meeting, 'meeting')}
      </Link>
      {from && to && (
        <span>
          {from.slice(0, 4)} to {to.slice(0, 4)}
        </span>
      )}
    </>
  );
}

function useSideNames(): string {
  const [first, second] = usePair();
  const one = useAnswer('/api/entities/:id', first === undefined ? null : { id: first });
  const other = useAnswer('/api/entities/:id', second === undefined ? null : { id: second });
  return [first !== undefined && one, second !== undefined && other]
    .flatMap((answer) => (answer && answer.state === 'there' ? [answer.value.name] : []))
    .join(' and ');
}
