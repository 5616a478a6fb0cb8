// A stance as a word with the hue of what it means.
import type { PositionView } from '../../../src/service/contract.ts';

const QUADS: Readonly<Record<PositionView['stance'], number>> = {
  supports: 2,
  opposes: 4,
  conditional: 1,
  concerned: 3,
  neutral: 0,
};

export const StanceChip = ({ stance }: { readonly stance: PositionView['stance'] }) => (
  <span className={`chip chip-hue quad-${QUADS[stance]}`}>{stance}</span>
);
