// The page of one entity, whatever its kind: what it is, how it stands, its course, who stood where, meetings, sources.
import { useEffect, useRef } from 'react';
import { ITEM_KINDS } from '../../../src/model/items.ts';
import type { EntityLink, ThreadDetail, ThreadList } from '../../../src/service/contract.ts';
import { type Address, useAddress, useChange } from '../data/address.ts';
import type { Asks } from '../data/ahead.ts';
import { askAhead, type Loaded, useAnswer } from '../data/api.ts';
import { asOfAt } from '../data/as-of.ts';
import { countWords, dateWords, kindWords, shortDate, stateWords } from '../data/words.ts';
import { EntityName, EntityNames } from '../item/entity-name.tsx';
import { Entries } from '../item/entry.tsx';
import { MeetingList } from '../overview/meetings.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { ExportMenu } from '../shell/export-menu.tsx';
import { AT_FIRST, First, type Rest } from '../shell/first.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Page, Section } from '../shell/page.tsx';
import { Pager } from '../shell/pager.tsx';
import { Part } from '../shell/part.tsx';
import { useGrowing } from '../shell/use-first-painted.ts';
import { Course } from '../threads/course.tsx';
import { Matrix } from '../threads/matrix.tsx';
import { Offices } from './offices.tsx';
import { PutRight } from './put-right.tsx';
import '../styles/entity.css';

const AT_ONCE = 30;
export const entityAsks: Asks = (address) =>
  address.id === null ? [] : [threadAsked(address, address.id), itemsAsked(address, address.id)];

/** Without its items, which another thread of the service looks up meanwhile, and without shifts and sources, which stand below. */
const TOP: readonly ThreadList[] = ['actors', 'meetings', 'course'];
const SHIFTS: readonly ThreadList[] = ['shifts'];
const SOURCES: readonly ThreadList[] = ['documents', 'publishers'];

type RestOf = (list: ThreadList, total: number) => Rest;

const threadAsked = (address: Address, id: string) => listsAsked(address, id, TOP);

/** So much of some of its lists as the address says: their beginning, or all. */
function listsAsked(address: Address, id: string, lists: readonly ThreadList[]) {
  const whole = lists.filter((list) => wholeAt(address).includes(list));
  const query = { ...asOfAt(address), limit: 0, shown: AT_FIRST, lists: lists.join(','), whole: whole.join(',') };
  return ['/api/threads/:id', { id, query }] as const;
}

const wholeAt = ({ query: { all } }: Address): readonly string[] => all?.split(',') ?? [];

const offsetAt = ({ query }: Address): number => Number(query.offset ?? 0) || 0;

const itemsAsked = (address: Address, id: string) => {
  const query = {
    ...asOfAt(address),
    entity: id,
    kind: ITEM_KINDS.join(','),
    limit: AT_ONCE,
    offset: offsetAt(address),
  };
  return ['/api/timeline', { query }] as const;
};

export function EntityPage({ id }: { readonly id: string }) {
  const address = useAddress();
  const [answer, rest] = useThread(id, TOP);
  // Where one does not come by a link, its items are asked for beside the rest, too.
  const items = itemsAsked(address, id);
  const asked = useRef(items);
  useEffect(() => askAhead(...asked.current), []);
  return (
    <Answer alone page of={answer}>
      {(thread) => <Told thread={thread} items={items} rest={rest} />}
    </Answer>
  );
}

interface Props {
  readonly thread: ThreadDetail;
  readonly items: ReturnType<typeof itemsAsked>;
  readonly rest: RestOf;
}

/** Some of its lists, and what asks for all of one. */
function useThread(id: string, lists: readonly ThreadList[]): readonly [Loaded<ThreadDetail>, RestOf] {
  const address = useAddress();
  const change = useChange();
  const rest = (list: ThreadList, total: number) => {
    const all = [...new Set([...wholeAt(address), list])].join(',');
    return {
      total,
      isWanted: wholeAt(address).includes(list),
      ask: () => change({ all }, { replace: true }),
      ahead: () => askAhead(...listsAsked({ ...address, query: { ...address.query, all } }, id, lists)),
    };
  };
  return [useAnswer(...listsAsked(address, id, lists)), rest];
}

