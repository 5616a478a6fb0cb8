// One line for an item, wherever items are listed: a link to its evidence.
import { useSyncExternalStore } from 'react';
import type { AnyView } from '../../../src/service/contract.ts';
import { addressNow, watchAddress } from '../data/address.ts';
import { basisWords, dateWords, labelOf, titleOf } from '../data/words.ts';
import { Link } from '../shell/link.tsx';
import { Sign } from './sign.tsx';

interface Props {
  readonly item: AnyView;
  /** Leaves out the date where the list shows it already. */
  readonly dated?: boolean;
}

export const quoteOf = (item: AnyView): string =>
  item.kind === 'statement' ? item.contentText : (item.evidence[0]?.quote ?? '');

export function Entry({ item, dated = true }: Props) {
  const shown = useSyncExternalStore(watchAddress, () => addressNow().query.item === item.id);
  const sources = new Set(item.evidence.map((told) => told.document.id)).size;
  const publisher = item.evidence[0]?.document.publisher;
  const foot = [
    dated && dateWords(item.time),
    dated && basisWords(item.time),
    sources > 1 ? `${sources} documents` : publisher,
    item.review !== 'machine' && item.review,
  ];
  return (
    <div className={`entry${shown ? ' entry-shown' : ''}${item.review === 'rejected' ? ' entry-rejected' : ''}`}>
      <Link query={{ item: item.id }} current={shown}>
        <Sign item={item} />
        <span className="entry-head">
          <strong>{titleOf(item)}</strong> <span className="label">{labelOf(item)}</span>
        </span>
        <q>{quoteOf(item)}</q>
        <span className="entry-foot label">{foot.filter(Boolean).join(' · ')}</span>
      </Link>
    </div>
  );
}

/** A plain list of items. */
export function Entries({ items, dated = true }: { readonly items: readonly AnyView[]; readonly dated?: boolean }) {
  return (
    <ol className="entries">
      {items.map((item) => (
        <li key={item.id}>
          <Entry item={item} dated={dated} />
        </li>
      ))}
    </ol>
  );
}
