// What statements are found in: a document with what the stages before found.
import type { Annotations } from '../../model/annotations.ts';

export type StatementInput = Pick<
  Annotations,
  'document' | 'head' | 'passages' | 'sentences' | 'tokens' | 'names' | 'times' | 'register'
>;