function Told({ thread, items, rest }: Props) {
  const { entity, agreement, activity, meetings, positions, totals } = thread;
  const growing = useGrowing();
  const leads = agreement !== null || activity !== null || positions.cells.length > 0;
  const below = leads ? 'below' : '';
  return (
    <Page
      title={entity.name}
      lead={<Lead thread={thread} />}
      actions={
        <>
          {isActor(entity) && (
            <Link page="" query={{ pair: entity.id }} className="button">
              Overview
            </Link>
          )}
          {(entity.kind === 'state' || entity.kind === 'organization') && (
            <Link page="people" query={{ view: 'network', centre: entity.id }} className="button">
              In the network
            </Link>
          )}
          <Link page="timeline" query={{ [isSubject(entity) ? 'about' : 'actor']: entity.id }} className="button">
            On the timeline
          </Link>
          <ExportMenu query={{ entity: entity.id }} alone />
        </>
      }
    >
      <PutRight entity={entity} />
      {entity.kind === 'person' && <Offices person={entity} />}
      {(agreement || activity) && (
        <Course agreement={agreement} activity={activity} rest={(total) => rest('course', total)} />
      )}
      {positions.cells.length > 0 && (
        <Section
          title="Who stood where, and when"
          note={<span className="on-screen">a quotation opens its words</span>}
        >
          <First of={positions.actors} rest={rest('actors', totals.actors)} what="actor">
            {(actors) => <Matrix matrix={positions} actors={growing(actors, firstRows(positions, actors))} />}
          </First>
          {totals.shifts > 0 && (
            <Part>
              <Shifts of={entity} />
            </Part>
          )}
        </Section>
      )}
      {meetings.length > 0 && (
        <Section title="Meetings" className={below}>
          <First of={meetings} rest={rest('meetings', totals.meetings)} what="meeting">
            {(shown) => <MeetingList entries={growing(shown, leads ? 2 : 8)} />}
          </First>
        </Section>
      )}
      <Items asked={items} className={below} first={leads ? 3 : 10} />
      <Part className="below">
        <Sources of={entity} />
      </Part>
    </Page>
  );
}

/** Who changed sides, and when. */
function Shifts({ of: entity }: { readonly of: EntityLink }) {
  const [answer, rest] = useThread(entity.id, SHIFTS);
  return (
    <>
      <h3>Shifts</h3>
      <Answer alone of={answer}>
        {({ shifts, totals }) => <ShiftList shifts={shifts} rest={rest('shifts', totals.shifts)} />}
      </Answer>
    </>
  );
}

function ShiftList({ shifts, rest }: { readonly shifts: ThreadDetail['shifts']; readonly rest: Rest }) {
  return (
    <First of={shifts} rest={rest} what="shift">
      {(shown) => (
        <ul className="lines">
          {shown.map(({ actor, on, before, after }) => (
            <li key={after.id}>
              <EntityName entity={actor} /> on {on.name}: <Link query={{ item: before.id }}>{before.stance}</Link> (
              {shortDate(before.time)}), then <Link query={{ item: after.id }}>{after.stance}</Link> (
              {shortDate(after.time)})
            </li>
          ))}
        </ul>
      )}
    </First>
  );
}

/** Who publishes what is told of it, and the documents that mention it. */
function Sources({ of: entity }: { readonly of: EntityLink }) {
  const [answer, rest] = useThread(entity.id, SOURCES);
  return (
    <Section title="Sources">
      <Answer alone of={answer}>
        {(thread) => <SourceLists thread={thread} rest={rest('documents', thread.totals.documents)} />}
      </Answer>
    </Section>
  );
}

