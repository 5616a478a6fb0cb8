// Narrows a list to the names or titles that hold what is typed.
import { useAddress, useChange } from '../data/address.ts';
import { lastTook } from '../data/api.ts';
import { restNow, useTyped } from '../data/use-typed.ts';

interface Props {
  /** What is typed is part of this; it stands in the address under the same word. */
  readonly of?: 'name' | 'title';
}

export function NameField({ of = 'name' }: Props) {
  const { query } = useAddress();
  const change = useChange();
  const [name, setName] = useTyped(
    query[of] ?? '',
    (typed) => change({ [of]: typed, offset: null }, { replace: true }),
    () => restNow(lastTook()),
  );
  return (
    <span className="typed" data-label={`Part of a ${of}`} data-chosen={name || undefined}>
      <input
        type="search"
        value={name}
        placeholder={`Part of a ${of}`}
        aria-label={`Part of a ${of}`}
        onChange={(typed) => setName(typed.target.value)}
      />
    </span>
  );
}
