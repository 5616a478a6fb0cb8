// The table of export formats. A new one is a file with an Exporter and a line here.
import type { OpenRecord } from '../record/record.ts';
import type { Exporter, ExportFile, ExportFormat, ExportOptions, Pieces } from './format.ts';
import { json } from './json.ts';
import { type Selection, select } from './selection/selection.ts';
import { steady } from './steady.ts';

const EXPORTERS: Readonly<Record<string, Exporter>> = { json };

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
        return files ? files(selection) : tablesOf(name, selection, { pieces, ...facts });
      }),
  };
}

/** A file for each table, named after it; a format of one file gives that. */
async function* tablesOf(name: string, selection: Selection, exporter: Exporter): AsyncGenerator<ExportFile> {
  for (const table of exporter.tables ?? [name]) {
    yield { name: `${table}.${exporter.ending}`, pieces: () => exporter.pieces(selection, table) };
  }
}
