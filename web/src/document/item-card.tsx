// What the record says of the item at hand: who, what, when, and why the program thinks so.
import type { AnyView } from '../../../src/service/contract.ts';
import { basisWords, dateWords, labelOf, listWords, titleOf } from '../data/words.ts';
import { Sign } from '../timeline/sign.tsx';

export function ItemCard({ item, onClose }: { readonly item: AnyView; readonly onClose: () => void }) {
  const [told] = item.evidence;
  const others = new Set(item.evidence.slice(1).map(({ document }) => document.title ?? document.id));
  return (
    <aside className="card" aria-label="The item shown">
      <header>
        <Sign item={item} />
        <strong>{titleOf(item)}</strong>
        <button type="button" className="card-close" onClick={onClose} aria-label="Close">
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
        {others.size > 0 && (
          <div>
            <dt>also told by</dt>
            <dd>{[...others].join('; ')}</dd>
          </div>
        )}
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
