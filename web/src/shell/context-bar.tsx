// What every page is looked at through: the two sides, and the two dates.
import { useAddress, useChange } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { useAsOf, usePair } from '../data/as-of.ts';
import { Seen } from '../data/turns.ts';
import { countWords } from '../data/words.ts';
import { ActorPicker } from './actor-picker.tsx';
import { DateField } from './date-field.tsx';
import { useUnknownSides } from './unknown-sides.ts';

const isNever = () => false;

/** Documents without a date cannot be placed before or after a day. How many, is asked after what the page shows. */
function LeftOut() {
  const dates = useAsOf();
  const answer = useAnswer('/api/documents', { query: { ...dates, limit: 1 } });
  const number = answer.state === 'there' ? (answer.value.leftOut ?? 0) : 0;
  return number > 0 && <span className="label">{countWords(number, 'undated document')} left out</span>;
}

/** Pages whose content the two sides narrow. */
const BY_SIDES: ReadonlySet<string> = new Set(['', 'timeline', 'compare', 'review']);

export function ContextBar() {
  const change = useChange();
  const { page } = useAddress();
  const { world, known } = useAsOf();
  const [first, second] = usePair();
  const unknown = useUnknownSides();
  const pick = (at: number) => (id: string | null) => {
    const pair = [first ?? null, second ?? null];
    pair[at] = id;
    change({ pair: pair.filter(Boolean).join(','), item: null });
  };
  return (
    <section className={world || known ? 'context context-past' : 'context'} aria-label="What is looked at">
      <div className="context-part">
        <span className="context-word">Between</span>
        <ActorPicker
          label="One side"
          placeholder={first && unknown.includes(first) ? first : 'all actors'}
          id={first ?? null}
          onPick={pick(0)}
        />
        {first && (
          <span className="context-other">
            <span className="context-word">and</span>
            <ActorPicker
              label="The other side"
              placeholder={second && unknown.includes(second) ? second : 'anyone'}
              id={second ?? null}
              onPick={pick(1)}
            />
          </span>
        )}
        {unknown.length > 0 && (
          <span role="alert">
            <span className="fault">
              The record has no actor {unknown.map((id) => `“${id}”`).join(' nor ')}, which the link names.
            </span>{' '}
            <button
              type="button"
              className="button-quiet"
              onClick={() => change({ pair: [first, second].filter((id) => id && !unknown.includes(id)).join(',') })}
            >
              leave it out
            </button>
          </span>
        )}
        {first && !BY_SIDES.has(page) && <span className="label">this page shows all sides</span>}
      </div>
      <div className="context-part">
        <DateField
          label="as of"
          title="Only what had happened or been said by the end of this date"
          value={world}
          onChange={(date) => change({ world: date })}
        />
        <DateField
          label="as known by"
          title="Only what documents published by the end of this date tell"
          value={known}
          onChange={(date) => change({ known: date })}
        />
        {(world || known) && (
          <button type="button" className="button-quiet" onClick={() => change({ world: null, known: null })}>
            back to now
          </button>
        )}
        {known && (
          <Seen value={isNever}>
            <LeftOut />
          </Seen>
        )}
      </div>
    </section>
  );
}
