// The sign of an item: hue and strength for cooperation or conflict in words or deeds, outline and hatch for what is not sure.
import type { AnyView } from '../../../src/service/contract.ts';

const CLASSES = ['words', 'cooperation in words', 'cooperation in deeds', 'conflict in words', 'conflict in deeds'];

export function Sign({ item }: { readonly item: AnyView }) {
  const quad = item.kind === 'event' ? item.quad : 0;
  const modality = item.kind === 'event' ? item.modality : 'actual';
  const name = `${CLASSES[quad]}, ${modality}`;
  return (
    <svg
      className={`symbol ${quad ? `quad-${quad}` : 'said quad-0'} modality-${modality}`}
      viewBox="0 0 16 16"
      role="img"
      aria-label={name}
    >
      <title>{name}</title>
      {quad === 0 ? (
        <path className="symbol-shape" d="M2 3h12v8H7l-3 3v-3H2z" />
      ) : (
        <circle className="symbol-shape" cx="8" cy="8" r="5.5" />
      )}
      {modality === 'negated' && <path className="symbol-stroke" d="M2 14 14 2" />}
    </svg>
  );
}
