// Goes through a list that is longer than a page.
import { Link } from './link.tsx';

interface Props {
  readonly total: number;
  readonly offset: number;
  readonly limit: number;
}

export function Pager({ total, offset, limit }: Props) {
  if (total <= limit && offset === 0) return null;
  const last = Math.min(offset + limit, total);
  return (
    <nav className="pager" aria-label="Pages of the list">
      {offset > 0 && <Link query={{ offset: Math.max(0, offset - limit) || null }}>Previous</Link>}
      <span className="label">
        {(offset + 1).toLocaleString('en')} to {last.toLocaleString('en')} of {total.toLocaleString('en')}
      </span>
      {last < total && <Link query={{ offset: offset + limit }}>Next</Link>}
    </nav>
  );
}
