// What the steps that code one sentence share: the annotations, the sentence's tree, its parties and senses.
import type { Annotations } from '../../model/annotations.ts';
import type { Event } from '../../model/items.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import type { Parties } from './parties.ts';
import type { Senses } from './senses.ts';
import type { Tree } from './tree.ts';

export type CoderInput = Pick<
  Annotations,
  'document' | 'head' | 'passages' | 'sentences' | 'tokens' | 'times' | 'register' | 'statements'
>;

/** An event before it gets its id. */
export type Draft = Omit<Event, 'id'>;

/** All that coding one sentence needs. */
export interface Coder {
  readonly input: CoderInput;
  readonly lexicon: EventLexicon;
  readonly tree: Tree;
  readonly parties: Parties;
  readonly senses: Senses;
  /** Index of the sentence. */
  readonly sentence: number;
}
