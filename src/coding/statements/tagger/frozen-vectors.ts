// The frozen word vectors that the parser ships (GloVe), for the tagger to share.
import { readModelFiles } from '../../../language/analysis/model-files.ts';
import { openTable } from '../../../language/analysis/tables.ts';
import { remembered } from './remembered.ts';

export interface FrozenVectors {
  readonly size: number;
  /** Adds the vector of a form to `into` from `offset`; a form without one adds nothing. */
  add(form: string, into: Float32Array, offset: number): void;
}

/** Opens the vectors; rejects with the file system's error when a file is missing. */
export async function openFrozenVectors(): Promise<FrozenVectors> {
  const { embeddings, description, gloveRow } = await readModelFiles();
  const table = openTable(embeddings, description.tables.glove);
  // Most words are in the table as they stand, and it has lower-case words only.
  const rowOf = remembered((form): number | null => {
    const own = gloveRow.get(form);
    if (own !== undefined) return own;
    const lower = form.toLowerCase().replaceAll('’', "'").replace(/[“”]/g, '"');
    return gloveRow.get(lower) ?? gloveRow.get(lower.replace(/[0-9]/g, '0')) ?? null;
  });
  return {
    size: table.size,
    add(form, into, offset) {
      const row = rowOf(form);
      if (row !== null) table.add(row, 1, into, offset);
    },
  };
}
