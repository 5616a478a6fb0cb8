// What a decision means for what was derived from the item's words, and what the item itself follows.
import type { AnyView, ReviewHistory } from '../../../src/service/contract.ts';
import { titleOf } from '../data/words.ts';
import { Link } from '../shell/link.tsx';

export function Kin({ history: { item, grounds, taken, shaken, entries } }: { readonly history: ReviewHistory }) {
  const follows = entries.every(({ undone, what }) => undone || what === 'noted' || what === 'undone');
  const decided = grounds.filter(({ item: ground }) => ground.review === 'rejected' || ground.review === 'corrected');
  const rejected = taken.filter((one) => one.item.review === 'rejected');
  return (
    <div role="status" className="kin label">
      {item?.review === 'rejected' && follows && decided.length > 0 && (
        <p>
          Left out with what it rests on: <Named items={decided.map((ground) => ground.item)} />.
        </p>
      )}
      {shaken && (
        <p>
          It rests on <Named items={decided.map((ground) => ground.item)} />, which was corrected or rejected since: is
          it still right?
        </p>
      )}
      {item?.review === 'rejected' && rejected.length > 0 && (
        <p>
          Left out with it: <Named items={rejected.map((one) => one.item)} />. Undo brings all back.
        </p>
      )}
      {taken.some((one) => one.shaken) && (
        <p>
          To be looked at again: <Named items={taken.flatMap((one) => (one.shaken ? [one.item] : []))} />
        </p>
      )}
    </div>
  );
}

/** Example: "the meeting Norway, Sweden and the stand Norway on Harbour Plan". */
const Named = ({ items }: { readonly items: readonly AnyView[] }) =>
  items.map((item, at) => (
    <span key={item.id}>
      {at === 0 ? '' : at === items.length - 1 ? ' and ' : ', '}the {KINDS[item.kind]}{' '}
      <Link query={{ item: item.id }}>{titleOf(item)}</Link>
    </span>
  ));

const KINDS: Readonly<Record<AnyView['kind'], string>> = {
  event: 'event',
  statement: 'statement',
  meeting: 'meeting',
  development: 'step of',
  obligation: 'duty of',
  activity: 'activity',
  position: 'stand',
};
