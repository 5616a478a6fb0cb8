// Who stood where and when: actors by years, with the quotation under each cell.
import { memo, useEffect, useMemo, useRef } from 'react';
import { groupBy } from '../../../src/record/group-by.ts';
import type { EntityLink, ThreadDetail } from '../../../src/service/contract.ts';
import { EntityName } from '../item/entity-name.tsx';
import { StanceChip } from '../item/stance-chip.tsx';
import { Link } from '../shell/link.tsx';
import { useSteps } from '../shell/use-first-painted.ts';
import { usePlace } from '../shell/use-place.ts';

type PositionMatrix = ThreadDetail['positions'];

interface Props {
  readonly matrix: PositionMatrix;
  /** Those of its actors that are shown. */
  readonly actors: readonly EntityLink[];
}

type Cell = PositionMatrix['cells'][number];

/** Rows that come and go together. */
const STEP = 8;

/** Steps that are drawn in a frame after the first: hundreds of rows hold it up. */
const AT_ONCE = 3;

/** Pixels of a step that has not been drawn yet, about. */
const TALL = 800;

const NONE: readonly Cell[] = [];

export function Matrix({ matrix: { periods, cells }, actors }: Props) {
  const steps = useMemo(() => {
    const cellsOf = groupBy(cells, ({ actor }) => actor);
    return inSteps(actors).map((some) => ({ actors: some, periods, cellsOf }));
  }, [periods, cells, actors]);
  const drawn = useSteps(steps, AT_ONCE);
  // What is added to a list that one has read to its end is looked at next.
  const end = useRef(0);
  useEffect(() => {
    end.current = steps.length;
  }, [steps]);
  return (
    <section
      className={periods.length > FIT_ON_A_SHEET ? 'matrix matrix-long' : 'matrix'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
      tabIndex={0}
      aria-label="Positions by actor and year"
    >
      <table>
        <colgroup>
          <col className="matrix-who" />
          <col span={periods.length} className="matrix-period" />
        </colgroup>
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
        {steps.map((step, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the table, whoever stands there
          <Rows key={n} step={step} isDue={n < drawn || n === end.current} />
        ))}
      </table>
    </section>
  );
}

/** Periods that stand beside one another on a sheet; of more each actor's are told one under the other. */
const FIT_ON_A_SHEET = 3;

function inSteps(actors: readonly EntityLink[]): readonly (readonly EntityLink[])[] {
  const starts = Array.from({ length: Math.ceil(actors.length / STEP) }, (_, n) => n * STEP);
  return starts.map((start) => actors.slice(start, start + STEP));
}

interface StepProps {
  readonly step: {
    readonly actors: readonly EntityLink[];
    readonly periods: readonly string[];
    readonly cellsOf: ReadonlyMap<string, readonly Cell[]>;
  };
  readonly isDue: boolean;
}

/** Until they are due, those out of sight leave their place empty, so that nothing moves under one's eyes. */
const Rows = memo(({ step: { actors, periods, cellsOf }, isDue }: StepProps) => {
  const box = useRef<HTMLTableSectionElement>(null);
  const place = usePlace(box)();
  return (
    <tbody ref={box}>
      {isDue || place?.isSeen ? (
        actors.map((actor) => (
          <Row key={actor.id} actor={actor} periods={periods} cells={cellsOf.get(actor.id) ?? NONE} />
        ))
      ) : (
        <tr className="later" style={{ height: place?.height ?? TALL }} />
      )}
    </tbody>
  );
});

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
      <td key={period} data-period={period}>
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
