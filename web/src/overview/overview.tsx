// The relationship at a glance: how warm, what was agreed, who met, what is open, what is argued over, what is new.
import type { ItemKind, MarksView } from '../../../src/service/contract.ts';
import { named, useAnswer } from '../data/api.ts';
import { pairQuery, useAsOf, usePair } from '../data/as-of.ts';
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

/** How much there is between the sides, as of the dates; every number leads to a list of what it counts. */
function Held() {
  const pair = usePair();
  const asOf = useAsOf();
  const record = useAnswer('/api/record');
  const marks = useAnswer('/api/marks', { query: { ...pairQuery(pair), ...asOf, kind: COUNTED, most: 1, by: 'year' } });
  if (record.state !== 'there') return null;
  const whole = pair.length === 0 && !asOf.world && !asOf.known;
  const documents = countWords(record.value.documents, 'document');
  return (
    <>
      {marks.state === 'there' && (
        <>
          <Count of={marks.value} kinds={['event']} word="event" lanes="cooperation,conflict" />
          <Count
            of={marks.value}
            kinds={['statement', 'position']}
            word="statement or position"
            plural="statements and positions"
            lanes="statements"
          />
          <Count of={marks.value} kinds={['meeting']} word="meeting" lanes="meetings" />
          {marks.value.from && marks.value.to && (
            <span>
              {marks.value.from.slice(0, 4)} to {marks.value.to.slice(0, 4)}
            </span>
          )}
        </>
      )}
      <Link page="documents">{whole ? documents : `in a record of ${documents}`}</Link>
    </>
  );
}

/** Kinds of item that the lead counts. */
const COUNTED = 'event,statement,position,meeting';

interface CountProps {
  readonly of: MarksView;
  readonly kinds: readonly ItemKind[];
  readonly word: string;
  readonly plural?: string;
  readonly lanes: string;
}

function Count({ of, kinds, word, plural, lanes }: CountProps) {
  const number = of.kinds.reduce((sum, one) => sum + (kinds.includes(one.kind) ? one.number : 0), 0);
  return (
    <Link page="timeline" query={{ lanes, list: 'all' }}>
      {countWords(number, word, plural)}
    </Link>
  );
}

function useSideNames(): string {
  const [first, second] = usePair();
  const one = useAnswer('/api/entities/:id', first === undefined ? null : named(first));
  const other = useAnswer('/api/entities/:id', second === undefined ? null : named(second));
  return [first !== undefined && one, second !== undefined && other]
    .flatMap((answer) => (answer && answer.state === 'there' ? [answer.value.name] : []))
    .join(' and ');
}
