// A span as one number, for maps.
import type { Span } from '../../model/span.ts';

/** A number for each span of fewer than 2^24 units, as a key: a string for each would take five times the memory. */
export const spanKey = ([start, end]: Span): number => start * 2 ** 24 + (end - start);
