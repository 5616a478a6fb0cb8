// What the signs of the timeline mean.
const SIGNS = [
  ['quad-1', 'actual', 'cooperation in words'],
  ['quad-2', 'actual', 'cooperation in deeds'],
  ['quad-3', 'actual', 'conflict in words'],
  ['quad-4', 'actual', 'conflict in deeds'],
  ['quad-1', 'planned', 'planned'],
  ['quad-1', 'hypothetical', 'possible'],
  ['quad-1', 'negated', 'refused or denied'],
] as const;

export function Legend() {
  return (
    <ul className="legend" aria-label="What the signs mean">
      {SIGNS.map(([quad, standing, words]) => (
        <li key={quad + standing}>
          <svg className={`sign ${quad} standing-${standing}`} viewBox="0 0 16 16" aria-hidden="true">
            <circle className="sign-shape" cx="8" cy="8" r="5.5" />
            {standing === 'negated' && <path className="sign-stroke" d="M2 14 14 2" />}
          </svg>
          {words}
        </li>
      ))}
      <li>
        <svg className="sign quad-0 sign-solid" viewBox="0 0 16 16" aria-hidden="true">
          <rect className="sign-shape" x="3" y="3" width="10" height="10" rx="2" />
        </svg>
        meetings, agreements, activities, statements
      </li>
      <li>
        <svg className="sign hatch" viewBox="0 0 24 16" aria-hidden="true">
          <rect x="1" y="4" width="22" height="8" rx="2" />
          <path d="M3 12l6-8M9 12l6-8M15 12l6-8" />
        </svg>
        some day in this span, such as a month or a year
      </li>
    </ul>
  );
}
