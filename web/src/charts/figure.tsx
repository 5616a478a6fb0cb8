// The frame of a chart: its title, the table behind it, and the figure as a file.
import { type ReactNode, useRef, useState } from 'react';
import { SaveFigure } from './save-figure.tsx';
import { standAlone } from './stand-alone.ts';

interface Props {
  /** Name of the files it is saved as. */
  readonly name: string;
  readonly controls?: ReactNode;
  /** One SVG. */
  readonly chart: ReactNode;
  readonly table: ReactNode;
  readonly legend?: ReactNode;
}

export function Figure({ name, controls, chart, table, legend }: Props) {
  const [asTable, setAsTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const svg = () => {
    const drawn = box.current?.querySelector('svg');
    if (!drawn) throw new Error('nothing is drawn');
    return standAlone(drawn);
  };
  return (
    <div className="figure">
      <div className="figure-head">
        {controls}
        <button type="button" className="button-quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'as a chart' : 'as a table'}
        </button>
        {!asTable && <SaveFigure name={name} svg={svg} />}
      </div>
      {asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
        <section className="figure-table" tabIndex={0} aria-label="The chart as a table">
          {table}
        </section>
      ) : (
        <div ref={box}>
          {chart}
          {legend}
        </div>
      )}
    </div>
  );
}
