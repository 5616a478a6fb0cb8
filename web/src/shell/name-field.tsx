// Narrows a list to the names that hold what is typed.
import { useAddress, useChange } from '../data/address.ts';
import { lastTook } from '../data/api.ts';
import { restNow, useTyped } from '../data/use-typed.ts';

export function NameField() {
  const { query } = useAddress();
  const change = useChange();
  const [name, setName] = useTyped(
    query.name ?? '',
    (typed) => change({ name: typed, offset: null }, { replace: true }),
    () => restNow(lastTook()),
  );
  return (
    <input
      type="search"
      value={name}
      placeholder="Part of a name"
      aria-label="Part of a name"
      onChange={(typed) => setName(typed.target.value)}
    />
  );
}
