// Text for SQL's LIKE.

/** The same with `%` and `_` as themselves, where `\` escapes. */
export const literally = (text: string): string => text.replace(/[\\%_]/gu, '\\$&');
