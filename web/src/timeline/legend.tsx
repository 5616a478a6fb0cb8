// What the signs of the timeline mean, for whoever asks.
const SIGNS = [
  ['quad-1 modality-actual', 'cooperation in words'],
  ['quad-2 modality-actual', 'in deeds'],
  ['quad-3 modality-actual', 'conflict in words'],
  ['quad-4 modality-actual', 'in deeds'],
  ['quad-1 modality-planned', 'planned'],
  ['quad-1 modality-hypothetical', 'possible'],
  ['quad-1 modality-negated', 'did not happen'],
] as const;

export function Legend() {
  return (
    <details className="legend">
      <summary>Signs</summary>
      <ul>
        {SIGNS.map(([classes, words]) => (
          <li key={classes}>
            <svg className={`symbol ${classes}`} viewBox="0 0 16 16" aria-hidden="true">
              <circle className="symbol-shape" cx="8" cy="8" r="5.5" />
              {words === 'did not happen' && <path className="symbol-stroke" d="M2 14 14 2" />}
            </svg>
            {words}
          </li>
        ))}
      </ul>
    </details>
  );
}
