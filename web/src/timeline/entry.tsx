// One line of the timeline: a link to the item's words in their document.
import type { AnyView } from '../../../src/service/contract.ts';
import type { Route } from '../data/route.ts';
import { basisWords, dateWords, labelOf, titleOf } from '../data/words.ts';
import { Link } from '../shell/link.tsx';
import { Sign } from './sign.tsx';

interface Props {
  readonly item: AnyView;
  readonly route: Route;
  readonly onMove: (change: Partial<Route>) => void;
}

export function Entry({ item, route, onMove }: Props) {
  const document = item.evidence[0]?.document.id ?? null;
  const target = { ...route, document, item: item.id };
  const shown = route.item === item.id;
  const sources = new Set(item.evidence.map((told) => told.document.id)).size;
  return (
    <li className={shown ? 'entry entry-shown' : 'entry'}>
      <Link route={target} onMove={onMove} current={shown}>
        <Sign item={item} />
        <span className="entry-head">
          <strong>{titleOf(item)}</strong> <span className="label">{labelOf(item)}</span>
        </span>
        <q className={item.kind === 'event' && item.modality === 'negated' ? 'struck' : undefined}>
          {item.kind === 'statement' ? item.contentText : item.evidence[0]?.quote}
        </q>
        <span className="entry-foot label">
          {[dateWords(item.time), basisWords(item.time), sources > 1 ? `${sources} documents` : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </Link>
    </li>
  );
}
