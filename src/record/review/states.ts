// The states in which a review leaves an item.
import type { ReviewState } from '../views.ts';

export const REVIEW_STATES = [
  'machine',
  'accepted',
  'corrected',
  'rejected',
  'added',
] as const satisfies readonly ReviewState[];
