// What the items that follow from others are derived from: a document with all that was found in it before.
import type { Annotations } from '../../model/annotations.ts';

export type DerivedInput = Pick<
  Annotations,
  'document' | 'head' | 'sentences' | 'tokens' | 'times' | 'register' | 'statements' | 'events'
>;
