// The relationship at a glance: how warm, what was agreed, who met, what is open, what is argued over, what is new.
import type { ItemKind, MarksView } from '../../../src/service/contract.ts';
import { type Address, useAddress } from '../data/address.ts';
import type { Asks } from '../data/ahead.ts';
import { named, useAnswer } from '../data/api.ts';
import { asOfAt, pairAt, pairQuery, useAsOf, usePair } from '../data/as-of.ts';
import { countWords } from '../data/words.ts';
import { ExportMenu } from '../shell/export-menu.tsx';
import { Link } from '../shell/link.tsx';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { Part } from '../shell/part.tsx';
import { Agreements, agreementsAsked } from './agreements.tsx';
import { Issues } from './issues.tsx';
import { Latest } from './latest.tsx';
import { Meetings, meetingsAsked } from './meetings.tsx';
import { Promises } from './promises.tsx';
import { Temperature, temperatureAsked } from './temperature.tsx';
import '../styles/overview.css';

/** What stands on the first screen. */
export const asks: Asks = (address) => [
  temperatureAsked(address),
  countedAsked(address),
  ...agreementsAsked(address),
  meetingsAsked(address),
];

const countedAsked = (address: Address) =>
  [
    '/api/marks',
    { query: { ...pairQuery(pairAt(address)), ...asOfAt(address), kind: COUNTED, most: 1, by: 'year' } },
  ] as const;

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
            <Part>
              <Temperature />
            </Part>
          </div>
          <div>
            <Part>
              <Agreements />
            </Part>
            <Part>
              <Promises />
            </Part>
          </div>
          <div>
            <Part>
              <Meetings />
            </Part>
            <Part>
              <Issues />
            </Part>
          </div>
          <div className="overview-wide">
            <Part>
              <Latest />
            </Part>
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
  const marks = useAnswer(...countedAsked(useAddress()));
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
