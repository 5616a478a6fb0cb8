// Who stood where and when: actors by years, with the quotation under each cell.
import type { EntityLink, ThreadDetail } from '../../../src/service/contract.ts';
import { EntityName } from '../item/entity-name.tsx';
import { StanceChip } from '../item/stance-chip.tsx';
import { Link } from '../shell/link.tsx';

type PositionMatrix = ThreadDetail['positions'];

interface Props {
  readonly matrix: PositionMatrix;
  /** Those of its actors that are shown. */
  readonly actors: readonly EntityLink[];
}

export function Matrix({ matrix: { periods, cells }, actors }: Props) {
  const cellsIn = new Map<string, PositionMatrix['cells'][number][]>();
  for (const cell of cells) {
    const place = placeOf(cell.actor, cell.period);
    cellsIn.set(place, [...(cellsIn.get(place) ?? []), cell]);
  }
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
          {actors.map((actor) => (
            <tr key={actor.id}>
              <th scope="row">
                <EntityName entity={actor} />
              </th>
              {periods.map((period) => (
                <td key={period}>
                  {cellsIn.get(placeOf(actor.id, period))?.map(({ position, stance, quote, number }) => (
                    <Link key={position} query={{ item: position }} className="cell">
                      <StanceChip stance={stance} />
                      {number > 1 && <span className="label"> ×{number}</span>}
                      <span className="quote">{quote}</span>
                    </Link>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const placeOf = (actor: string, period: string): string => `${actor} ${period}`;
