// Searches that this browser keeps, with the terms that a person left out of them.
import { useAddress } from '../data/address.ts';
import { useRemembered } from '../data/remembered.ts';
import { Link } from '../shell/link.tsx';

interface SavedSearch {
  readonly q: string;
  /** Terms left out, as the address has them; empty for none. */
  readonly without: string;
  /** The same for people. */
  readonly leftOut: readonly string[];
}

/** Those that were saved before terms were kept are their words alone. */
type Kept = SavedSearch | string;

const parsed = (kept: Kept): SavedSearch => (typeof kept === 'string' ? { q: kept, without: '', leftOut: [] } : kept);

function useSaved() {
  const [kept, setKept] = useRemembered<readonly Kept[]>('searches', []);
  return [kept.map(parsed), setKept] as const;
}

/** @param leftOut names of the terms that are left out of the search at hand */
export function Save({ leftOut }: { readonly leftOut: readonly string[] }) {
  const { query } = useAddress();
  const [saved, setSaved] = useSaved();
  const { q = '', without = '' } = query;
  const others = saved.filter((one) => one.q !== q || one.without !== without);
  const there = others.length < saved.length;
  return (
    <button
      type="button"
      className="button"
      aria-pressed={there}
      onClick={() => setSaved(there ? others : [...saved, { q, without, leftOut }])}
    >
      {there ? 'Saved (take away)' : 'Save this search'}
    </button>
  );
}

export function Saved() {
  const { query } = useAddress();
  const [saved] = useSaved();
  if (!saved.length) return null;
  return (
    <p className="saved">
      <span className="label">Saved searches </span>
      {saved.map(({ q, without, leftOut }) => (
        <Link
          key={`${q} ${without}`}
          page="search"
          query={{ q, without }}
          className="chip"
          current={query.q === q && (query.without ?? '') === without && 'page'}
        >
          {q}
          {leftOut.length > 0 && <span className="label"> without {leftOut.join(', ')}</span>}
        </Link>
      ))}
    </p>
  );
}
