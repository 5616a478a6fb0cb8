// What the record says of the item at hand: who, what, when, and why the program thinks so.
import type { AnyView } from '../../../src/service/contract.ts';
import type { Route } from '../data/route.ts';
import { basisWords, dateWords, labelOf, listWords, titleOf } from '../data/words.ts';
import { Link } from '../shell/link.tsx';
import { Sign } from '../timeline/sign.tsx';

interface Props {
  readonly item: AnyView;
  readonly route: Route;
  readonly onMove: (change: Partial<Route>) => void;
}

export function ItemCard({ item, route, onMove }: Props) {
  const [told] = item.evidence;
  const others = new Map(item.evidence.map(({ document }) => [document.id, document.title ?? document.id]));
  others.delete(route.document ?? '');
  return (
    <aside className="card" aria-label="The item shown">
      <header>
        <Sign item={item} />
        <strong>{titleOf(item)}</strong>
        <button type="button" className="card-close" onClick={() => onMove({ item: null })} aria-label="Close">
          ×
        </button>
      </header>
      <p className="label">{labelOf(item)}</p>
      <dl>
        {factsOf(item).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {[...others].map(([id, title]) => (
          <div key={id}>
            <dt>also told by</dt>
            <dd>
              <Link route={{ ...route, document: id, item: item.id }} onMove={onMove}>
                {title}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      {told && <blockquote>{told.sentence.text}</blockquote>}
      {told?.why && <p className="why">{told.why}</p>}
    </aside>
  );
}

function factsOf(item: AnyView): readonly (readonly [name: string, value: string])[] {
  const basis = basisWords(item.time);
  const facts: [string, string][] = [['when', dateWords(item.time) + (basis ? ` (${basis})` : '')]];
  if (item.kind === 'event') {
    if (item.place) facts.push(['where', item.place.name]);
    if (item.about.length) facts.push(['about', listWords(item.about)]);
    facts.push(['modality', item.modality + (item.background ? ', background' : '')], ['score', String(item.score)]);
  }
  if (item.kind === 'statement') {
    if (item.addressee.length) facts.push(['to', listWords(item.addressee)]);
    if (item.about.length) facts.push(['about', listWords(item.about)]);
    if (item.via.length) facts.push(['by way of', listWords(item.via)]);
  }
  return facts;
}
