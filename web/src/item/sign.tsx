// The sign of an item: hue and strength for cooperation or conflict in words or deeds; outline, dashes and stroke for what is not sure.
import type { AnyView } from '../../../src/service/contract.ts';
import { QUAD_WORDS } from '../data/words.ts';

/** How an item stands in the world, the same four ways for events, meetings and activities. */
export function standingOf(item: AnyView): 'actual' | 'planned' | 'hypothetical' | 'negated' {
  switch (item.kind) {
    case 'event':
      return item.modality;
    case 'meeting':
      return ({ held: 'actual', planned: 'planned', considered: 'hypothetical', refused: 'negated' } as const)[
        item.state
      ];
    case 'activity':
      if (item.state === 'planned' || item.state === 'agreed') return 'planned';
      if (item.state === 'proposed') return 'hypothetical';
      return item.state === 'refused' || item.state === 'averted' ? 'negated' : 'actual';
    case 'development':
      if (item.what === 'rejected' || item.what === 'amendment-rejected' || item.what === 'not-ratified')
        return 'negated';
      return item.what === 'proposed' || item.what === 'amendment-proposed' ? 'hypothetical' : 'actual';
    default:
      return 'actual';
  }
}

const STANDING_WORDS = { actual: '', planned: ', planned', hypothetical: ', possible', negated: ', refused or denied' };

export function signWords(item: AnyView): string {
  const what = item.kind === 'event' ? QUAD_WORDS[item.quad] : item.kind;
  return what + STANDING_WORDS[standingOf(item)];
}

const SHAPES: Readonly<Record<AnyView['kind'], string>> = {
  event: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z',
  statement: 'M2 3h12v8H7l-3 3v-3H2z',
  meeting: 'M2.5 8 8 2.5 13.5 8 8 13.5z',
  development: 'M3.5 2h6.5l3 3v9h-9.5z',
  obligation: 'M3.5 2h6.5l3 3v9h-9.5z',
  activity: 'M2.5 4.5h11v7h-11z',
  position: 'M4 14V2.5h8.5L10 5.5l2.5 3H4',
};

export function Sign({ item }: { readonly item: AnyView }) {
  const quad = item.kind === 'event' ? item.quad : 0;
  const standing = standingOf(item);
  return (
    <svg
      className={`sign quad-${quad} sign-${item.kind} standing-${standing}`}
      viewBox="0 0 16 16"
      role="img"
      aria-label={signWords(item)}
    >
      <path className="sign-shape" d={SHAPES[item.kind]} />
      {standing === 'negated' && <path className="sign-stroke" d="M2 14 14 2" />}
    </svg>
  );
}
