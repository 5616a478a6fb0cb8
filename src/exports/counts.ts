// How often, by how many and in how many documents an item is told.
import type { AnyView } from '../record/views.ts';

export interface Counts {
  /** Places in texts that tell it. */
  readonly mentions: number;
  /** Publishers; a document without one counts for itself. */
  readonly sources: number;
  readonly articles: number;
}

export function countsOf({ evidence }: Pick<AnyView, 'evidence'>): Counts {
  return {
    mentions: evidence.reduce((sum, { also }) => sum + 1 + also.length, 0),
    sources: new Set(evidence.map(({ document }) => document.publisher ?? `\0${document.id}`)).size,
    articles: new Set(evidence.map(({ document }) => document.id)).size,
  };
}