function SourceLists({ thread, rest }: { readonly thread: ThreadDetail; readonly rest: Rest }) {
  const { publishers, entity: mentioned } = thread;
  const growing = useGrowing();
  return (
    <>
      <First of={publishers} what="publisher">
        {(shown) => (
          <ul className="sources">
            {shown.map(({ publisher, documents, items: number }) => (
              <li key={publisher ?? ''}>
                {publisher ?? 'no publisher named'}{' '}
                <span className="label">
                  {countWords(documents, 'document')}, {countWords(number, 'item')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </First>
      <h3>Mentioned in</h3>
      <First of={mentioned.mentionedIn} rest={rest} what="document">
        {(shown) => (
          <ol className="mentioned">
            {growing(shown, 0).map(({ document, mentions }) => (
              <li key={document.id}>
                <Link page="documents" id={document.id} query={{ marks: 'statements,events,names' }}>
                  {document.title ?? document.id}
                </Link>{' '}
                <span className="label">
                  {dateWords(document.published)}, {countWords(mentions, 'mention')}
                </span>
              </li>
            ))}
          </ol>
        )}
      </First>
    </>
  );
}

/** Cells, and rows of them, that fill the first screen. */
const CELLS = 30;
const ROWS = 6;

/** How many rows of the matrix one sees first. */
function firstRows({ cells }: ThreadDetail['positions'], actors: readonly EntityLink[]): number {
  let seen = 0;
  const last = actors.findIndex(({ id }) => {
    seen += cells.filter(({ actor }) => actor === id).length;
    return seen >= CELLS;
  });
  return Math.min(last === -1 ? ROWS : last + 1, ROWS);
}

interface ItemsProps {
  readonly asked: ReturnType<typeof itemsAsked>;
  readonly className: string;
  /** How many are drawn with the rest of the page; the others once that is painted. */
  readonly first: number;
}

function Items({ asked: [path, question], className, first }: ItemsProps) {
  const answer = useAnswer(path, question);
  const growing = useGrowing();
  const note = answer.state === 'there' && countWords(answer.value.total, 'item');
  return (
    <Section title="What was said and done" className={className} note={note}>
      <Answer alone of={answer}>
        {({ items, total }) =>
          total === 0 ? (
            <Emptied title="Nothing is told of it.">It is only mentioned.</Emptied>
          ) : (
            <>
              <Entries items={growing(items, first)} />
              <Pager total={total} offset={question.query.offset} limit={AT_ONCE} />
            </>
          )
        }
      </Answer>
    </Section>
  );
}

const isSubject = ({ kind }: EntityLink): boolean => ['issue', 'agreement', 'activity'].includes(kind);

/** Those who deal with others: they have an overview and a place in the network. */
const isActor = ({ kind }: EntityLink): boolean => ['state', 'organization', 'person', 'group'].includes(kind);

function Lead({ thread: { entity, state } }: { readonly thread: ThreadDetail }) {
  const other = entity.names.filter((name) => name !== entity.name).slice(0, 6);
  return (
    <>
      <span>{kindWords(entity.kind)}</span>
      {entity.partOf && (
        <span>
          of <EntityName entity={entity.partOf} />
        </span>
      )}
      {state && isSubject(entity) && (
        <span>
          {entity.kind === 'issue' && 'latest '}
          <Link query={{ item: state.item }} className="chip">
            {stateWords(state.what)}
          </Link>{' '}
          {dateWords(state.time)}
        </span>
      )}
      {state && !isSubject(entity) && (
        <span>
          last told of <Link query={{ item: state.item }}>{dateWords(state.time)}</Link>
        </span>
      )}
      {other.length > 0 && <span>also called {other.join(', ')}</span>}
      {entity.parts.length > 0 && (
        <span className="parts">
          with <EntityNames entities={entity.parts} most={8} />
        </span>
      )}
    </>
  );
}
