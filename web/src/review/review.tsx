// Review: what waits for a decision, those first that most need a look, gone through from the keyboard.

import { type Query, useAddress, useChange } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { pairQuery, useAsOf, usePair } from '../data/as-of.ts';
import { countWords, ITEM_WORDS, ruleWords } from '../data/words.ts';
import { mayReview, useSession } from '../login/gate.tsx';
import { DocumentPicker } from '../shell/document-picker.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { ExportMenu } from '../shell/export-menu.tsx';
import { Link } from '../shell/link.tsx';
import { Answer, Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { Pager } from '../shell/pager.tsx';
import { Tabs } from '../shell/tabs.tsx';
import { Agreement } from './agreement.tsx';
import { Queue } from './queue.tsx';
import '../styles/review.css';

const AT_ONCE = 40;

const VIEWS = [
  ['', 'Waiting'],
  ['agreement', 'Who decided what, and how far people agree'],
] as const;

export function Review() {
  const { query } = useAddress();
  const session = useSession();
  return (
    <Page
      title="Review"
      lead="Decisions are kept in a journal, hold through re-readings, and can be taken back."
      actions={
        <>
          <Tabs label="View" name="view" tabs={VIEWS} forgets={['item', 'offset']} />
          <ExportMenu query={exported(query)} />
        </>
      }
    >
      {!mayReview(session) && (
        <Notice title="You may look, not decide.">Ask whoever runs the service for the role “review”.</Notice>
      )}
      {query.view === 'agreement' ? <Agreement /> : <Waiting />}
    </Page>
  );
}

/** What waits, or what was decided. */
const exported = ({ view, rule, document }: Readonly<Record<string, string>>): Query =>
  view === 'agreement' ? { review: 'accepted,corrected,rejected,added' } : { review: 'machine', rule, document };

function Waiting() {
  const { query } = useAddress();
  const pair = usePair();
  const asOf = useAsOf();
  const offset = Number(query.offset ?? 0) || 0;
  const { kind, rule, document, reviewer } = query;
  const filter = { ...pairQuery(pair), ...asOf, kind, rule, document, reviewer, order: query.order };
  const answer = useAnswer('/api/review/queue', { query: { ...filter, limit: AT_ONCE, offset } });
  return (
    <>
      <Narrow />
      <Answer of={answer} lines={10}>
        {({ items, total }) =>
          total === 0 ? (
            <Emptied title="Nothing waits here.">
              Take the filters away, or <Link page="add">add documents</Link>.
            </Emptied>
          ) : (
            <>
              <p className="label">{countWords(total, 'item')} without a decision</p>
              <Queue entries={items} />
              <Pager total={total} offset={offset} limit={AT_ONCE} />
            </>
          )
        }
      </Answer>
    </>
  );
}

function Narrow() {
  const { query } = useAddress();
  const change = useChange();
  const session = useSession();
  const set = (name: string) => (choice: { readonly target: { readonly value: string } }) =>
    change({ [name]: choice.target.value, item: null, offset: null });
  return (
    <div className="filters">
      <select aria-label="Kind of item" value={query.kind ?? ''} onChange={set('kind')}>
        <option value="">all kinds</option>
        {Object.entries(ITEM_WORDS).map(([kind, words]) => (
          <option key={kind} value={kind}>
            {words}
          </option>
        ))}
      </select>
      <DocumentPicker
        id={query.document ?? null}
        onPick={(document) => change({ document, item: null, offset: null })}
      />
      <select aria-label="Order" value={query.order ?? ''} onChange={set('order')}>
        <option value="">the most uncertain first</option>
        <option value="date">by date</option>
      </select>
      {session.name && (
        <label>
          <input
            type="checkbox"
            checked={query.reviewer === session.name}
            onChange={(check) => change({ reviewer: check.target.checked ? session.name : null, offset: null })}
          />
          a second opinion on what others decided, too
        </label>
      )}
      {query.rule && (
        <span className="term">
          <span className="label">by</span> <span title={query.rule}>{ruleWords(query.rule)}</span>
          <button type="button" aria-label="All rules" onClick={() => change({ rule: null })}>
            ×
          </button>
        </span>
      )}
    </div>
  );
}
