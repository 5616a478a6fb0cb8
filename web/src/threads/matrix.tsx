// Who stood where and when: actors by years, with the quotation under each cell.
import { memo, useMemo } from 'react';
import { groupBy } from '../../../src/record/group-by.ts';
import type { EntityLink, ThreadDetail } from '../../../src/service/contract.ts';
import { EntityName } from '../item/entity-name.tsx';
import { StanceChip } from '../item/stance-chip.tsx';
import { Link } from '../shell/link.tsx';
import { useSteps } from '../shell/use-first-painted.ts';

type PositionMatrix = ThreadDetail['positions'];

interface Props {
  readonly matrix: PositionMatrix;
  /** Those of its actors that are shown. */
  readonly actors: readonly EntityLink[];
}

type Cell = PositionMatrix['cells'][number];

/** Rows that are drawn at a time: hundreds of them hold a frame up. */
const STEP = 24;

const NONE: readonly Cell[] = [];

export function Matrix({ matrix: { periods, cells }, actors }: Props) {
  const cellsOf = useMemo(() => groupBy(cells, ({ actor }) => actor), [cells]);
  const drawn = useSteps(actors.length, STEP);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section className="matrix" tabIndex={0} aria-label="Positions by actor and year">
      <table>
        <thead>
          <tr>
            <th scope="col">who</th>
            {periods.map((period) => (
              <th key={period} scope="col">
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actors.slice(0, drawn).map((actor) => (
            <Row key={actor.id} actor={actor} periods={periods} cells={cellsOf.get(actor.id) ?? NONE} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly actor: EntityLink;
  readonly periods: readonly string[];
  /** Those of the actor. */
  readonly cells: readonly Cell[];
}

const Row = memo(({ actor, periods, cells }: RowProps) => (
  <tr>
    <th scope="row">
      <EntityName entity={actor} />
    </th>
    {periods.map((period) => (
      <td key={period}>
        {cells
          .filter((cell) => cell.period === period)
          .map(({ position, stance, quote, number }) => (
            <Link key={position} query={{ item: position }} className="cell">
              <StanceChip stance={stance} />
              {number > 1 && <span className="label"> ×{number}</span>}
              <span className="quote">{quote}</span>
            </Link>
          ))}
      </td>
    ))}
  </tr>
));
