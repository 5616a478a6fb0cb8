// The evidence of the item at hand, beside whatever page it was opened on.
import { useEffect, useRef } from 'react';
import type { AnyView } from '../../../src/service/contract.ts';
import { useAddress, useChange } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { countWords, labelOf, reviewWords, titleOf } from '../data/words.ts';
import { ReviewBar } from '../review/review-bar.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { EntityNames } from './entity-name.tsx';
import { type Fact, factsOf } from './facts.ts';
import { Sign } from './sign.tsx';
import { Told } from './told.tsx';
import { useFocusHere } from './use-focus-here.ts';

export function ItemPanel({ id }: { readonly id: string }) {
  const answer = useAnswer('/api/items/:id', { id });
  const change = useChange();
  const panel = useRef<HTMLElement>(null);
  useFocusHere(panel);
  const close = () => change({ item: null });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) change({ item: null });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [change]);
  return (
    <aside className="panel" aria-label="The item and its evidence" ref={panel} tabIndex={-1}>
      <button type="button" className="panel-close" onClick={close} aria-label="Close the evidence" title="Close (Esc)">
        ×
      </button>
      <Answer of={answer}>{(item) => <Item item={item} />}</Answer>
    </aside>
  );
}

function Item({ item }: { readonly item: AnyView }) {
  const { page, id } = useAddress();
  const documents = new Map(item.evidence.map((told) => [told.document.id, told]));
  const here = page === 'documents' && id !== null ? documents.get(id) : undefined;
  // Beside a document its own words come first.
  const evidence = here ? [here, ...item.evidence.filter((told) => told !== here)] : item.evidence;
  const statement = item.kind === 'event' || item.kind === 'position' ? item.statement : null;
  return (
    <>
      <header className="panel-head">
        <Sign item={item} />
        <h2>{titleOf(item)}</h2>
        <p className="label">{labelOf(item)}</p>
      </header>
      <dl className="facts">
        {factsOf(item).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
        <div>
          <dt>review</dt>
          <dd>{reviewWords(item.review)}</dd>
        </div>
      </dl>
      <h3>{documents.size > 1 ? `Told by ${countWords(documents.size, 'document')}` : 'The words it rests on'}</h3>
      {evidence.map((told) => (
        <Told key={`${told.document.id} ${told.span[0]}`} told={told} item={item.id} />
      ))}
      <ReviewBar item={item} />
      <ul className="panel-links">
        {statement && (
          <li>
            <Link query={{ item: statement }}>The statement that reports it</Link>
          </li>
        )}
        {item.kind === 'meeting' && item.event !== '' && (
          <li>
            <Link query={{ item: item.event }}>The meeting as an event</Link>
          </li>
        )}
        {documents.size > 1 && (
          <li>
            <Link page="compare" id={item.kind === 'meeting' ? item.event : item.id}>
              Compare what the {countWords(documents.size, 'document')} say
            </Link>
          </li>
        )}
      </ul>
    </>
  );
}

const Value = ({ value }: { readonly value: Fact[1] }) =>
  typeof value === 'string' ? value : <EntityNames entities={value} />;
