// The table of export formats. A new one is a file with an Exporter and a line here.
import type { OpenRecord } from '../record/record.ts';
import { html } from './brief/html.ts';
import { markdown } from './brief/markdown.ts';
import { csv } from './csv.ts';
import { cameo } from './events/cameo-lines.ts';
import { gdelt } from './events/gdelt.ts';
import { gdeltMentions } from './events/gdelt-mentions.ts';
import { plover } from './events/plover.ts';
import { polecat } from './events/polecat.ts';
import type { Exporter, ExportFile, ExportFormat, Pieces } from './format.ts';
import { gexf } from './graph/gexf.ts';
import { graphml } from './graph/graphml.ts';
import { ics } from './ics.ts';
import { json } from './json.ts';
import { ftm } from './linked/ftm.ts';
import { jsonld } from './linked/jsonld.ts';
import { webAnnotation } from './linked/web-annotation.ts';
import type { ExportOptions } from './options.ts';
import { pack } from './pack/pack.ts';
import { parquet } from './parquet.ts';
import { type Selection, select } from './selection/selection.ts';
import { steady } from './steady.ts';
import { timelinejs } from './timelinejs.ts';

const EXPORTERS: Readonly<Record<string, Exporter>> = {
  json,
  csv,
  parquet,
  gdelt,
  'gdelt-mentions': gdeltMentions,
  polecat,
  plover,
  cameo,
  ftm,
  'web-annotation': webAnnotation,
  jsonld,
  ics,
  graphml,
  gexf,
  timelinejs,
  md: markdown,
  html,
  pack,
};

/** Name of the format -> what it is and what makes it. */
export const EXPORTS: ReadonlyMap<string, ExportFormat> = new Map(
  Object.entries(EXPORTERS).map(([name, exporter]) => [name, bound(name, exporter)]),
);

function bound(name: string, { pieces, files, ...facts }: Exporter): ExportFormat {
  return {
    name,
    ...facts,
    pieces: (record: OpenRecord, options: ExportOptions = {}): Pieces => {
      const table = options.table ?? facts.tables?.[0] ?? '';
      return steady(record, () => pieces(select(record, options), table));
    },
    files: (record, options = {}) =>
      steady(record, () => {
        const selection = select(record, options);
        return files ? files(selection) : oneFile(name, selection, { pieces, ...facts });
      }),
  };
}

/** The file of a format that has one, named after the format or, by its ending, the record. */
async function* oneFile(
  name: string,
  selection: Selection,
  { ending, pieces }: Pick<Exporter, 'ending' | 'pieces'>,
): AsyncGenerator<ExportFile> {
  const stem = name === ending ? 'record' : name;
  yield { name: `${stem}.${ending}`, pieces: () => pieces(selection, stem) };
}
