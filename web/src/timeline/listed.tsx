// The items of the window as a list: what stands behind the drawing, for those who cannot see or point at it.
import { useState } from 'react';
import { type Query, useAddress } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { countWords } from '../data/words.ts';
import { Entries } from '../item/entry.tsx';
import { Answer } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';

const PORTION = 30;
/** As many as the service gives at once. */
const MOST = 500;

interface Shown {
  readonly filters: Query;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export const listAsked = ({ filters, from = '0001', to = '9999' }: Shown, limit = PORTION) => ({
  query: { ...filters, from, to, limit },
});

interface Props extends Shown {
  /** Items of the record that fit and have no date. */
  readonly undated: number;
}

export function Listed({ filters, from, to, undated }: Props) {
  const [limit, setLimit] = useState(PORTION);
  const { query } = useAddress();
  const [all, setAll] = useState(query.list === 'all');
  const question = all ? { query: { ...filters, limit } } : listAsked({ filters, from, to }, limit);
  const answer = useAnswer('/api/timeline', question);
  const total = answer.state === 'there' ? answer.value.total : 0;
  return (
    <Section
      title="The same as a list"
      note={
        answer.state === 'there' && (
          <>
            {countWords(total, 'item')}
            {!all && undated > 0 && (
              <span className="on-paper">, without {undated.toLocaleString('en')} that have no date</span>
            )}
          </>
        )
      }
      more={
        undated > 0 && (
          <button type="button" className="button-quiet" onClick={() => setAll(!all)}>
            {all ? 'only what the drawing shows' : `all dates, and ${countWords(undated, 'item')} without one`}
          </button>
        )
      }
    >
      <Answer alone of={answer}>
        {({ items }) => (
          <>
            <Entries items={items} />
            {total > items.length && limit < MOST && (
              <>
                <button type="button" className="button" onClick={() => setLimit(Math.min(MOST, limit * 3))}>
                  Show more of {total.toLocaleString('en')}
                </button>
                <p className="on-paper label">
                  1 to {items.length} of {total.toLocaleString('en')}
                </p>
              </>
            )}
            {total > items.length && limit >= MOST && (
              <p className="label">{countWords(total - items.length, 'more item')}: zoom in or filter to see them.</p>
            )}
          </>
        )}
      </Answer>
    </Section>
  );
}
