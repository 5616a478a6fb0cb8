// The frozen word vectors that the parser ships (GloVe), for the tagger to share.
import { readModelFiles } from '../../../language/analysis/model-files.ts';
import { openTable } from '../../../language/analysis/tables.ts';

export interface FrozenVectors {
  readonly size: number;
  /** Adds the vector of a form to `into` from `offset`; a form without one adds nothing. */
  add(form: string, into: Float32Array, offset: number): void;
}

/** Opens the vectors; rejects with the file system's error when a file is missing. */
export async function openFrozenVectors(): Promise<FrozenVectors> {
  const { embeddings, description, gloveRow } = await readModelFiles();
  const table = openTable(embeddings, description.tables.glove);
  return {
    size: table.size,
    add(form, into, offset) {
      // Most words are in the table as they stand, and it has lower-case words only.
      const own = gloveRow.get(form);
      if (own !== undefined) return table.add(own, 1, into, offset);
      const lower = form.toLowerCase().replaceAll('’', "'").replace(/[“”]/g, '"');
      const row = gloveRow.get(lower) ?? gloveRow.get(lower.replace(/[0-9]/g, '0'));
      if (row !== undefined) table.add(row, 1, into, offset);
    },
  };
}
