// Parts of lists.

/** Stands for no limit: SQLite takes no OFFSET without one, and no list is as long. */
export const UNLIMITED = Number.MAX_SAFE_INTEGER;

/** For `LIMIT`: all of a list where no limit is given, or a negative one. */
export const limitOf = (limit: number = UNLIMITED): number => (limit < 0 ? UNLIMITED : limit);
