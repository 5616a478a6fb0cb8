// Ways of looking at one page, side by side; which one stands in the address.
import { useAddress } from '../data/address.ts';
import { Link } from './link.tsx';

interface Props {
  /** What the tabs choose, for those who do not see them. */
  readonly label: string;
  /** The name in the address's query. */
  readonly name: string;
  /** Value and title; the empty value is the one shown first. */
  readonly tabs: readonly (readonly [value: string, title: string])[];
  /** Other names of the query that mean nothing in another tab. */
  readonly forgets: readonly string[];
}

export function Tabs({ label, name, tabs, forgets }: Props) {
  const { query } = useAddress();
  const forgotten = Object.fromEntries(forgets.map((other) => [other, null]));
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(([value, title]) => (
        <Link key={value} query={{ [name]: value, ...forgotten }} current={(query[name] ?? '') === value}>
          {title}
        </Link>
      ))}
    </nav>
  );
}
